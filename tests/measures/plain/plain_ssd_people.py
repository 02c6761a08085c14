"""What the plain answers from the SSD share: rows by identifier, teams, and who is in care."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

Row = dict[str, Any]
Lists = dict[str, list[Row]]
Answer = tuple[Row, Any]
PLAIN: dict[tuple[str, str], Any] = {}
SHORT = ("V3", "V4")
CARE = ("C1", "C2", "D1", "E1", "V2", "L1", "L2", "L3", "J1", "J2", "J3", *SHORT)


def place(row: Row) -> tuple[str, str, int]:
    return row["_file"], row["_sheet"], row["_row"]


def least(rows: Iterable[Row], column: str) -> Any:
    found = [row[column] for row in rows if row.get(column) is not None]
    return min(found) if found else None


def by(rows: Iterable[Row], column: str) -> dict[Any, list[Row]]:
    made = defaultdict(list)
    for row in rows:
        if row[column] is not None:
            made[row[column]].append(row)
    return made


def running(start: date | None, end: date | None, on: date) -> bool:
    return start is not None and start <= on and (end is None or end > on)


def allocated(role: str | None) -> bool:
    return role == "Allocated social worker"


class Teams:
    """Names of teams, as a row gives them or as the child's worker at the day has them."""

    def __init__(self, lists: Lists, on: date) -> None:
        self.names = by(lists["ssd.ssd_department"], "dept_team_id")
        self.of: dict[str, str | None] = {}
        begun: dict[str, tuple[Any, ...]] = {}
        for row in lists["ssd.ssd_involvements"]:
            child, start = row["invo_person_id"], row["invo_involvement_start_date"]
            if child is None or not allocated(row["invo_professional_role_id"]):
                continue
            if running(start, row["invo_involvement_end_date"], on):
                rank = (-start.toordinal(), *place(row))
                if child not in begun or rank < begun[child]:
                    begun[child], self.of[child] = rank, row["invo_professional_team"]

    def named(self, team: str | None) -> str | None:
        return least(self.names.get(team, ()), "dept_team_name") or team

    def row(self, team: str | None) -> Row:
        return {"_team": self.named(team)}

    def child(self, child: str | None) -> Row:
        return self.row(self.of.get(child) if child is not None else None)


def only_short(lists: Lists) -> set[str]:
    had = defaultdict(set)
    for row in lists["ssd.ssd_legal_status"]:
        if row["lega_legal_status"] in CARE:
            had[row["lega_person_id"]].add(row["lega_legal_status"])
    return {child for child, codes in had.items() if child is not None and codes <= set(SHORT)}


def periods(lists: Lists) -> list[Row]:
    """Each period of care: child, entered, left, and the row that it is known by."""
    made, resting = [], only_short(lists)
    for period, rows in by(lists["ssd.ssd_cla_episodes"], "clae_cla_id").items():
        rows = [r for r in rows if r["clae_cla_episode_start_date"] is not None]
        child = least(rows, "clae_person_id")
        if not rows or child in resting:
            continue
        ends = [r["clae_cla_episode_ceased_date"] for r in rows]
        entered = min(r["clae_entered_care_date"] or r["clae_cla_episode_start_date"] for r in rows)
        where = tuple(min(r[c] for r in rows) for c in ("_file", "_sheet", "_row"))
        left = None if None in ends else max(ends)
        made.append({"period": period, "child": child, "entered": entered, "left": left,
                     "place": where})  # fmt: skip
    return made


def in_care(lists: Lists, on: date) -> list[Row]:
    latest: dict[str, Row] = {}
    for one in periods(lists):
        if one["child"] is None or not running(one["entered"], one["left"], on):
            continue
        known = latest.get(one["child"])
        rank = (-one["entered"].toordinal(), one["place"])
        if known is None or rank < (-known["entered"].toordinal(), known["place"]):
            latest[one["child"]] = one
    return list(latest.values())


def birthdays(lists: Lists) -> dict[str, date | None]:
    made = {}
    for child, rows in by(lists["ssd.ssd_person"], "pers_person_id").items():
        days = [r["pers_dob"] or r["pers_expected_dob"] for r in rows]
        known = [d for d in days if d is not None]
        made[child] = min(known) if known else None
    return made


def workers(lists: Lists, start: date, end: date) -> dict[str, set[str]]:
    """The allocated workers of each child in a window."""
    made = defaultdict(set)
    for row in lists["ssd.ssd_involvements"]:
        begun, over = row["invo_involvement_start_date"], row["invo_involvement_end_date"]
        there = begun is not None and begun <= end and (over is None or over > start)
        if there and allocated(row["invo_professional_role_id"]) and row["invo_professional_id"]:
            made[row["invo_person_id"]].add(row["invo_professional_id"])
    return made
