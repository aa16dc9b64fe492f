-- Revisions, what became of them, and what Home shows of findings and plan. Runs inside a
-- transaction that the program begins and ends.

ALTER TABLE assessment ADD COLUMN revision INTEGER NOT NULL DEFAULT 0
    CHECK (typeof(revision) = 'integer');
ALTER TABLE assessment ADD COLUMN must_fix INTEGER NOT NULL DEFAULT 0
    CHECK (typeof(must_fix) = 'integer');
ALTER TABLE assessment ADD COLUMN to_explain INTEGER NOT NULL DEFAULT 0
    CHECK (typeof(to_explain) = 'integer');
ALTER TABLE assessment ADD COLUMN to_verify INTEGER NOT NULL DEFAULT 0
    CHECK (typeof(to_verify) = 'integer');
ALTER TABLE assessment ADD COLUMN due_dates TEXT NOT NULL DEFAULT ''
    CHECK (typeof(due_dates) = 'text');
-- Over the hashes in both tables below; empty where nothing was finalised yet.
ALTER TABLE assessment ADD COLUMN revisions_seal BLOB NOT NULL DEFAULT x''
    CHECK (typeof(revisions_seal) = 'blob' AND length(revisions_seal) IN (0, 32));

-- The hash stands before the content, so that checking the seal never reads long content.
CREATE TABLE revision (
    assessment TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
    number INTEGER NOT NULL CHECK (typeof(number) = 'integer' AND number > 0),
    finalised TEXT NOT NULL CHECK (typeof(finalised) = 'text'),
    code TEXT NOT NULL CHECK (typeof(code) = 'text'),
    sha256 BLOB NOT NULL CHECK (typeof(sha256) = 'blob' AND length(sha256) = 32),
    content BLOB NOT NULL CHECK (typeof(content) = 'blob'),
    PRIMARY KEY (assessment, number)
) WITHOUT ROWID;

CREATE TABLE revision_state (
    assessment TEXT NOT NULL,
    number INTEGER NOT NULL,
    position INTEGER NOT NULL CHECK (typeof(position) = 'integer' AND position > 0),
    state TEXT NOT NULL CHECK (typeof(state) = 'text'),
    on_date TEXT NOT NULL CHECK (typeof(on_date) = 'text'),
    remark TEXT NOT NULL CHECK (typeof(remark) = 'text'),
    sha256 BLOB NOT NULL CHECK (typeof(sha256) = 'blob' AND length(sha256) = 32),
    PRIMARY KEY (assessment, number, position),
    FOREIGN KEY (assessment, number) REFERENCES revision (assessment, number) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TRIGGER revision_is_never_changed BEFORE UPDATE ON revision
BEGIN
    SELECT RAISE (ABORT, 'a revision is never changed');
END;

-- When an assessment is removed for ever its row goes first, and then what belongs to it.
CREATE TRIGGER revision_is_never_removed BEFORE DELETE ON revision
WHEN EXISTS (SELECT 1 FROM assessment WHERE id = OLD.assessment)
BEGIN
    SELECT RAISE (ABORT, 'a revision is never removed');
END;
