-- Whoever chose quiet hours may accept to be disturbed when a need cannot wait for the morning.
ALTER TABLE contact_wishes ADD COLUMN wakes_when_urgent boolean NOT NULL DEFAULT false;
