-- Where a figure or a point comes from, as it is said beside it.
CREATE TABLE data_source (
    key         text PRIMARY KEY,
    name        text NOT NULL,
    licence     text NOT NULL,
    vintage     text NOT NULL,
    recorded_at timestamptz NOT NULL
);

-- The reference files already taken in, by fingerprint: each is taken in once.
CREATE TABLE reference_import (
    fingerprint text PRIMARY KEY,
    imported_at timestamptz NOT NULL
);

-- The tables below are written whole, in one transaction, by the import alone: it needs no foreign key to be right, and
-- checking one for each of 250 000 rows would double its time.
CREATE TABLE reference_commune (
    code               text PRIMARY KEY,
    name               text NOT NULL,
    department_code    text NOT NULL,
    region_code        text NOT NULL,
    epci_code          text,
    postal_codes       text NOT NULL,
    latitude           double precision,
    longitude          double precision,
    altitude           integer,
    coordinate_quality text NOT NULL,
    coordinate_source  text,
    CHECK ((latitude IS NULL) = (longitude IS NULL))
);

-- The codes and names that a commune had before a merger, and those of its districts.
CREATE TABLE reference_former_commune (
    code         text PRIMARY KEY,
    name         text,
    commune_code text NOT NULL
);

-- Each way of counting is kept apart; its name and vintage are those of the source of the same key.
CREATE TABLE reference_population (
    count        text NOT NULL,
    commune_code text NOT NULL,
    people       integer NOT NULL CHECK (people >= 0),
    PRIMARY KEY (commune_code, count)
);
