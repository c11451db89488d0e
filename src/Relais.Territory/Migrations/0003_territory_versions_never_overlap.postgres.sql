CREATE EXTENSION IF NOT EXISTS btree_gist;

ALTER TABLE territory_version ADD CONSTRAINT territory_versions_never_overlap
    EXCLUDE USING gist (code WITH =, daterange(valid_from, valid_to) WITH &&);
