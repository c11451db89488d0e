-- Where what is kept of an establishment and what the register says of it differ: both sides as they were when a person was
-- asked to look, so that a decision can be changed again. « revision » tells a decision about what was read from one about
-- what was said since.
CREATE TABLE facility_difference (
    number     text PRIMARY KEY REFERENCES facility (number),
    ours       text NOT NULL,
    theirs     text NOT NULL,
    is_over    boolean NOT NULL,
    vintage    date NOT NULL,
    found_at   timestamptz NOT NULL,
    state      text NOT NULL CHECK (state IN ('Open', 'Taken', 'Kept')),
    reason     text,
    decided_at timestamptz,
    revision   integer NOT NULL,
    CHECK ((state = 'Open') = (decided_at IS NULL)),
    CHECK (state <> 'Kept' OR reason IS NOT NULL)
);
