-- How many of those who practise in a commune train students there (maîtres de stage universitaires); nothing where the source
-- does not say.
ALTER TABLE supply_line ADD COLUMN supervisors integer CHECK (supervisors >= 0);
