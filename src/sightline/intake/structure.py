"""Issues of files, sheets and headings: what is missing, unknown, twice, or out of place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pyarrow as pa
import pyarrow.compute as pc

from sightline.intake.cells import Sheet
from sightline.intake.issues import Issues
from sightline.intake.lists import Loaded
from sightline.intake.matching import Unplaced
from sightline.kit.calendar import long_date
from sightline.standards import standard

_WHOLE_EXTRACT = 3
"""From how many lists of Annex A on, the files are taken for the whole of it."""
_STALE_DAYS = 14
_MANY = 5
_EVENTS = {
    "contacts": "contact_date",
    "referrals": "referral_date",
    "assessments": "assessment_start_date",
    "section_47": "strategy_discussion_date",
}


def add_problems(issues: Issues, sheet: Sheet, list_key: str) -> None:
    """What the reader has to say of a sheet as a whole."""
    for problem in sheet.problems:
        where = {"list_key": list_key, "file": sheet.file, "sheet": sheet.name}
        issues.add(problem.code, message=str(problem), **where)


def add_unplaced(issues: Issues, one: Unplaced) -> None:
    """A sheet that holds no list: of another inspection, without headings, or none of ours."""
    where = {"file": one.sheet.file, "sheet": one.sheet.name}
    if one.send:
        issues.add("S07", **where)
    elif one.named is not None and one.sheet.length:
        issues.add(
            "S03",
            severity="blocked",
            list_key=one.named.key,
            message=f"The sheet has the name of the list “{one.named.title}”, and its headings "
            "were not found in the first 30 rows, so it is not used.",
            **where,
        )
    else:
        issues.add("S20", message=f"The sheet “{one.sheet.name}” is none of the lists.", **where)


def add_structure(issues: Issues, one: Loaded) -> None:
    """What there is to say of a list's headings, and of rows that were passed over."""
    placed = one.placed
    sheet, match = placed.sheet, placed.match
    where = {"list_key": one.key, "file": sheet.file, "sheet": sheet.name}
    if placed.header_row and not sheet.headed:
        issues.add("S06", message=f"The headings are in row {placed.header_row + 1}.", **where)
    if one.passed_over:
        issues.add(
            "S08",
            message=f"{one.passed_over:,} rows without data (blank, filter, total or unused "
            "formula rows) were passed over.",
            **where,
        )
    for unknown in match.unknown:
        like = f" It is like “{unknown.resembles.heading.strip()}”." if unknown.resembles else ""
        issues.add(
            "S04",
            column=unknown.printed.strip(),
            message=f"“{unknown.printed.strip()}” is not one of the list's columns, and was not "
            f"read.{like}",
            **where,
        )
    for clash in match.clashes:
        places = " and ".join(_letter(place) for place in clash.positions)
        heading = clash.column.heading.strip()
        kept = clash.kept is not None
        said = f"Columns {places} both have the heading of “{heading}”"
        issues.add(
            "S04" if kept else "S05",
            column=heading,
            message=f"{said}; the one with exactly that heading was read."
            if kept
            else f"{said}, so neither is read.",
            **where,
        )
    clashed = {clash.column.name for clash in match.clashes}
    for column in match.missing:
        if column.name in clashed:
            continue
        if column.optional and placed.table.standard != "annex_a":
            continue
        heading = column.heading.strip()
        issues.add(
            "S03",
            severity="information" if column.optional else "",
            column=heading,
            message=f"The column “{heading}” is missing.",
            **where,
        )


def add_missing(issues: Issues, lists: Mapping[str, Loaded], explicit: bool) -> None:
    """Lists of Annex A that no file holds."""
    tables = standard("annex_a").tables
    there = [table for table in tables if table.key in lists]
    if not there:
        return
    whole = explicit or len(there) >= _WHOLE_EXTRACT
    blocked = {batch.list for batch in issues.batches if batch.severity == "blocked"}
    for table in tables:
        if table.key not in lists and table.key not in blocked:
            issues.add(
                "S01",
                severity="" if whole else "information",
                list_key=table.key,
                message=f"List {table.number}, “{table.title}”, was not found. What rests on it "
                "cannot be worked out.",
            )


def add_dates(issues: Issues, lists: Mapping[str, Loaded], as_at: date) -> None:
    """A snapshot date that does not fit the latest events."""
    latest = []
    for key, name in _EVENTS.items():
        if key in lists and name in lists[key].rows.column_names:
            days = lists[key].rows[name]
            known = days.filter(pc.fill_null(pc.less_equal(days, pa.scalar(as_at)), False))
            latest.append(pc.max(known).as_py())
            ahead = len(days) - days.null_count - len(known)
            if ahead >= _MANY and ahead > 0.2 * len(days):
                issues.add(
                    "S09",
                    list_key=key,
                    message=f"More than a fifth of “{name}” is after the snapshot date "
                    f"{long_date(as_at)}.",
                )
    found = [day for day in latest if day]
    if found and max(found) < as_at - timedelta(days=_STALE_DAYS):
        issues.add(
            "S09",
            message=f"The latest event is of {long_date(max(found))}, {(as_at - max(found)).days} "
            f"days before the snapshot date {long_date(as_at)}.",
        )


def _letter(place: int) -> str:
    """A column's letters in a spreadsheet: 0 is A, 26 is AA."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
