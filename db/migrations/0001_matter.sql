-- A matter: the document's bytes and their reading, the log of the review, and the fold of that log beside it.

CREATE TABLE matter (
    id TEXT PRIMARY KEY NOT NULL,      -- a random UUID, 32 hexadecimal digits
    created TEXT NOT NULL,             -- UTC, ISO 8601
    version TEXT NOT NULL,             -- of the Carveout that created it
    origin TEXT NOT NULL               -- SHA-256 over all that was settled then; the log is chained to it
) STRICT;

CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,                -- the file's name, without folders
    sha256 TEXT NOT NULL,              -- of the source
    source BLOB NOT NULL,              -- the file's bytes as they came
    reading_sha256 TEXT NOT NULL,      -- of the reading's JSON, before it was compressed
    reading BLOB NOT NULL              -- JSON in UTF-8, compressed by zlib
) STRICT;

CREATE TABLE operation (
    seq INTEGER PRIMARY KEY,           -- 1, 2, 3 ...
    id TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,                  -- UTC, ISO 8601, to the microsecond
    author TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('edit', 'undo', 'redo')),
    "of" TEXT REFERENCES operation (id),
    edit TEXT NOT NULL,                -- JSON
    previous TEXT NOT NULL,            -- the hash of the operation before, or the matter's origin
    hash TEXT NOT NULL
) STRICT;

CREATE TABLE annotation (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    target TEXT NOT NULL,
    clause INTEGER NOT NULL,
    "start" INTEGER NOT NULL,          -- code points of the canonical text, half open
    "end" INTEGER NOT NULL,
    quote TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    comment TEXT NOT NULL,
    proposed TEXT NOT NULL,
    severity TEXT,
    status TEXT NOT NULL,
    author TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;

CREATE TABLE mark (
    clause INTEGER PRIMARY KEY,
    state TEXT NOT NULL,
    author TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;

CREATE TABLE decision (
    "start" INTEGER NOT NULL,          -- the carve-out's span, code points of the canonical text, half open
    "end" INTEGER NOT NULL,
    verdict TEXT NOT NULL,
    reason TEXT NOT NULL,
    author TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY ("start", "end")
) STRICT;
