-- SQLite has no exclusion constraint. Writers take turns, so a trigger that looks sees every other row.
CREATE TRIGGER commitment_no_overlap_insert BEFORE INSERT ON commitment
WHEN NEW.released_at IS NULL AND EXISTS (
    SELECT 1 FROM commitment other
    WHERE other.released_at IS NULL AND other.party_kind = NEW.party_kind AND other.party_id = NEW.party_id
      AND other.ends_at > NEW.starts_at AND other.starts_at < NEW.ends_at)
BEGIN
    SELECT RAISE(ABORT, 'commitment_no_overlap');
END;

CREATE TRIGGER commitment_no_overlap_update BEFORE UPDATE ON commitment
WHEN NEW.released_at IS NULL AND EXISTS (
    SELECT 1 FROM commitment other
    WHERE other.id <> OLD.id AND other.released_at IS NULL AND other.party_kind = NEW.party_kind AND other.party_id = NEW.party_id
      AND other.ends_at > NEW.starts_at AND other.starts_at < NEW.ends_at)
BEGIN
    SELECT RAISE(ABORT, 'commitment_no_overlap');
END;

-- Instants are text here: they only compare like instants when all are written alike.
CREATE TRIGGER commitment_instants_insert BEFORE INSERT ON commitment
WHEN NEW.starts_at NOT GLOB '????-??-??T??:??:??.??????Z' OR NEW.ends_at NOT GLOB '????-??-??T??:??:??.??????Z'
BEGIN
    SELECT RAISE(ABORT, 'commitment_instants');
END;

CREATE TRIGGER commitment_instants_update BEFORE UPDATE ON commitment
WHEN NEW.starts_at NOT GLOB '????-??-??T??:??:??.??????Z' OR NEW.ends_at NOT GLOB '????-??-??T??:??:??.??????Z'
BEGIN
    SELECT RAISE(ABORT, 'commitment_instants');
END;
