-- Establishments by their number in the national register: legal entities (EJ) and the sites that belong to them (ET).
CREATE TABLE facility (
    number       text PRIMARY KEY,
    entity       text NOT NULL,
    kind         text NOT NULL CHECK (kind IN ('Entity', 'Site')),
    name         text NOT NULL,
    search_key   text NOT NULL,
    category     text NOT NULL,
    commune_code text NOT NULL,
    address      text,
    phone        text,
    source       text NOT NULL,
    recorded_at  timestamptz NOT NULL,
    closed_at    timestamptz,
    CHECK ((kind = 'Entity') = (entity = number))
);

CREATE INDEX facility_of_entity ON facility (entity);
CREATE INDEX facility_in_commune ON facility (commune_code);
