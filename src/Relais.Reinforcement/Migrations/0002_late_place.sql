-- Until when somebody is still looked for once the shift has begun; none when the search ends with its start.
ALTER TABLE need ADD COLUMN late_until timestamptz;

-- When the establishment said that who was expected had not come.
ALTER TABLE offer ADD COLUMN absent_at timestamptz;
