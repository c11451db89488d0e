-- The pace of the waves follows how the last requests were answered.
CREATE INDEX offer_of_late ON offer (sent_at);
