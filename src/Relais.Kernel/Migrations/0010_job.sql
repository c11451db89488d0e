-- Work to do later, written in the transaction that makes it necessary.
-- A worker holds a job by a lease: whoever lost the lease cannot end the job.
CREATE TABLE job (
    id          uuid PRIMARY KEY,
    kind        text NOT NULL,
    payload     text NOT NULL,
    once_key    text,
    run_at      timestamptz NOT NULL,
    state       text NOT NULL CHECK (state IN ('Waiting', 'Done', 'Dead')),
    attempts    integer NOT NULL,
    lease_token uuid,
    lease_until timestamptz,
    ended_at    timestamptz,
    last_error  text,
    CONSTRAINT job_once UNIQUE (kind, once_key),
    CHECK ((state = 'Waiting') = (ended_at IS NULL)),
    CHECK ((lease_token IS NULL) = (lease_until IS NULL)),
    CHECK (state = 'Waiting' OR lease_token IS NULL)
);

CREATE INDEX job_waiting ON job (run_at) WHERE state = 'Waiting';
CREATE INDEX job_leased ON job (lease_token) WHERE lease_token IS NOT NULL;
CREATE INDEX job_ended ON job (state, ended_at) WHERE state <> 'Waiting';
