-- The interval in which the accessibility of a commune lies, for one set of inputs: the key names them all. It is work of the
-- background, kept so that it is done once.
CREATE TABLE access_range (
    key          text NOT NULL,
    commune_code text NOT NULL,
    low          double precision NOT NULL,
    high         double precision NOT NULL,
    PRIMARY KEY (key, commune_code),
    CHECK (low <= high)
);
