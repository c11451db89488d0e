-- Who answered the link that the first start printed. One row ever: of two who answer at once, one wins.
CREATE TABLE first_administrator (
    id         integer PRIMARY KEY CHECK (id = 1),
    account_id uuid NOT NULL REFERENCES account (id),
    created_at timestamptz NOT NULL
);
