-- A territory is a list of communes that holds from a day until another: when the list changes, a new version begins.
CREATE TABLE territory_version (
    id         uuid PRIMARY KEY,
    code       text NOT NULL,
    kind       text NOT NULL,
    name       text NOT NULL,
    valid_from date NOT NULL,
    valid_to   date,
    source     text NOT NULL,
    CHECK (valid_to IS NULL OR valid_from < valid_to),
    UNIQUE (code, valid_from)
);

CREATE TABLE territory_commune (
    version_id   uuid NOT NULL REFERENCES territory_version (id),
    commune_code text NOT NULL,
    PRIMARY KEY (version_id, commune_code)
);

CREATE INDEX territory_commune_by_commune ON territory_commune (commune_code);
