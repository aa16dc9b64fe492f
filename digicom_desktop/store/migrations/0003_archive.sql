-- Assessments that are kept but no longer worked on. Runs inside a transaction that the program
-- begins and ends.

-- When it went into the archive; NULL where it is not there.
ALTER TABLE assessment ADD COLUMN archived TEXT
    CHECK (typeof(archived) IN ('text', 'null'));
