-- Tries at signing in, to slow down who guesses: hashed addresses and networks, forgotten after a day.
CREATE TABLE sign_in_attempt (
    id      uuid PRIMARY KEY,
    kind    text NOT NULL,
    subject text NOT NULL,
    at      timestamptz NOT NULL
);

CREATE INDEX sign_in_attempt_subject ON sign_in_attempt (subject, kind, at);
CREATE INDEX sign_in_attempt_at ON sign_in_attempt (at);

-- A link sent to an address, by which whoever opens it proves to read what is sent there.
CREATE TABLE address_proof (
    id         uuid PRIMARY KEY,
    purpose    text NOT NULL CHECK (purpose IN ('SignIn', 'Check')),
    kind       text NOT NULL CHECK (kind IN ('Email', 'Mobile')),
    value      text NOT NULL,
    person_id  uuid REFERENCES person (id),
    return_to  text,
    asked_at   timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz
);

CREATE INDEX address_proof_expires ON address_proof (expires_at);
