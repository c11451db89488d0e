-- What a territory did in some months, for everybody to read: the figures as they were published, the small ones already left out.
CREATE TABLE public_report (
    id           uuid PRIMARY KEY,
    scope        text NOT NULL,
    place        text NOT NULL,
    first_month  date NOT NULL,
    last_month   date NOT NULL CHECK (last_month >= first_month),
    foreword     text NOT NULL,
    figures      text NOT NULL,
    published_at timestamptz NOT NULL,
    withdrawn_at timestamptz
);

CREATE INDEX public_report_latest ON public_report (published_at) WHERE withdrawn_at IS NULL;

-- A month of a territory is told once: of two reports that overlap, one taken from the other would show the small numbers
-- that both leave out.
CREATE TABLE public_report_month (
    scope     text NOT NULL,
    month     date NOT NULL,
    report_id uuid NOT NULL REFERENCES public_report (id),
    CONSTRAINT public_report_month_once PRIMARY KEY (scope, month)
);

CREATE INDEX public_report_month_of ON public_report_month (report_id);
