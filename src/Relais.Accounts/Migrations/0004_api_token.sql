-- Tokens with which programs act for an account. Only a hash is kept: a token is shown once.
CREATE TABLE api_token (
    id           uuid PRIMARY KEY,
    account_id   uuid NOT NULL REFERENCES account (id),
    name         text NOT NULL,
    hash         text NOT NULL UNIQUE,
    scopes       text NOT NULL,
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    last_used_on date,
    revoked_at   timestamptz
);

CREATE INDEX api_token_account ON api_token (account_id);
