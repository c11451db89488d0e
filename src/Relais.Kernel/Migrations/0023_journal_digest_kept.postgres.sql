CREATE OR REPLACE FUNCTION journal_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'journal_entry' THEN
        IF OLD.seal_number IS NULL AND NEW.seal_number IS NOT NULL
            AND (OLD.id, OLD.at, OLD.means, OLD.action, OLD.subject_kind, OLD.subject_id)
                = (NEW.id, NEW.at, NEW.means, NEW.action, NEW.subject_kind, NEW.subject_id)
            AND OLD.account_id IS NOT DISTINCT FROM NEW.account_id
            AND OLD.detail IS NOT DISTINCT FROM NEW.detail
            AND OLD.digest IS NOT DISTINCT FROM NEW.digest THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'journal_append_only';
END $$;
