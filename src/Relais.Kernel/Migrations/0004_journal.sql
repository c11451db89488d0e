-- What was done and who read whose file: ids only, no name. Entries are sealed in batches, each seal holding the hash of
-- the one before, so that nodes write without waiting for each other and an altered row is found.
CREATE TABLE journal_seal (
    number        integer PRIMARY KEY,
    entries       integer NOT NULL CHECK (entries > 0),
    previous_hash text NOT NULL,
    hash          text NOT NULL UNIQUE,
    sealed_at     timestamptz NOT NULL
);

CREATE TABLE journal_entry (
    id           uuid PRIMARY KEY,
    at           timestamptz NOT NULL,
    account_id   uuid,
    means        text NOT NULL,
    action       text NOT NULL,
    subject_kind text NOT NULL,
    subject_id   text NOT NULL,
    detail       text,
    seal_number  integer REFERENCES journal_seal (number)
);

CREATE INDEX journal_entry_unsealed ON journal_entry (id) WHERE seal_number IS NULL;
CREATE INDEX journal_entry_seal ON journal_entry (seal_number);
CREATE INDEX journal_entry_subject ON journal_entry (subject_kind, subject_id);
