-- The secrets that seal links, wrapped by the data-protection keys.
CREATE TABLE link_key (
    number integer PRIMARY KEY CHECK (number BETWEEN 1 AND 255),
    secret text NOT NULL
);

-- Rules of the world (rates, rest, caps, retention): dated, with the text that says so. Never constants in code.
CREATE TABLE dated_rule (
    id          uuid PRIMARY KEY,
    kind        text NOT NULL,
    key         text NOT NULL,
    valid_from  date NOT NULL,
    valid_to    date,
    value       text NOT NULL,
    reference   text NOT NULL,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT dated_rule_once UNIQUE (kind, key, valid_from),
    CHECK (valid_to IS NULL OR valid_to > valid_from)
);

-- Proofs that people send. The content goes when the verdict is given; the row stays and says that it was there.
CREATE TABLE stored_file (
    id         uuid PRIMARY KEY,
    purpose    text NOT NULL,
    name       text NOT NULL,
    media_type text NOT NULL,
    size       integer NOT NULL CHECK (size > 0),
    sha256     text NOT NULL,
    content    bytea,
    stored_at  timestamptz NOT NULL,
    deleted_at timestamptz,
    CHECK ((content IS NULL) = (deleted_at IS NOT NULL))
);
