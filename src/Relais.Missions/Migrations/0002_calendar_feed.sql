-- The address by which a person's own calendar reads their missions. Replacing the row closes the old address.
CREATE TABLE calendar_feed (
    person_id  uuid PRIMARY KEY,
    code       text NOT NULL CONSTRAINT calendar_feed_code_once UNIQUE,
    opened_at  timestamptz NOT NULL
);
