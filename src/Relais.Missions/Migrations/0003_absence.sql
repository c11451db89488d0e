-- When the establishment said that the person had not come.
ALTER TABLE mission ADD COLUMN absent_at timestamptz;
