"""The rows about children of a published file: how each is asked for in full, and made."""

from __future__ import annotations

from datetime import date
from typing import Any

from sightline.packs.published.model import DUE, OVERDUE, Child, Row, Sign, Step
from sightline.packs.published.schema import ANSWERS, DUE_KIND
from sightline.packs.published.texts import from_json

NOBODY = "'Not recorded'"

_WHO = f"coalesce(c.ref, ''), coalesce(c.child_id, {NOBODY}), t.word, w.word, x.age"
_WHERE_FROM = "l.word, p1.word, s.word, x.row"
_JOINS = """
LEFT JOIN child c ON c.id = x.child JOIN word t ON t.id = x.team JOIN word w ON w.id = x.worker
JOIN place p ON p.id = x.place JOIN word l ON l.id = p.list JOIN word p1 ON p1.id = p.file
JOIN word s ON s.id = p.sheet"""
BEHIND_ROWS = (
    f"SELECT i.key, {_WHO}, x.answer, x.value, h.value, {_WHERE_FROM}, c.late_for, c.days_late, "
    f"c.last_seen_on FROM behind x JOIN indicator i ON i.id = x.indicator {_JOINS} "
    "JOIN shown h ON h.id = x.shown"
)
STEP_ROWS = (
    f"SELECT x.kind, x.deadline, x.title, x.waits_for, {_WHO}, x.since, x.due, x.days_late, "
    f"{_WHERE_FROM} FROM step x {_JOINS}"
)
SIGN_ROWS = (
    f"SELECT x.signal, x.title, {_WHO}, x.since, x.days, x.because, {_WHERE_FROM} "
    f"FROM sign x {_JOINS}"
)
CHILD_ROWS = (
    "SELECT x.ref, x.child_id, t.word, w.word, x.age, x.open_as, x.last_seen_on, x.late_for, "
    "x.days_late FROM child x JOIN word t ON t.id = x.team JOIN word w ON w.id = x.worker"
)


def row_of(row: Any) -> Row:
    *who, answer, value, shown, kept_in, file, sheet, number, late_for, days_late, seen = row
    place = (kept_in, file, sheet, number)
    return Row(*[*who, ANSWERS[answer], value, from_json(shown), *place, late_for or "", days_late,
                 _day(seen)])  # fmt: skip


def step_of(row: Any) -> Step:
    kind = DUE if row[0] == DUE_KIND else OVERDUE
    return Step(*[kind, *row[1:9], _day(row[9]), date.fromisoformat(row[10]), *row[11:]])


def sign_of(row: Any) -> Sign:
    return Sign(*[*row[:7], date.fromisoformat(row[7]), *row[8:]])


def child_of(row: Any) -> Child:
    *who, open_as, seen, late_for, days_late = row
    return Child(*[*who, open_as, _day(seen), late_for or "", days_late])


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
