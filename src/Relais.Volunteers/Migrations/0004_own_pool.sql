-- The people whom an establishment knows and asks first. They are asked for nothing before they agreed.
CREATE TABLE own_pool_member (
    id          uuid PRIMARY KEY,
    finess      text NOT NULL,
    first_name  text NOT NULL,
    last_name   text NOT NULL,
    search_key  text NOT NULL,
    email       text,
    mobile      text,
    profession  text,
    state       text NOT NULL CHECK (state IN ('Listed', 'Invited', 'Agreed', 'Declined')),
    person_id   uuid,
    import_id   uuid,
    added_at    timestamptz NOT NULL,
    invited_at  timestamptz,
    answered_at timestamptz,
    CHECK (email IS NOT NULL OR mobile IS NOT NULL),
    CONSTRAINT own_pool_email_once UNIQUE (finess, email),
    CONSTRAINT own_pool_mobile_once UNIQUE (finess, mobile)
);

CREATE INDEX own_pool_by_name ON own_pool_member (finess, search_key);
CREATE INDEX own_pool_person ON own_pool_member (person_id);

-- A file on its way in: read, then imported, perhaps undone.
CREATE TABLE own_pool_import (
    id          uuid PRIMARY KEY,
    finess      text NOT NULL,
    file_name   text NOT NULL,
    content     text NOT NULL,
    mapping     text NOT NULL,
    uploaded_at timestamptz NOT NULL,
    imported_at timestamptz,
    undone_at   timestamptz,
    added       integer NOT NULL,
    changed     integer NOT NULL,
    same        integer NOT NULL,
    bad         integer NOT NULL
);

CREATE INDEX own_pool_import_of ON own_pool_import (finess, uploaded_at);

-- What an import did to each member, to undo it to the letter: nothing before for a member that it added.
CREATE TABLE own_pool_change (
    import_id uuid NOT NULL REFERENCES own_pool_import (id) ON DELETE CASCADE,
    member_id uuid NOT NULL,
    before    text,
    after     text NOT NULL,
    PRIMARY KEY (import_id, member_id)
);
