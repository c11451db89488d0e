-- What a nightly comparison with the national directory found about a verified title. It changes nothing by itself: a
-- person looks at it in the queue of verifications.
CREATE TABLE title_difference (
    title_id uuid PRIMARY KEY REFERENCES volunteer_title (id) ON DELETE CASCADE,
    kind     text NOT NULL CHECK (kind IN ('Absent', 'OtherName', 'OtherProfession')),
    said     text NOT NULL,
    found_at timestamptz NOT NULL
);
