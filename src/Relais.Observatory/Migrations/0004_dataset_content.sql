-- What a dataset holds when it is read whole and never line by line: a matrix of travel times, the contours of the communes.
CREATE TABLE dataset_content (
    dataset_id uuid PRIMARY KEY REFERENCES dataset (id),
    content    bytea NOT NULL
);
