-- Since when the dossier lies beside the one that its person keeps: nobody is asked through it.
ALTER TABLE volunteer ADD COLUMN set_aside_at timestamptz;
