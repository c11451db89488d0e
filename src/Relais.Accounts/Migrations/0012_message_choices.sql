-- Which sorts of messages a person does not want by which channel.
CREATE TABLE refused_topic (
    person_id uuid NOT NULL REFERENCES person (id),
    topic     text NOT NULL,
    channel   text NOT NULL CHECK (channel IN ('Email', 'Sms')),
    PRIMARY KEY (person_id, topic, channel)
);

-- Quiet hours of each day, Monday first (« 22:00-07:00 » seven times), for whom those of every day do not fit.
ALTER TABLE contact_wishes ADD COLUMN quiet_week text CHECK (length(quiet_week) = 83);
