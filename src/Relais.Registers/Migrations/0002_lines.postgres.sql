-- What the registers say, each line once. « run » is the import that owns the line: no foreign key, which would be checked
-- two million times. A line that an extract no longer has keeps the vintage since which it is missing.
CREATE TABLE rpps_line (
    number        text COLLATE "C" NOT NULL,
    profession    text COLLATE "C" NOT NULL,
    category      text COLLATE "C" NOT NULL,
    skill         text COLLATE "C" NOT NULL,
    last_name     text NOT NULL,
    first_name    text NOT NULL,
    run           integer NOT NULL,
    missing_since date,
    PRIMARY KEY (number, profession, category, skill)
);

CREATE TABLE finess_line (
    number        text COLLATE "C" NOT NULL,
    entity        text COLLATE "C" NOT NULL,
    name          text NOT NULL,
    category      text NOT NULL,
    commune       text NOT NULL,
    address       text NOT NULL,
    phone         text NOT NULL,
    run           integer NOT NULL,
    missing_since date,
    PRIMARY KEY (number)
);
