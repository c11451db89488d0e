-- Somebody says that they manage an establishment; the verification queue decides.
CREATE TABLE facility_claim (
    id         uuid PRIMARY KEY,
    finess     text NOT NULL REFERENCES facility (number),
    person_id  uuid NOT NULL,
    position   text NOT NULL,
    claimed_at timestamptz NOT NULL,
    UNIQUE (finess, person_id)
);
