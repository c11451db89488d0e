-- Answers to requests that carried an Idempotency-Key, so that one sent again gets the same. Kept for two days.
CREATE TABLE kept_answer (
    owner      text NOT NULL,
    key        text NOT NULL,
    request    text NOT NULL,
    started_at timestamptz NOT NULL,
    status     integer,
    media_type text,
    location   text,
    body       bytea,
    PRIMARY KEY (owner, key)
);

CREATE INDEX kept_answer_started ON kept_answer (started_at);
