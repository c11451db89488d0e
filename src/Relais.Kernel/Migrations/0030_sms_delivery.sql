-- What became of an SMS after the provider took it, and how many parts it was paid as.
ALTER TABLE message ADD COLUMN parts integer;
ALTER TABLE message ADD COLUMN delivered_at timestamptz;
ALTER TABLE message ADD COLUMN delivery_error text;

CREATE INDEX message_of_provider ON message (provider_id) WHERE provider_id IS NOT NULL;
