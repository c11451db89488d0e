-- What an establishment has ready for those who come: once for all, or for each of them.
CREATE TABLE welcome_item (
    id          uuid PRIMARY KEY,
    finess      text NOT NULL,
    label       text NOT NULL,
    each        boolean NOT NULL,
    rank        integer NOT NULL,
    ready_at    timestamptz,
    ready_by    uuid,
    retired_at  timestamptz,
    CHECK (ready_at IS NULL OR NOT each)
);

CREATE UNIQUE INDEX welcome_item_once ON welcome_item (finess, label) WHERE retired_at IS NULL;

-- Done for one mission, when and by whom.
CREATE TABLE welcome_done (
    mission_id uuid NOT NULL REFERENCES mission (id),
    item_id    uuid NOT NULL REFERENCES welcome_item (id),
    done_at    timestamptz NOT NULL,
    done_by    uuid NOT NULL,
    PRIMARY KEY (mission_id, item_id)
);
