-- The professional dossier of a person: one for every scheme. What changes who may be asked takes its revision from one
-- counter, whose row stays locked until the commit: revisions become visible in their order, and a node that remembers
-- the last one it saw misses none.
CREATE TABLE volunteer_pool_clock (
    id       integer PRIMARY KEY CHECK (id = 1),
    revision bigint NOT NULL
);

INSERT INTO volunteer_pool_clock (id, revision) VALUES (1, 0);

CREATE TABLE volunteer (
    person_id          uuid PRIMARY KEY,
    status             text NOT NULL CHECK (status IN ('Student', 'Active', 'Retired', 'Other')),
    regime             text NOT NULL CHECK (regime IN ('HospitalAgent', 'HospitalDoctor', 'PrivateSector', 'Liberal')),
    rpps               text,
    home_commune       text NOT NULL,
    time_zone          text NOT NULL,
    travel_minutes     integer CHECK (travel_minutes BETWEEN 5 AND 600),
    on_site            boolean NOT NULL,
    remote             boolean NOT NULL,
    own_car            boolean NOT NULL,
    lodging_needed     boolean NOT NULL,
    nights             boolean NOT NULL,
    notice_hours       integer NOT NULL CHECK (notice_hours BETWEEN 0 AND 720),
    longest_stay_days  integer CHECK (longest_stay_days BETWEEN 1 AND 365),
    schemes            integer NOT NULL CHECK (schemes BETWEEN 1 AND 15),
    week               text NOT NULL CHECK (length(week) = 42),
    is_on              boolean NOT NULL,
    paused_until       date,
    weekly_limit       integer NOT NULL CHECK (weekly_limit BETWEEN 0 AND 50),
    consented_at       timestamptz NOT NULL,
    registered_at      timestamptz NOT NULL,
    last_active_at     timestamptz NOT NULL,
    warned_at          timestamptz,
    revision           bigint NOT NULL,
    CHECK (on_site OR remote),
    CONSTRAINT volunteer_rpps UNIQUE (rpps)
);

CREATE INDEX volunteer_revision ON volunteer (revision);
CREATE INDEX volunteer_home ON volunteer (home_commune);
CREATE INDEX volunteer_last_active ON volunteer (last_active_at);

-- A dossier that is gone, so that the nodes take it out of their index.
CREATE TABLE volunteer_departure (
    person_id uuid PRIMARY KEY,
    revision  bigint NOT NULL
);

CREATE INDEX volunteer_departure_revision ON volunteer_departure (revision);

-- A cell of the grid of professions and units (28 in the source text), each once.
CREATE TABLE volunteer_skill (
    person_id      uuid NOT NULL REFERENCES volunteer (person_id) ON DELETE CASCADE,
    cell           text NOT NULL,
    years          integer NOT NULL CHECK (years BETWEEN 0 AND 60),
    last_practised date,
    expires_on     date,
    PRIMARY KEY (person_id, cell)
);

-- A dated spell in which the person says yes beforehand, or cannot come at all. Removed ones stay a while, to undo.
CREATE TABLE volunteer_spell (
    id         uuid PRIMARY KEY,
    person_id  uuid NOT NULL REFERENCES volunteer (person_id) ON DELETE CASCADE,
    kind       text NOT NULL CHECK (kind IN ('Available', 'Blocked')),
    starts_at  timestamptz NOT NULL,
    ends_at    timestamptz NOT NULL,
    removed_at timestamptz,
    CHECK (ends_at > starts_at)
);

CREATE INDEX volunteer_spell_person ON volunteer_spell (person_id, starts_at);

-- Where the person accepts to go beyond the minutes of travel.
CREATE TABLE volunteer_zone (
    person_id uuid NOT NULL REFERENCES volunteer (person_id) ON DELETE CASCADE,
    kind      text NOT NULL CHECK (kind IN ('Commune', 'Epci', 'Department', 'Region', 'France', 'Overseas')),
    code      text NOT NULL,
    PRIMARY KEY (person_id, kind, code)
);

-- The right to practise a profession: what the person asked to be known for, and what was verified, until when.
CREATE TABLE volunteer_title (
    id          uuid PRIMARY KEY,
    person_id   uuid NOT NULL REFERENCES volunteer (person_id) ON DELETE CASCADE,
    profession  text NOT NULL,
    asked_level integer NOT NULL CHECK (asked_level BETWEEN 1 AND 4),
    level       integer CHECK (level BETWEEN 1 AND 4),
    valid_until date,
    verified_at timestamptz,
    verified_by uuid,
    UNIQUE (person_id, profession),
    CHECK ((level IS NULL) = (verified_at IS NULL))
);
