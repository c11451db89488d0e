-- The name of a file goes with its content: people name files after themselves.
UPDATE stored_file SET name = '' WHERE deleted_at IS NOT NULL;
