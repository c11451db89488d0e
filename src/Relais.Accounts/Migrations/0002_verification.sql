-- Cases that people decide on evidence. The documents go when the case is decided; what was seen, by whom and when stays.
CREATE TABLE verification (
    id           uuid PRIMARY KEY,
    kind         text NOT NULL,
    subject_id   uuid NOT NULL,
    person_id    uuid NOT NULL REFERENCES person (id),
    asked_level  integer CHECK (asked_level BETWEEN 1 AND 4),
    evidence     text NOT NULL,
    commune      text NOT NULL,
    finess       text,
    state        text NOT NULL CHECK (state IN ('Waiting', 'Accepted', 'Refused', 'MoreAsked', 'Withdrawn')),
    submitted_at timestamptz NOT NULL,
    decided_at   timestamptz,
    decided_by   uuid REFERENCES account (id),
    level        integer CHECK (level BETWEEN 1 AND 4),
    valid_until  date,
    seen         text,
    reason       text,
    CHECK ((state IN ('Accepted', 'Refused', 'MoreAsked')) = (decided_by IS NOT NULL)),
    CHECK ((decided_by IS NULL) = (reason IS NULL))
);

CREATE UNIQUE INDEX verification_waiting_once ON verification (kind, subject_id) WHERE state = 'Waiting';
CREATE INDEX verification_waiting ON verification (submitted_at) WHERE state = 'Waiting';
CREATE INDEX verification_subject ON verification (subject_id);

CREATE TABLE verification_file (
    verification_id uuid NOT NULL REFERENCES verification (id),
    file_id         uuid NOT NULL,
    PRIMARY KEY (verification_id, file_id)
);
