-- Keys that an authenticator holds. Only the public half is here; a credential belongs to one account, whoever shows it first.
CREATE TABLE passkey (
    id            uuid PRIMARY KEY,
    account_id    uuid NOT NULL REFERENCES account (id),
    credential_id text NOT NULL,
    public_key    bytea NOT NULL,
    name          text NOT NULL,
    sign_count    bigint NOT NULL CHECK (sign_count >= 0),
    transports    text NOT NULL,
    is_backed_up  boolean NOT NULL,
    may_back_up   boolean NOT NULL,
    added_at      timestamptz NOT NULL,
    used_at       timestamptz,
    CONSTRAINT passkey_credential_once UNIQUE (credential_id)
);

CREATE INDEX passkey_account ON passkey (account_id);

-- A challenge that was answered. One row each: whoever sends the same answer again comes second.
CREATE TABLE answered_challenge (
    digest      text PRIMARY KEY,
    answered_at timestamptz NOT NULL
);

CREATE INDEX answered_challenge_at ON answered_challenge (answered_at);
