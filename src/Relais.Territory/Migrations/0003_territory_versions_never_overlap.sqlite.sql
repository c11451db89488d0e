CREATE TRIGGER territory_versions_never_overlap_insert BEFORE INSERT ON territory_version
WHEN EXISTS (
    SELECT 1 FROM territory_version AS other
    WHERE other.code = NEW.code
      AND (other.valid_to IS NULL OR NEW.valid_from < other.valid_to)
      AND (NEW.valid_to IS NULL OR other.valid_from < NEW.valid_to))
BEGIN
    SELECT RAISE(ABORT, 'territory_versions_never_overlap');
END;

CREATE TRIGGER territory_versions_never_overlap_update BEFORE UPDATE ON territory_version
WHEN EXISTS (
    SELECT 1 FROM territory_version AS other
    WHERE other.code = NEW.code AND other.id <> NEW.id
      AND (other.valid_to IS NULL OR NEW.valid_from < other.valid_to)
      AND (NEW.valid_to IS NULL OR other.valid_from < NEW.valid_to))
BEGIN
    SELECT RAISE(ABORT, 'territory_versions_never_overlap');
END;
