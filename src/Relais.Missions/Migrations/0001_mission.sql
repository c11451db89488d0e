-- What a person has promised and an establishment expects, whichever room agreed on it.
CREATE TABLE mission (
    id             uuid PRIMARY KEY,
    origin_room    text NOT NULL,
    origin_id      uuid NOT NULL,
    person_id      uuid NOT NULL,
    finess         text NOT NULL,
    commune_code   text NOT NULL,
    task           text NOT NULL,
    site           text NOT NULL,
    starts_at      timestamptz NOT NULL,
    ends_at        timestamptz NOT NULL,
    time_zone      text NOT NULL,
    break_minutes  integer NOT NULL CHECK (break_minutes >= 0),
    contact_name   text NOT NULL,
    contact_phone  text NOT NULL,
    instructions   text NOT NULL,
    revision       integer NOT NULL DEFAULT 0 CHECK (revision >= 0),
    opened_at      timestamptz NOT NULL,
    called_off_at  timestamptz,
    arrived_at     timestamptz,
    arrival_told   text CHECK (arrival_told IN ('Person', 'Host')),
    CONSTRAINT mission_once UNIQUE (origin_room, origin_id),
    CHECK (ends_at > starts_at),
    CHECK ((arrived_at IS NULL) = (arrival_told IS NULL))
);

CREATE INDEX mission_of_person ON mission (person_id, starts_at);
CREATE INDEX mission_of_facility ON mission (finess, starts_at);

-- The hours as one side last told them; agreed once the other side has said the same.
CREATE TABLE worked_hours (
    mission_id     uuid PRIMARY KEY REFERENCES mission (id),
    starts_at      timestamptz NOT NULL,
    ends_at        timestamptz NOT NULL,
    break_minutes  integer NOT NULL CHECK (break_minutes >= 0),
    told_by        text NOT NULL CHECK (told_by IN ('Person', 'Host')),
    told_at        timestamptz NOT NULL,
    round          integer NOT NULL CHECK (round > 0),
    agreed_at      timestamptz,
    CONSTRAINT worked_hours_have_length CHECK (ends_at > starts_at)
);

-- That a mission took place, for whoever is shown the code.
CREATE TABLE certificate (
    mission_id     uuid PRIMARY KEY REFERENCES worked_hours (mission_id),
    code           text NOT NULL CONSTRAINT certificate_code_once UNIQUE,
    issued_at      timestamptz NOT NULL
);
