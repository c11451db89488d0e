-- A person and an establishment who no longer want each other: each side says so for itself, once.
CREATE TABLE exclusion (
    id        uuid PRIMARY KEY,
    person_id uuid NOT NULL,
    finess    text NOT NULL,
    side      text NOT NULL CHECK (side IN ('Person', 'Facility')),
    since     timestamptz NOT NULL,
    reason    text,
    made_by   uuid,
    CONSTRAINT exclusion_once UNIQUE (person_id, finess, side),
    CONSTRAINT exclusion_says_why CHECK (side = 'Person' OR (reason IS NOT NULL AND made_by IS NOT NULL))
);

CREATE INDEX exclusion_at ON exclusion (finess);
