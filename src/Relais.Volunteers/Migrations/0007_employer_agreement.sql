-- For whom a person works, and what the employer agreed to; nothing is known of those who did not say.
ALTER TABLE volunteer ADD COLUMN employer_kind text CONSTRAINT volunteer_employer_kind CHECK (employer_kind IN ('PublicAgent', 'SalariedExclusive', 'Salaried', 'SelfEmployed'));

CREATE TABLE volunteer_agreement (
    id           uuid PRIMARY KEY,
    person_id    uuid NOT NULL REFERENCES volunteer (person_id) ON DELETE CASCADE,
    employer     text NOT NULL,
    valid_from   date NOT NULL,
    valid_until  date NOT NULL,
    monthly_days integer CHECK (monthly_days BETWEEN 1 AND 31),
    CHECK (valid_until >= valid_from)
);

CREATE INDEX volunteer_agreement_person ON volunteer_agreement (person_id);
