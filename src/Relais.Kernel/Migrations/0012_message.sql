-- One row per message and channel: which template, about which ids, to whom. No name, no address, no text: these are
-- read again at sending, so that nothing outdated is sent and nothing personal lies here.
CREATE TABLE message (
    id           uuid PRIMARY KEY,
    template     text NOT NULL,
    ids          text NOT NULL,
    person_id    uuid NOT NULL,
    channel      text NOT NULL CHECK (channel IN ('Email', 'Sms', 'Inbox')),
    about_kind   text,
    about_id     uuid,
    once_key     text,
    priority     integer NOT NULL,
    not_before   timestamptz NOT NULL,
    state        text NOT NULL CHECK (state IN ('Waiting', 'Sending', 'Sent', 'Failed', 'Cancelled', 'Suppressed')),
    attempts     integer NOT NULL,
    lease_token  uuid,
    lease_until  timestamptz,
    sent_at      timestamptz,
    read_at      timestamptz,
    provider_id  text,
    last_error   text,
    created_at   timestamptz NOT NULL,
    CONSTRAINT message_once UNIQUE (template, person_id, channel, once_key),
    CHECK ((about_kind IS NULL) = (about_id IS NULL)),
    CHECK ((state = 'Sending') = (lease_token IS NOT NULL)),
    CHECK ((lease_token IS NULL) = (lease_until IS NULL)),
    CHECK ((state = 'Sent') = (sent_at IS NOT NULL))
);

CREATE INDEX message_due ON message (channel, priority, not_before) WHERE state IN ('Waiting', 'Sending');
CREATE INDEX message_leased ON message (lease_token) WHERE lease_token IS NOT NULL;
CREATE INDEX message_of_person ON message (person_id, channel, sent_at);
CREATE INDEX message_about ON message (about_id) WHERE about_id IS NOT NULL;
CREATE INDEX message_failed ON message (created_at) WHERE state = 'Failed';
