-- A need that repeats: the rule that made its dates, kept as it was said. Each date is a need of its own.
CREATE TABLE need_series (
    id           uuid PRIMARY KEY,
    finess       text NOT NULL,
    commune_code text NOT NULL,
    cell         text NOT NULL,
    starts       time NOT NULL,
    ends         time NOT NULL,
    time_zone    text NOT NULL,
    pattern      text NOT NULL,
    lead_days    integer NOT NULL CHECK (lead_days BETWEEN 1 AND 60),
    created_by   uuid,
    created_at   timestamptz NOT NULL
);

CREATE INDEX need_series_of_facility ON need_series (finess, created_at);

ALTER TABLE need ADD COLUMN series_id uuid REFERENCES need_series (id);

-- The date that the rule gave, whatever day the need was moved to since.
ALTER TABLE need ADD COLUMN series_day date;

-- Somebody changed this date alone: it stays as it is when the series changes.
ALTER TABLE need ADD COLUMN changed_alone boolean NOT NULL DEFAULT false;

-- When a draft is to be published by itself.
ALTER TABLE need ADD COLUMN publish_at timestamptz;

-- A date of a series exists once, however many nodes write it.
CREATE UNIQUE INDEX need_once_in_series ON need (series_id, series_day) WHERE series_id IS NOT NULL;
