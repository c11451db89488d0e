-- The piece of a zoning that a commune belongs to: the territoires de vie-santé, as the ministry draws them. A commune lies in one.
CREATE TABLE mesh_line (
    dataset_id   uuid NOT NULL REFERENCES dataset (id),
    commune_code text NOT NULL,
    mesh_code    text NOT NULL,
    mesh_name    text NOT NULL,
    PRIMARY KEY (dataset_id, commune_code)
);

-- How much of the people of a region may live in zones, in per cent: an order of the ministers says so.
CREATE TABLE zoning_cap (
    dataset_id  uuid NOT NULL REFERENCES dataset (id),
    region_code text NOT NULL,
    zip         double precision NOT NULL CHECK (zip BETWEEN 0 AND 100),
    zac         double precision NOT NULL CHECK (zac BETWEEN 0 AND 100),
    PRIMARY KEY (dataset_id, region_code)
);

-- A zoning with a name of its own (the red zones of territorial solidarity) stands beside that of the profession.
ALTER TABLE zoning_line ADD COLUMN zoning text;
