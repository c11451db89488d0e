CREATE EXTENSION IF NOT EXISTS btree_gist;

ALTER TABLE commitment ADD CONSTRAINT commitment_no_overlap EXCLUDE USING gist (
    party_kind WITH =,
    party_id WITH =,
    tstzrange(starts_at, ends_at) WITH &&
) WHERE (released_at IS NULL);
