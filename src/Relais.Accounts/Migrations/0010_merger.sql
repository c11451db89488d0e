-- Two dossiers of one person made one: which rows came to the dossier that is kept, so that each goes back when they are
-- parted again. Nothing else changes, so nothing else needs to be restored.
CREATE TABLE merger (
    id          uuid PRIMARY KEY,
    kept_id     uuid NOT NULL REFERENCES person (id),
    absorbed_id uuid NOT NULL REFERENCES person (id),
    reason      text NOT NULL,
    merged_at   timestamptz NOT NULL,
    merged_by   uuid,
    parted_at   timestamptz,
    parted_by   uuid,
    CHECK (kept_id <> absorbed_id)
);

CREATE UNIQUE INDEX merger_absorbed_once ON merger (absorbed_id) WHERE parted_at IS NULL;
CREATE INDEX merger_kept ON merger (kept_id);

CREATE TABLE merger_move (
    merger_id  uuid NOT NULL REFERENCES merger (id),
    number     integer NOT NULL,
    table_name text NOT NULL,
    row_key    text NOT NULL,
    from_id    uuid NOT NULL,
    to_id      uuid NOT NULL,
    PRIMARY KEY (merger_id, number)
);

-- Two dossiers that look alike and are two people: not shown again.
CREATE TABLE distinct_people (
    first_id  uuid NOT NULL REFERENCES person (id),
    second_id uuid NOT NULL REFERENCES person (id),
    said_at   timestamptz NOT NULL,
    said_by   uuid,
    PRIMARY KEY (first_id, second_id),
    CHECK (first_id < second_id)
);

ALTER TABLE person ADD COLUMN absorbed_by uuid REFERENCES person (id);
CREATE INDEX person_absorbed ON person (absorbed_by) WHERE absorbed_by IS NOT NULL;
