-- A browser in which somebody is signed in, in words drawn from what it says of itself. Neither its address nor a place is kept.
CREATE TABLE session (
    id         uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES account (id),
    device     text NOT NULL,
    means      text NOT NULL CHECK (means IN ('Password', 'Link', 'Passkey', 'Registration')),
    stays      boolean NOT NULL,
    started_at timestamptz NOT NULL,
    seen_at    timestamptz NOT NULL,
    closed_at  timestamptz
);

CREATE INDEX session_account ON session (account_id);
