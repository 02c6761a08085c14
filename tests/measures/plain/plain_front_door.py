"""Plain answers for the measures of the front door: loops over rows, and no engine."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from plain_days import is_open, months_on, works

from sightline.standards.codes import code_set

Row = dict[str, Any]
Lists = dict[str, list[Row]]
Answer = tuple[Row, Any]


def lately(day: date | None, on: date) -> bool:
    """Whether a date lies in the six months to the day."""
    return day is not None and months_on(on, -6) <= day <= on


def placed(rows: list[Row], column: str, on: date) -> Iterator[Answer]:
    """Rows to count by a date of theirs; those without one cannot be placed."""
    for row in rows:
        if row[column] is None:
            yield row, None
        elif lately(row[column], on):
            yield row, True


def words(codes: str, value: str | None, by_group: bool = False) -> str:
    """What a code is called in print."""
    if value is None:
        return "Not recorded"
    item = next(i for i in code_set(codes).items if i.code == value)
    return item.group if by_group else item.words


def fd01(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    yield from placed(lists["annex_a.contacts"], "contact_date", on)


def contacted(lists: Lists, on: date) -> Iterator[list[Row]]:
    """The contacts of each child in the window, the first one first."""
    rows = [r for r in lists["annex_a.contacts"] if lately(r["contact_date"], on)]
    rows.sort(key=lambda r: (r["contact_date"], r["_file"], r["_sheet"], r["_row"]))
    of_child: dict[str, list[Row]] = {}
    for row in rows:
        if row["child_id"] is None:
            yield [row]
        else:
            of_child.setdefault(row["child_id"], []).append(row)
    yield from of_child.values()


def last_referral(lists: Lists, child: str) -> date | None:
    days = [
        r["referral_date"]
        for r in lists["annex_a.referrals"]
        if r["child_id"] == child and r["referral_date"] is not None
    ]
    return max(days, default=None)


def fd01b(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for rows in contacted(lists, on):
        yield rows[0], None if rows[0]["child_id"] is None else True


def fd02(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in lists["annex_a.contacts"]:
        if lately(row["contact_date"], on):
            yield row, words("contact_source", row["contact_source"])


def fd02b(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in lists["annex_a.contacts"]:
        if lately(row["contact_date"], on):
            yield row, words("contact_source", row["contact_source"], by_group=True)


def fd03(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for rows in contacted(lists, on):
        child, first = rows[0]["child_id"], rows[0]["contact_date"]
        last = last_referral(lists, child)
        yield rows[0], None if child is None else last is not None and last >= first


def fd04(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for rows in contacted(lists, on):
        yield rows[0], None if rows[0]["child_id"] is None else len(rows) > 1


def fd06(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    yield from placed(lists["annex_a.early_help"], "assessment_start_date", on)


def fd06b(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in lists["annex_a.early_help"]:
        start, end = row["assessment_start_date"], row["assessment_completion_date"]
        if start is None and end is None:
            yield row, None
        elif is_open(start, end, on):
            yield row, True


def fd07(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    of_child: dict[Any, list[Row]] = {}
    for row in lists["annex_a.early_help"]:
        of_child.setdefault(row["child_id"], []).append(row)
    for child, rows in of_child.items():
        starts = [r["assessment_start_date"] for r in rows if r["assessment_start_date"]]
        first = min(starts, default=None)
        ends = [r["assessment_completion_date"] for r in rows]
        if None not in ends and max(ends) < months_on(on, -6):
            continue
        if first is not None and first > on:
            continue
        if child is None or first is None:
            yield rows[0], None
        else:
            last = last_referral(lists, child)
            yield rows[0], last is not None and last > first


def fd08(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in lists["annex_a.early_help"]:
        start, end = row["assessment_start_date"], row["assessment_completion_date"]
        if lately(end, on):
            yield row, None if start is None else (end - start).days


def fd09(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    yield from placed(lists["annex_a.referrals"], "referral_date", on)


def recent_referrals(lists: Lists, on: date) -> Iterator[Row]:
    for row in lists["annex_a.referrals"]:
        if lately(row["referral_date"], on):
            yield row


def fd10(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in recent_referrals(lists, on):
        yield row, {"Y": True, "N": False}.get(row["referral_nfa"])


def fd11(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in recent_referrals(lists, on):
        day, said = row["referral_date"], row["referrals_last_12_months"]
        days = [
            r["referral_date"]
            for r in lists["annex_a.referrals"]
            if r["child_id"] == row["child_id"] and r["referral_date"] is not None
        ]
        if row["child_id"] is None:
            days = [day]
        before = [d for d in days if d < day]
        if before:
            yield row, max(before) >= months_on(day, -12)
        elif said is None:
            yield row, None
        else:
            latest = max(days)
            held = sum(months_on(latest, -12) <= d < latest for d in days)
            yield row, said > held


def fd12(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    for row in recent_referrals(lists, on):
        yield row, words("contact_source", row["referral_source"])


def fd13(lists: Lists, on: date, settings: Any) -> Iterator[Answer]:
    worked, first = 0, on + timedelta(days=1)
    while worked < 10:
        first -= timedelta(days=1)
        worked += works(first)
    for row in recent_referrals(lists, on):
        day, nfa = row["referral_date"], row["referral_nfa"]
        if day >= first or nfa == "Y":
            continue
        assessed = any(
            a["child_id"] == row["child_id"]
            and a["child_id"] is not None
            and a["assessment_start_date"] is not None
            and a["assessment_start_date"] >= day
            for a in lists["annex_a.assessments"]
        )
        yield row, assessed if nfa == "N" else None


PLAIN = {
    ("FD01", "contacts"): fd01,
    ("FD01b", "children_contacted"): fd01b,
    ("FD02", "contacts"): fd02,
    ("FD02b", "contacts"): fd02b,
    ("FD03", "children_contacted"): fd03,
    ("FD04", "children_contacted"): fd04,
    ("FD06", "early_help"): fd06,
    ("FD06b", "early_help"): fd06b,
    ("FD07", "children_helped_early"): fd07,
    ("FD08", "early_help"): fd08,
    ("FD09", "referrals"): fd09,
    ("FD10", "referrals"): fd10,
    ("FD11", "referrals"): fd11,
    ("FD12", "referrals"): fd12,
    ("FD13", "referrals"): fd13,
}
