-- A registration begun and not finished: what was answered so far, erased when it ends or lies idle.
CREATE TABLE registration_draft (
    id         uuid PRIMARY KEY,
    answers    text NOT NULL,
    started_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);

CREATE INDEX registration_draft_updated ON registration_draft (updated_at);
