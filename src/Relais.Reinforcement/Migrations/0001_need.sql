-- What an establishment asks for: a shift, of so many people of a profession and unit.
CREATE TABLE need (
    id             uuid PRIMARY KEY,
    finess         text NOT NULL,
    commune_code   text NOT NULL,
    site           text NOT NULL,
    cell           text NOT NULL,
    level          integer NOT NULL CHECK (level BETWEEN 0 AND 4),
    head_count     integer NOT NULL CHECK (head_count BETWEEN 1 AND 99),
    starts_at      timestamptz NOT NULL,
    ends_at        timestamptz NOT NULL,
    time_zone      text NOT NULL,
    break_minutes  integer NOT NULL CHECK (break_minutes BETWEEN 0 AND 240),
    reason         text NOT NULL,
    urgency        text NOT NULL CHECK (urgency IN ('Immediate', 'Soon', 'Planned')),
    pay_basis      text NOT NULL CHECK (pay_basis IN ('Requisition', 'Contract', 'Unpaid')),
    hourly_cents   integer CHECK (hourly_cents > 0),
    lodging        boolean NOT NULL,
    contact_name   text NOT NULL,
    contact_phone  text NOT NULL,
    instructions   text NOT NULL,
    filling        text NOT NULL CHECK (filling IN ('FirstSuitable', 'ChosenByManager')),
    state          text NOT NULL CHECK (state IN ('Draft', 'Open', 'Filled', 'Closed', 'Cancelled')),
    version        integer NOT NULL CHECK (version > 0),
    wave           integer NOT NULL DEFAULT 0,
    next_wave_at   timestamptz,
    created_by     uuid,
    created_at     timestamptz NOT NULL,
    published_at   timestamptz,
    ended_at       timestamptz,
    CHECK (ends_at > starts_at),
    CHECK ((pay_basis = 'Contract') = (hourly_cents IS NOT NULL))
);

CREATE INDEX need_of_facility ON need (finess, starts_at);
CREATE INDEX need_open ON need (starts_at) WHERE state = 'Open';

-- The places of a need, one row each: what does not exist cannot be given.
CREATE TABLE place (
    need_id uuid NOT NULL REFERENCES need (id),
    number  integer NOT NULL CHECK (number > 0),
    PRIMARY KEY (need_id, number)
);

-- One question put to one person about one need. Never two.
CREATE TABLE offer (
    id            uuid PRIMARY KEY,
    need_id       uuid NOT NULL REFERENCES need (id),
    person_id     uuid NOT NULL,
    state         text NOT NULL CHECK (state IN ('Waiting', 'Accepted', 'ToReconfirm', 'Candidate', 'Standby', 'Declined', 'Withdrawn', 'Ended')),
    outcome       text CHECK (outcome IN ('Filled', 'Cancelled', 'Lapsed', 'NotChosen', 'RulesForbid')),
    need_version  integer NOT NULL,
    wave          integer NOT NULL,
    minutes       integer,
    reasons       text NOT NULL,
    sent_at       timestamptz NOT NULL,
    seen_at       timestamptz,
    answered_at   timestamptz,
    undo_until    timestamptz,
    note          text,
    CONSTRAINT offer_asked_once UNIQUE (need_id, person_id),
    CHECK ((state = 'Ended') = (outcome IS NOT NULL))
);

CREATE INDEX offer_of_person ON offer (person_id, sent_at);

-- Who holds which place. The two indexes are the promise: a place has one holder, and nobody holds two places of a need.
CREATE TABLE assignment (
    id            uuid PRIMARY KEY,
    need_id       uuid NOT NULL,
    place_number  integer NOT NULL,
    person_id     uuid NOT NULL,
    offer_id      uuid NOT NULL REFERENCES offer (id),
    commitment_id uuid NOT NULL,
    taken_at      timestamptz NOT NULL,
    settled_at    timestamptz,
    released_at   timestamptz,
    FOREIGN KEY (need_id, place_number) REFERENCES place (need_id, number)
);

CREATE UNIQUE INDEX assignment_place_once ON assignment (need_id, place_number) WHERE released_at IS NULL;
CREATE UNIQUE INDEX assignment_person_once ON assignment (need_id, person_id) WHERE released_at IS NULL;

-- How often a person was asked in a week (Monday, local), over all needs: the check is the person's limit.
CREATE TABLE request_budget (
    person_id uuid NOT NULL,
    week      date NOT NULL,
    asked     integer NOT NULL CHECK (asked >= 0),
    allowed   integer NOT NULL,
    PRIMARY KEY (person_id, week),
    CONSTRAINT request_budget_kept CHECK (asked <= allowed)
);

-- What an establishment asks for often: four clicks from here to a published need.
CREATE TABLE need_template (
    id            uuid PRIMARY KEY,
    finess        text NOT NULL,
    name          text NOT NULL,
    cell          text NOT NULL,
    level         integer NOT NULL CHECK (level BETWEEN 0 AND 4),
    head_count    integer NOT NULL CHECK (head_count BETWEEN 1 AND 99),
    starts        time NOT NULL,
    ends          time NOT NULL,
    break_minutes integer NOT NULL CHECK (break_minutes BETWEEN 0 AND 240),
    site          text NOT NULL,
    reason        text NOT NULL,
    pay_basis     text NOT NULL CHECK (pay_basis IN ('Requisition', 'Contract', 'Unpaid')),
    hourly_cents  integer CHECK (hourly_cents > 0),
    lodging       boolean NOT NULL,
    contact_name  text NOT NULL,
    contact_phone text NOT NULL,
    instructions  text NOT NULL,
    filling       text NOT NULL CHECK (filling IN ('FirstSuitable', 'ChosenByManager')),
    used_at       timestamptz,
    retired_at    timestamptz,
    CHECK ((pay_basis = 'Contract') = (hourly_cents IS NOT NULL))
);

CREATE UNIQUE INDEX need_template_name_once ON need_template (finess, name) WHERE retired_at IS NULL;
