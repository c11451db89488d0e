-- Somebody going off duty hands a role over to a colleague, from one instant until another, if the colleague accepts.
CREATE TABLE delegation (
    id           uuid PRIMARY KEY,
    account_id   uuid NOT NULL REFERENCES account (id),
    colleague_id uuid NOT NULL REFERENCES account (id),
    role         text NOT NULL,
    scope        text NOT NULL,
    starts_at    timestamptz NOT NULL,
    ends_at      timestamptz NOT NULL,
    note         text NOT NULL,
    asked_at     timestamptz NOT NULL,
    accepted_at  timestamptz,
    closed_at    timestamptz,
    closed_by    uuid,
    CHECK (ends_at > starts_at),
    CHECK (account_id <> colleague_id)
);

-- A role is handed over to one colleague at a time: whoever looks for the person in charge finds one.
CREATE UNIQUE INDEX delegation_once ON delegation (account_id, role, scope) WHERE closed_at IS NULL;
CREATE INDEX delegation_colleague ON delegation (colleague_id);

-- The right that an accepted hand-over gives: one, however often it is accepted.
ALTER TABLE held_role ADD COLUMN delegation_id uuid REFERENCES delegation (id);
CREATE UNIQUE INDEX held_role_delegated_once ON held_role (delegation_id) WHERE delegation_id IS NOT NULL;
