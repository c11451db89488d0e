-- The kinds of datasets are the program's to know: a list of them in the table would have to be changed with each new one.
DROP INDEX dataset_once;
ALTER TABLE dataset ADD COLUMN about text NOT NULL DEFAULT '';
UPDATE dataset SET about = kind;
ALTER TABLE dataset DROP COLUMN kind;
ALTER TABLE dataset RENAME COLUMN about TO kind;
CREATE UNIQUE INDEX dataset_once ON dataset (kind, sha256) WHERE undone_at IS NULL;

-- Which statistics a file has, with what its source says of how they were made (the scenario of a projection).
CREATE TABLE dataset_statistic (
    dataset_id uuid NOT NULL REFERENCES dataset (id),
    statistic  text NOT NULL,
    scenario   text,
    PRIMARY KEY (dataset_id, statistic)
);

-- One figure of one commune; of a share, what it is counted over. No line where the source says nothing.
CREATE TABLE statistic_line (
    dataset_id   uuid NOT NULL REFERENCES dataset (id),
    statistic    text NOT NULL,
    commune_code text NOT NULL,
    amount       double precision NOT NULL CHECK (amount >= 0),
    counted_over double precision CHECK (counted_over > 0),
    PRIMARY KEY (dataset_id, statistic, commune_code),
    CHECK (amount <= counted_over)
);
