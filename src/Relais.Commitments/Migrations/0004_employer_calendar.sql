-- A calendar file of shifts at an employer. While it waits for its person to agree, its content is kept; once imported,
-- only its name and its digest, to recognise it when it comes again.
CREATE TABLE employer_calendar (
    id              uuid PRIMARY KEY,
    person_id       uuid NOT NULL,
    file_name       text NOT NULL,
    digest          text NOT NULL,
    time_zone       text NOT NULL,
    whole_days_work boolean NOT NULL,
    content         bytea,
    read_at         timestamptz NOT NULL,
    imported_at     timestamptz,
    CHECK ((content IS NULL) = (imported_at IS NOT NULL))
);

CREATE INDEX employer_calendar_person ON employer_calendar (person_id);
CREATE UNIQUE INDEX employer_calendar_waits_alone ON employer_calendar (person_id) WHERE imported_at IS NULL;
