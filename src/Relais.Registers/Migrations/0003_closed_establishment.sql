-- The day since which the register says that an establishment is closed; empty for those that are open.
ALTER TABLE finess_line ADD COLUMN closed_on text NOT NULL DEFAULT '';
