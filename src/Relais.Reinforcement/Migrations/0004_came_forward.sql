-- Nobody asked this person: they saw the need and said to be free.
ALTER TABLE offer ADD COLUMN came_forward boolean NOT NULL DEFAULT false;
