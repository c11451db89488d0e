-- One row in a copy on which people train, none in an installation that serves. A restored copy is given it before anybody
-- can open it, also by a program older than this file: hence IF NOT EXISTS.
CREATE TABLE IF NOT EXISTS exercise (
    id        integer PRIMARY KEY CHECK (id = 1),
    data_from timestamptz NOT NULL,
    ends_at   timestamptz NOT NULL CHECK (ends_at > data_from)
);
