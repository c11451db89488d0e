-- Where the town halls are, from the official file: better than the points that the program brings with it.
CREATE TABLE commune_point (
    dataset_id   uuid NOT NULL REFERENCES dataset (id),
    commune_code text NOT NULL,
    latitude     double precision NOT NULL CHECK (latitude BETWEEN -90 AND 90),
    longitude    double precision NOT NULL CHECK (longitude BETWEEN -180 AND 180),
    PRIMARY KEY (dataset_id, commune_code)
);
