-- « Available now, until … »: said for a day at most, and never while no request is to come.
ALTER TABLE volunteer ADD COLUMN on_duty_since timestamptz;
ALTER TABLE volunteer ADD COLUMN on_duty_until timestamptz CONSTRAINT volunteer_on_duty_or_paused CHECK (
    on_duty_until IS NULL OR (is_on AND paused_until IS NULL AND on_duty_since IS NOT NULL AND on_duty_until > on_duty_since));
