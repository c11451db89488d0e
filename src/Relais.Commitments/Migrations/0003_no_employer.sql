-- People who said that they have no employer: their hours are known, there are none.
CREATE TABLE no_employer (
    person_id   uuid PRIMARY KEY,
    declared_at timestamptz NOT NULL
);
