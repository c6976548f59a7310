-- Several reviewers: a mark for each of them on a clause, replies, and what an annotation says beside its comment.

CREATE TABLE marked (
    clause INTEGER NOT NULL,
    state TEXT NOT NULL,
    author TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (clause, author)
) STRICT;
INSERT INTO marked SELECT clause, state, author, at FROM mark;
DROP TABLE mark;
ALTER TABLE marked RENAME TO mark;

ALTER TABLE annotation ADD COLUMN tags TEXT NOT NULL DEFAULT '';                  -- one a line
ALTER TABLE annotation ADD COLUMN assignee TEXT NOT NULL DEFAULT '';
ALTER TABLE annotation ADD COLUMN due TEXT;                                       -- a day, ISO 8601
ALTER TABLE annotation ADD COLUMN visibility TEXT NOT NULL DEFAULT 'internal';

CREATE TABLE reply (
    id TEXT PRIMARY KEY NOT NULL,
    annotation TEXT NOT NULL,
    comment TEXT NOT NULL,
    author TEXT NOT NULL,
    at TEXT NOT NULL                   -- UTC, ISO 8601
) STRICT;
