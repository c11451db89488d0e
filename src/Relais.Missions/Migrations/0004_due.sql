-- What a person is owed for a mission whose hours are agreed, as it was worth on its day.
CREATE TABLE due (
    id             uuid PRIMARY KEY,
    mission_id     uuid NOT NULL REFERENCES worked_hours (mission_id),
    kind           text NOT NULL CHECK (kind IN ('Hours', 'Unpaid', 'NoRate', 'Added')),
    label          text NOT NULL,
    payer          text NOT NULL CHECK (payer IN ('Facility', 'HealthInsurance')),
    cents          integer CHECK (cents >= 0),
    currency       text NOT NULL,
    reference      text NOT NULL,
    expected_on    date,
    stated_at      timestamptz NOT NULL,
    paid_on        date,
    paid_noted_at  timestamptz,
    CONSTRAINT due_has_a_sum CHECK (kind IN ('Unpaid', 'NoRate') OR cents IS NOT NULL),
    CONSTRAINT due_paid_is_a_sum CHECK (paid_on IS NULL OR cents IS NOT NULL),
    CHECK ((cents IS NULL) = (expected_on IS NULL)),
    CHECK ((paid_on IS NULL) = (paid_noted_at IS NULL))
);

-- The hours of a mission are owed once, whatever is added to them.
CREATE UNIQUE INDEX due_for_hours_once ON due (mission_id) WHERE kind <> 'Added';
CREATE INDEX due_of_mission ON due (mission_id);

CREATE TABLE due_part (
    due_id         uuid NOT NULL REFERENCES due (id),
    number         integer NOT NULL,
    minutes        integer NOT NULL CHECK (minutes > 0),
    hourly_cents   integer NOT NULL CHECK (hourly_cents >= 0),
    PRIMARY KEY (due_id, number)
);

-- What a person says is wrong with a sum, and what was answered. One waits at a time.
CREATE TABLE complaint (
    id             uuid PRIMARY KEY,
    due_id         uuid NOT NULL REFERENCES due (id),
    words          text NOT NULL,
    made_at        timestamptz NOT NULL,
    answer         text,
    answered_by    uuid,
    answered_at    timestamptz,
    CHECK ((answer IS NULL) = (answered_at IS NULL))
);

CREATE UNIQUE INDEX complaint_one_waits ON complaint (due_id) WHERE answered_at IS NULL;
CREATE INDEX complaint_of_due ON complaint (due_id);
