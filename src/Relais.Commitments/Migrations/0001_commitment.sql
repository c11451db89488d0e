-- What every party (a person, a room, a doctor) is held to, whichever room of the house asked for it, and the shifts that
-- people have at their own employer. Hours are half-open: two commitments that touch do not overlap.
CREATE TABLE commitment (
    id             uuid PRIMARY KEY,
    party_kind     text NOT NULL CHECK (party_kind IN ('Person', 'Room', 'Doctor')),
    party_id       uuid NOT NULL,
    starts_at      timestamptz NOT NULL,
    ends_at        timestamptz NOT NULL,
    worked_minutes integer NOT NULL CHECK (worked_minutes >= 0),
    at_employer    boolean NOT NULL,
    source         text NOT NULL,
    source_id      uuid NOT NULL,
    time_zone      text NOT NULL,
    held_at        timestamptz NOT NULL,
    released_at    timestamptz,
    CONSTRAINT commitment_has_length CHECK (ends_at > starts_at),
    CHECK (party_kind = 'Person' OR NOT at_employer)
);

CREATE INDEX commitment_live ON commitment (party_kind, party_id, ends_at) WHERE released_at IS NULL;
CREATE INDEX commitment_source ON commitment (source, source_id);

-- The row that is locked while the hours of a party are judged, so that requests about one party wait for one another.
CREATE TABLE commitment_party (
    kind text NOT NULL,
    id   uuid NOT NULL,
    PRIMARY KEY (kind, id)
);
