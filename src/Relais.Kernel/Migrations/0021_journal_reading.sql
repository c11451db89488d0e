-- The journal is read latest first, whole or for one account.
CREATE INDEX journal_entry_at ON journal_entry (at);
CREATE INDEX journal_entry_account ON journal_entry (account_id, at);
