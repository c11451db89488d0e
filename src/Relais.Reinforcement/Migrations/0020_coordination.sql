-- A need that nobody took in time was told to whom: once for each time that places were free.
CREATE TABLE escalation (
    need_id    uuid NOT NULL REFERENCES need (id),
    step       text NOT NULL CHECK (step IN ('Coordinator', 'National')),
    free_since timestamptz NOT NULL,
    reached_at timestamptz NOT NULL,
    PRIMARY KEY (need_id, step, free_since)
);

-- Who of the coordination looks after a need: one at a time.
CREATE TABLE need_in_hand (
    need_id   uuid PRIMARY KEY REFERENCES need (id),
    person_id uuid NOT NULL,
    since     timestamptz NOT NULL
);

-- Who was called about a need, by whom, and what became of it.
CREATE TABLE need_call (
    id           uuid PRIMARY KEY,
    need_id      uuid NOT NULL REFERENCES need (id),
    person_id    uuid NOT NULL,
    called_by    uuid NOT NULL,
    called_at    timestamptz NOT NULL,
    outcome      text NOT NULL CHECK (outcome IN ('Comes', 'DoesNotCome', 'NotReached', 'MessageLeft', 'CallBack')),
    call_back_at timestamptz,
    note         text,
    CHECK ((outcome = 'CallBack') = (call_back_at IS NOT NULL))
);

CREATE INDEX need_call_of ON need_call (need_id, called_at);
CREATE INDEX need_call_person ON need_call (person_id);

-- How many could still be asked after the last wave.
ALTER TABLE need ADD COLUMN still_askable integer;
