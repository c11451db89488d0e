-- What was read of somebody is shown to them, the latest first.
CREATE INDEX journal_entry_subject_at ON journal_entry (subject_kind, subject_id, at);
DROP INDEX journal_entry_subject;
