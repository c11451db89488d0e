-- A person asked to be forgotten: they may change their mind until the day comes.
CREATE TABLE erasure_request (
    person_id uuid PRIMARY KEY REFERENCES person (id),
    asked_at  timestamptz NOT NULL,
    due_at    timestamptz NOT NULL,
    CHECK (due_at >= asked_at)
);

CREATE INDEX erasure_request_due ON erasure_request (due_at);

-- Since when what is left of a person bears no name.
ALTER TABLE person ADD COLUMN erased_at timestamptz;
