-- Assessments kept in parts. Runs inside a transaction that the program begins and ends.

PRAGMA application_id = 1147758415; -- "DigO": DigiCom Desktop

-- The checks on types are verified at every start, with the rest of the file.
CREATE TABLE assessment (
    id TEXT NOT NULL PRIMARY KEY CHECK (typeof(id) = 'text'),
    firm TEXT NOT NULL CHECK (typeof(firm) = 'text'),
    credit_code TEXT NOT NULL CHECK (typeof(credit_code) = 'text'),
    year INTEGER NOT NULL CHECK (typeof(year) = 'integer'),
    edition TEXT NOT NULL CHECK (typeof(edition) = 'text'),
    answered INTEGER NOT NULL CHECK (typeof(answered) = 'integer'),
    total INTEGER NOT NULL CHECK (typeof(total) = 'integer'),
    declared TEXT NOT NULL CHECK (typeof(declared) = 'text'),
    supported TEXT NOT NULL CHECK (typeof(supported) = 'text'),
    level INTEGER CHECK (typeof(level) IN ('integer', 'null')),
    last_place TEXT NOT NULL CHECK (typeof(last_place) = 'text'),
    state TEXT NOT NULL CHECK (typeof(state) = 'text'),
    created TEXT NOT NULL CHECK (typeof(created) = 'text'),
    changed TEXT NOT NULL CHECK (typeof(changed) = 'text'),
    deleted TEXT CHECK (typeof(deleted) IN ('text', 'null')),
    seal BLOB NOT NULL CHECK (typeof(seal) = 'blob' AND length(seal) = 32)
);

-- The hash stands before the content, so that resealing never reads long content.
CREATE TABLE part (
    assessment TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
    key TEXT NOT NULL CHECK (typeof(key) = 'text'),
    sha256 BLOB NOT NULL CHECK (typeof(sha256) = 'blob' AND length(sha256) = 32),
    content BLOB NOT NULL CHECK (typeof(content) = 'blob'),
    PRIMARY KEY (assessment, key)
) WITHOUT ROWID;
