-- Each entry bears its own digest from the moment it is written, and each seal keeps the roll of what it holds (id, time,
-- digest, action), so that one altered, removed or added line is named and not only its batch. Older seals have no roll.
ALTER TABLE journal_entry ADD COLUMN digest text;
ALTER TABLE journal_seal ADD COLUMN roll text;
