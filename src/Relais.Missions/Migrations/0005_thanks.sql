-- Thanks of an establishment to who came, with a sentence or without.
CREATE TABLE thanks (
    mission_id     uuid PRIMARY KEY REFERENCES worked_hours (mission_id),
    words          text NOT NULL,
    given_at       timestamptz NOT NULL
);

-- When the establishment said that an absence was excused.
ALTER TABLE mission ADD COLUMN excused_at timestamptz;
