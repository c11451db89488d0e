-- A question that was put to a number, under a letter that no other open question of this number bears.
CREATE TABLE question (
    id            uuid PRIMARY KEY,
    number        text NOT NULL,
    letter        text NOT NULL,
    person_id     uuid NOT NULL,
    about_kind    text NOT NULL,
    about_id      uuid NOT NULL,
    commune_code  text NOT NULL,
    opened_at     timestamptz NOT NULL,
    retired_at    timestamptz,
    CONSTRAINT question_once UNIQUE (number, about_kind, about_id)
);

CREATE UNIQUE INDEX question_letter_once ON question (number, letter) WHERE retired_at IS NULL;

-- What was answered, word for word, and what was made of it.
CREATE TABLE sms_reply (
    id            uuid PRIMARY KEY,
    provider_id   text NOT NULL CONSTRAINT sms_reply_once UNIQUE,
    number        text NOT NULL,
    text          text NOT NULL,
    received_at   timestamptz NOT NULL,
    meaning       text NOT NULL CHECK (meaning IN ('Yes', 'No', 'Stop', 'Unclear')),
    state         text NOT NULL CHECK (state IN ('Taken', 'ToRead', 'Read')),
    question_id   uuid REFERENCES question (id),
    echo          text,
    read_by       uuid,
    read_at       timestamptz
);

CREATE INDEX sms_reply_to_read ON sms_reply (received_at) WHERE state = 'ToRead';
