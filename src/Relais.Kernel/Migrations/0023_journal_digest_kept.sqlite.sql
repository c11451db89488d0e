DROP TRIGGER journal_entry_no_update;
CREATE TRIGGER journal_entry_no_update BEFORE UPDATE ON journal_entry
WHEN OLD.seal_number IS NOT NULL OR NEW.seal_number IS NULL
    OR OLD.id <> NEW.id OR OLD.at <> NEW.at OR OLD.account_id IS NOT NEW.account_id OR OLD.means <> NEW.means
    OR OLD.action <> NEW.action OR OLD.subject_kind <> NEW.subject_kind OR OLD.subject_id <> NEW.subject_id
    OR OLD.detail IS NOT NEW.detail OR OLD.digest IS NOT NEW.digest
BEGIN
    SELECT RAISE(ABORT, 'journal_append_only');
END;
