-- A person, the account with which a person signs in, and the addresses at which a person is reached are three things.
CREATE TABLE person (
    id         uuid PRIMARY KEY,
    first_name text NOT NULL,
    last_name  text NOT NULL,
    search_key text NOT NULL,
    language   text NOT NULL DEFAULT 'fr',
    created_at timestamptz NOT NULL
);

CREATE INDEX person_search ON person (search_key);

-- Two persons may share an address (a couple, a unit's mailbox); one person has it once.
CREATE TABLE contact_address (
    id          uuid PRIMARY KEY,
    person_id   uuid NOT NULL REFERENCES person (id),
    kind        text NOT NULL CHECK (kind IN ('Email', 'Mobile')),
    value       text NOT NULL,
    created_at  timestamptz NOT NULL,
    verified_at timestamptz,
    UNIQUE (person_id, kind, value)
);

CREATE INDEX contact_address_value ON contact_address (value);

-- How and when a person wants to be reached; quiet hours in minutes since midnight.
CREATE TABLE contact_wishes (
    person_id        uuid PRIMARY KEY REFERENCES person (id),
    wants_email      boolean NOT NULL,
    wants_sms        boolean NOT NULL,
    email_stopped_at timestamptz,
    sms_stopped_at   timestamptz,
    quiet_from       integer NOT NULL CHECK (quiet_from BETWEEN 0 AND 1439),
    quiet_to         integer NOT NULL CHECK (quiet_to BETWEEN 0 AND 1439),
    zone             text NOT NULL
);

CREATE TABLE account (
    id             uuid PRIMARY KEY,
    person_id      uuid NOT NULL UNIQUE REFERENCES person (id),
    password_hash  text,
    security_stamp text NOT NULL,
    failed_count   integer NOT NULL DEFAULT 0,
    locked_until   timestamptz,
    created_at     timestamptz NOT NULL,
    closed_at      timestamptz
);

CREATE TABLE held_role (
    id           uuid PRIMARY KEY,
    account_id   uuid NOT NULL REFERENCES account (id),
    role         text NOT NULL,
    scope        text NOT NULL,
    valid_from   timestamptz NOT NULL,
    valid_to     timestamptz,
    given_by     uuid,
    given_reason text NOT NULL,
    ended_by     uuid,
    ended_reason text,
    CHECK (valid_to IS NULL OR valid_to >= valid_from)
);

CREATE INDEX held_role_account ON held_role (account_id);
CREATE INDEX held_role_scope ON held_role (scope);
CREATE UNIQUE INDEX held_role_once ON held_role (account_id, role, scope) WHERE valid_to IS NULL;
