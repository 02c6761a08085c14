"""The tables of a published file, and the codes that its rows are kept by.

Texts that many rows repeat, such as teams, workers and files, stand once in ``word``, and what rows
show in ``shown``; a row has their numbers. The rows of ``behind`` of one indicator have numbers
that follow each other, from ``first_row`` to ``last_row``, in the order in which a page shows them;
so do the steps and the signs of the whole file.
"""

from __future__ import annotations

from sightline.measures.children import COUNTED, MET, NOT_JUDGED, NOT_MET

FORMAT = 1
"""Raised when the tables change: a file of another format is made anew."""
APPLICATION = 0x53474C54
ANSWERS = (MET, NOT_MET, NOT_JUDGED, COUNTED)
GROUPS = ("age", "sex", "ethnicity", "disability", "plan_type", "legal_status")
"""The breakdowns, beside the team, whose groups a row is kept with."""
OVERDUE_KIND, DUE_KIND = 0, 1

TABLES = f"""
CREATE TABLE said (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE view (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE list (key TEXT PRIMARY KEY, rows INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE standing (id INTEGER PRIMARY KEY, kind TEXT, sentence TEXT, measure TEXT, part TEXT);
CREATE TABLE area (id INTEGER PRIMARY KEY, key TEXT UNIQUE, title TEXT, glance TEXT);
CREATE TABLE lacking (id INTEGER PRIMARY KEY, measure TEXT, title TEXT, why TEXT);
CREATE TABLE wait (id INTEGER PRIMARY KEY, key TEXT, value TEXT);
CREATE TABLE sign_count (
    id INTEGER PRIMARY KEY, key TEXT, title TEXT, count INTEGER, means TEXT, theme TEXT
);
CREATE TABLE tally (
    id INTEGER PRIMARY KEY, deadline TEXT, title TEXT, part TEXT, on_time INTEGER, judged INTEGER,
    overdue INTEGER, to_come INTEGER, longest INTEGER, days REAL, theme TEXT
);
CREATE TABLE indicator (
    id INTEGER PRIMARY KEY, key TEXT UNIQUE, slug TEXT, title TEXT, theme TEXT, area TEXT,
    better TEXT, sentence TEXT, headline TEXT, rest TEXT, changing TEXT, why TEXT, target TEXT,
    look_at TEXT, view TEXT, first_row INTEGER, last_row INTEGER
);
CREATE TABLE figure (
    id INTEGER PRIMARY KEY, indicator INTEGER NOT NULL, trend INTEGER NOT NULL, by TEXT, part TEXT,
    category TEXT, start TEXT, end TEXT, numerator REAL, denominator REAL, value REAL, unit TEXT,
    excluded INTEGER, note TEXT, hidden INTEGER
);
CREATE TABLE team_verdict (
    id INTEGER PRIMARY KEY, measure TEXT, team TEXT, changing TEXT, why TEXT, beside TEXT,
    words TEXT
);
CREATE TABLE word (id INTEGER PRIMARY KEY, word TEXT UNIQUE);
CREATE TABLE shown (id INTEGER PRIMARY KEY, value TEXT);
CREATE TABLE parts (id INTEGER PRIMARY KEY, {", ".join(f"{name} TEXT" for name in GROUPS)});
CREATE TABLE place (id INTEGER PRIMARY KEY, list INTEGER, file INTEGER, sheet INTEGER);
CREATE TABLE child (
    id INTEGER PRIMARY KEY, ref TEXT UNIQUE, child_id TEXT UNIQUE, team INTEGER, worker INTEGER,
    age INTEGER, open_as TEXT, last_seen_on TEXT, late_for TEXT, days_late INTEGER
);
CREATE TABLE behind (
    id INTEGER PRIMARY KEY, indicator INTEGER, child INTEGER, team INTEGER, worker INTEGER,
    age INTEGER, answer INTEGER, value, shown INTEGER, place INTEGER, row INTEGER, parts INTEGER
);
CREATE TABLE step (
    id INTEGER PRIMARY KEY, kind INTEGER, deadline TEXT, title TEXT, waits_for TEXT, child INTEGER,
    team INTEGER, worker INTEGER, age INTEGER, since TEXT, due TEXT, days_late INTEGER,
    place INTEGER, row INTEGER
);
CREATE TABLE sign (
    id INTEGER PRIMARY KEY, signal TEXT, title TEXT, child INTEGER, team INTEGER, worker INTEGER,
    age INTEGER, since TEXT, days INTEGER, because TEXT, place INTEGER, row INTEGER
);
"""

INDEXES = """
CREATE INDEX figure_of ON figure (indicator, trend, by);
CREATE INDEX indicator_slug ON indicator (slug);
CREATE INDEX verdict_of ON team_verdict (measure, team);
CREATE INDEX verdict_team ON team_verdict (team);
CREATE INDEX child_late ON child (team, worker);
CREATE INDEX behind_team ON behind (indicator, answer, team, worker);
CREATE INDEX behind_child ON behind (child);
CREATE INDEX step_team ON step (kind, team, worker, deadline);
CREATE INDEX step_child ON step (child);
CREATE INDEX sign_team ON sign (team, worker, signal);
CREATE INDEX sign_child ON sign (child);
"""
