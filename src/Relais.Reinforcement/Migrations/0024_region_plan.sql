-- A proposal for every free place of a territory at once, made when a coordinator asks for it.
CREATE TABLE region_plan (
    id            uuid PRIMARY KEY,
    scope         text NOT NULL,
    place         text NOT NULL,
    asked_by      uuid NOT NULL,
    asked_at      timestamptz NOT NULL,
    until         timestamptz NOT NULL,
    state         text NOT NULL CHECK (state IN ('Waiting', 'Running', 'Ready')),
    phase         text,
    seconds       integer NOT NULL DEFAULT 0,
    cost          bigint,
    bound         bigint,
    end_kind      text CHECK (end_kind IN ('Optimal', 'Gap', 'Time', 'Cancelled', 'Nothing', 'Failed')),
    free_posts    integer,
    open_posts    integer,
    stop_asked_at timestamptz,
    ended_at      timestamptz,
    files         bytea,
    CHECK ((state = 'Ready') = (ended_at IS NOT NULL AND end_kind IS NOT NULL))
);

CREATE INDEX region_plan_latest ON region_plan (asked_at);

-- One at a time for a territory: who asks again meets the one under way.
CREATE UNIQUE INDEX region_plan_under_way ON region_plan (scope) WHERE ended_at IS NULL;

-- A need as it stood when the plan was made, and what the plan leaves open of it.
CREATE TABLE region_plan_need (
    plan_id    uuid NOT NULL REFERENCES region_plan (id),
    need_id    uuid NOT NULL REFERENCES need (id),
    free_posts integer NOT NULL CHECK (free_posts > 0),
    waiting    integer NOT NULL,
    askable    integer NOT NULL,
    open_posts integer NOT NULL CHECK (open_posts BETWEEN 0 AND free_posts),
    why_open   text CHECK (why_open IN ('Structural', 'Shortage', 'Tradeoff')),
    PRIMARY KEY (plan_id, need_id)
);

-- Somebody whom the plan proposes for a need, and what the coordination made of it.
CREATE TABLE region_plan_line (
    plan_id    uuid NOT NULL REFERENCES region_plan (id),
    need_id    uuid NOT NULL REFERENCES need (id),
    person_id  uuid NOT NULL,
    minutes    integer,
    reasons    text NOT NULL,
    state      text NOT NULL CHECK (state IN ('Proposed', 'Later', 'Asked', 'SetAside', 'Gone')),
    why        text,
    decided_by uuid,
    decided_at timestamptz,
    PRIMARY KEY (plan_id, need_id, person_id),
    CHECK ((state = 'Proposed') = (decided_at IS NULL)),
    CHECK (state <> 'SetAside' OR why IS NOT NULL)
);

CREATE INDEX region_plan_line_person ON region_plan_line (person_id);
