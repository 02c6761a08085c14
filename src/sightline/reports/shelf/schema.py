"""The library's tables: what is kept for good, and what is derived from the documents.

Only ``documents`` and ``removals`` hold anything that cannot be made again. A library written by
an earlier version keeps these two; everything else is dropped and read anew from the documents.
"""

from __future__ import annotations

SCHEMA_VERSION = 1
"""The number in ``PRAGMA user_version``: raise it with any change to the derived tables."""

# Values printed in the table of `sightline read`, in its order.
EVENT_COLUMNS = (
    "kind",
    "event_kind",
    "framework",
    "framework_version",
    "inspection_type",
    "authority",
    "urn",
    "ons_code",
    "start_date",
    "end_date",
    "letter_date",
    "published_date",
    "lead_inspector",
    "inspectors",
    "addressee",
    "scope",
    "topic",
    "ordinal",
    "overall",
    "leaders",
    "help_and_protection",
    "in_care",
    "care_leavers",
    "adoption",
    "lscb",
    "previous_overall",
    "previous_date",
    "n_improvements",
    "n_priority_actions",
    "n_findings",
    "virtual",
    "problems",
)
COUNTS = ("n_improvements", "n_priority_actions", "n_findings")
LISTS = ("themes", "prevalence", "cohorts", "framework_tags")

KEPT = """
CREATE TABLE IF NOT EXISTS documents (
    sha256 TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    added_at TEXT NOT NULL,
    size INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS removals (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL,
    name TEXT NOT NULL,
    added_at TEXT NOT NULL,
    removed_at TEXT NOT NULL,
    reason TEXT NOT NULL
);
"""
DERIVED_TABLES = ("findings_fts", "finding_themes", "findings", "items", "events", "readings")
DERIVED = f"""
CREATE TABLE readings (
    sha256 TEXT PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
    kind TEXT NOT NULL,
    layout TEXT NOT NULL,
    pages INTEGER NOT NULL,
    reader_version TEXT NOT NULL,
    text TEXT NOT NULL,
    problems TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE events (
    sha256 TEXT NOT NULL REFERENCES readings ON DELETE CASCADE,
    place INTEGER NOT NULL,
    who TEXT NOT NULL,
    region TEXT NOT NULL,
    {", ".join(f"{c} {'INTEGER' if c in COUNTS else 'TEXT'} NOT NULL" for c in EVENT_COLUMNS)},
    facts TEXT NOT NULL,
    PRIMARY KEY (sha256, place)
) WITHOUT ROWID;
CREATE INDEX events_by_who ON events (who);
CREATE TABLE items (
    sha256 TEXT NOT NULL REFERENCES readings ON DELETE CASCADE,
    event INTEGER NOT NULL,
    role TEXT NOT NULL,
    number INTEGER,
    page INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote TEXT NOT NULL,
    framework_tags TEXT NOT NULL
);
CREATE INDEX items_by_document ON items (sha256, event);
CREATE TABLE findings (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL REFERENCES readings ON DELETE CASCADE,
    event INTEGER NOT NULL,
    who TEXT NOT NULL,
    authority TEXT NOT NULL,
    urn TEXT NOT NULL,
    section TEXT NOT NULL,
    paragraph INTEGER NOT NULL,
    page INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote TEXT NOT NULL,
    role TEXT NOT NULL,
    themes TEXT NOT NULL,
    polarity TEXT NOT NULL,
    trajectory TEXT NOT NULL,
    prevalence TEXT NOT NULL,
    cohorts TEXT NOT NULL,
    framework_tags TEXT NOT NULL
);
CREATE INDEX findings_by_document ON findings (sha256, event);
CREATE INDEX findings_by_who ON findings (who);
CREATE TABLE finding_themes (
    theme TEXT NOT NULL,
    finding INTEGER NOT NULL REFERENCES findings ON DELETE CASCADE,
    PRIMARY KEY (theme, finding)
) WITHOUT ROWID;
CREATE INDEX themes_by_finding ON finding_themes (finding);
CREATE VIRTUAL TABLE findings_fts USING fts5(
    quote, section, authority,
    content = 'findings', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER findings_put AFTER INSERT ON findings BEGIN
    INSERT INTO findings_fts (rowid, quote, section, authority)
    VALUES (new.id, new.quote, new.section, new.authority);
END;
CREATE TRIGGER findings_gone AFTER DELETE ON findings BEGIN
    INSERT INTO findings_fts (findings_fts, rowid, quote, section, authority)
    VALUES ('delete', old.id, old.quote, old.section, old.authority);
END;
"""
