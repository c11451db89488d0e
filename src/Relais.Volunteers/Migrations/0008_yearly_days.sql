-- The most days of reinforcement that the person wants in a calendar year; nothing where they set no number.
ALTER TABLE volunteer ADD COLUMN yearly_days integer CONSTRAINT volunteer_yearly_days CHECK (yearly_days BETWEEN 1 AND 366);
