-- A file of figures that somebody took in: where it comes from, of when it is, and whether it still counts. What it holds
-- lies in tables of its kind. Undoing an import hides it; the one before counts again.
CREATE TABLE dataset (
    id          uuid PRIMARY KEY,
    kind        text NOT NULL CHECK (kind IN ('Supply', 'TravelTimes', 'PublishedApl', 'Zoning', 'Contours', 'Communes')),
    source      text NOT NULL,
    vintage     text NOT NULL,
    licence     text NOT NULL,
    quality     text NOT NULL,
    is_invented boolean NOT NULL,
    file_name   text NOT NULL,
    sha256      text NOT NULL,
    lines       bigint NOT NULL,
    kept        bigint NOT NULL,
    rejected    bigint NOT NULL,
    imported_at timestamptz NOT NULL,
    undone_at   timestamptz,
    CHECK (lines >= 0 AND kept >= 0 AND rejected >= 0)
);

-- The same file counts once.
CREATE UNIQUE INDEX dataset_once ON dataset (kind, sha256) WHERE undone_at IS NULL;

-- Who practises where, and how much they do in a year. Acts are consultations and visits; nothing where the source has none.
-- A commune without a line has nobody. No foreign key to the communes: the lists of codes change each year.
CREATE TABLE supply_line (
    dataset_id    uuid NOT NULL REFERENCES dataset (id),
    profession    text NOT NULL,
    commune_code  text NOT NULL,
    practitioners double precision NOT NULL CHECK (practitioners >= 0),
    acts          double precision CHECK (acts >= 0),
    over55       integer CHECK (over55 >= 0),
    over60       integer CHECK (over60 >= 0),
    over65       integer CHECK (over65 >= 0),
    PRIMARY KEY (dataset_id, profession, commune_code)
);
