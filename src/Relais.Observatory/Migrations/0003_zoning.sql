-- The zone of a commune for a profession, as an authority drew it. Several zonings live side by side: none replaces another.
CREATE TABLE zoning_line (
    dataset_id   uuid NOT NULL REFERENCES dataset (id),
    profession   text NOT NULL,
    commune_code text NOT NULL,
    zone         text NOT NULL,
    decided_on   date,
    PRIMARY KEY (dataset_id, profession, commune_code)
);

CREATE INDEX zoning_line_by_commune ON zoning_line (commune_code);
