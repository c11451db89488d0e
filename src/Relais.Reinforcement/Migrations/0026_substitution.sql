-- Whether people of another profession, whose diploma permits it, may hold the place.
ALTER TABLE need ADD COLUMN accepts_substitutes boolean NOT NULL DEFAULT false;
ALTER TABLE need_template ADD COLUMN accepts_substitutes boolean NOT NULL DEFAULT false;

-- The profession with which the person was asked to hold a place of another; nothing where it is their own.
ALTER TABLE offer ADD COLUMN stands_in_as text;
