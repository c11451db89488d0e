-- The accessibility that DREES publishes, as it was published: each workbook holds several years.
CREATE TABLE published_apl_line (
    dataset_id   uuid NOT NULL REFERENCES dataset (id),
    profession   text NOT NULL,
    year         integer NOT NULL,
    commune_code text NOT NULL,
    apl          double precision CHECK (apl >= 0),
    to65         double precision CHECK (to65 >= 0),
    to62         double precision CHECK (to62 >= 0),
    to60         double precision CHECK (to60 >= 0),
    standardised double precision CHECK (standardised >= 0),
    people       double precision CHECK (people >= 0),
    PRIMARY KEY (dataset_id, profession, year, commune_code)
);
