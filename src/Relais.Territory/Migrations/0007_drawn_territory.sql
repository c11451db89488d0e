-- A territory that people draw has a code of its own, given once and never again: two that are drawn at the same instant do not
-- share one, and a list that is taken back leaves no code that would lead to another place.
CREATE TABLE drawn_territory (
    code text PRIMARY KEY
);

INSERT INTO drawn_territory (code)
SELECT DISTINCT code FROM territory_version WHERE kind NOT IN ('Region', 'Department', 'Epci');

ALTER TABLE territory_version ADD COLUMN drawn_at timestamptz;
ALTER TABLE territory_version ADD COLUMN reason text;
ALTER TABLE territory_version ADD COLUMN end_reason text;
