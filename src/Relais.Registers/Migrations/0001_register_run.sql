-- Each extract that was offered: taken in, or refused with the reason. A line of a register belongs to the run that last said it.
CREATE TABLE register_run (
    number      integer PRIMARY KEY,
    register    text NOT NULL CHECK (register IN ('Rpps', 'Finess')),
    vintage     date NOT NULL,
    file        text NOT NULL,
    started_at  timestamptz NOT NULL,
    ended_at    timestamptz NOT NULL,
    fault       text,
    fault_line  integer,
    detail      text,
    lines       bigint NOT NULL,
    passed_over bigint NOT NULL,
    bad         bigint NOT NULL,
    kept        bigint NOT NULL,
    added       bigint NOT NULL,
    changed     bigint NOT NULL,
    vanished    bigint NOT NULL,
    forgotten   bigint NOT NULL
);
