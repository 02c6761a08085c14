"""Days and moments: as a spreadsheet holds them, or written in one of the usual ways."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

import pyarrow as pa
import pyarrow.compute as pc

from sightline.intake.cells import Cells
from sightline.intake.reading.values import (
    Mark,
    Meaning,
    Read,
    Setting,
    merged,
    printed,
    read_texts,
)
from sightline.standards.columns import Column, DateTime

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](.*))?$")
_DAY_FIRST = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})(?:[T ,]+(\d.*))?$")
_WITH_MONTH = re.compile(
    r"(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s\-/]+([a-z]{3,9})\.?,?[\s\-/]+(\d{4}|\d{2})"
    r"(?:[T ,]+(\d.*))?$",
    re.I,
)
_TIME = re.compile(
    r"(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(am|pm)?(?:Z|[+-]\d\d:?\d\d)?$", re.I
)
_NUMBER = re.compile(r"\d{5}(?:\.\d+)?$")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
# Excel counts days from here; what lies outside would be no day of a living child.
_EXCEL_START = datetime(1899, 12, 30)
_EXCEL_RANGE = (20_000, 75_000)
_OLD = date(1990, 1, 1)
_WORDS = {
    "text": "It is text; it was read as day/month/year.",
    "iso": "It is text; it was read as year-month-day.",
    "two": "Its year has two digits; it was read as {year}.",
    "serial": "It is a spreadsheet's number of days; it was read as the day that it stands for.",
}


def read_dates(cells: Cells, column: Column, setting: Setting) -> Read:
    """A column of days (``date32``) or of moments (``timestamp[us]``)."""
    timed = isinstance(column, DateTime)
    kind = pa.timestamp("us") if timed else pa.date32()
    values, unread, marks = None, None, []
    if cells.moments is not None:
        values = cells.moments if timed else cells.moments.cast(pa.date32(), safe=False)
    if cells.text is not None:
        found, hows, unread = read_texts(
            cells.text, kind, lambda text: _means(text, setting, timed)
        )
        values = merged(values, found)
        marks += _marks(cells, hows)
    if cells.numbers is not None:
        found, odd = _serials(cells.numbers, kind)
        values = merged(values, found)
        good = pc.indices_nonzero(pc.is_valid(found))
        marks += _marks(cells, {"serial": good} if len(good) else {})
        if pc.any(odd).as_py():
            marks.append(_unread(cells, pc.indices_nonzero(odd)))
            unread = odd if unread is None else pc.or_(unread, odd)
    if values is None:
        values = pa.nulls(cells.length, kind)
    return _without_sentinels(Read(values, unread, marks), cells, column, setting)


def _marks(cells: Cells, hows: dict[str, pa.Array]) -> list[Mark]:
    made = []
    for how, rows in hows.items():
        if how == "unread":
            made.append(_unread(cells, rows))
        elif how == "blank":
            made.append(Mark("F12", rows, printed(cells, rows)))
        elif how == "null":
            continue
        else:
            year = "20xx" if how == "two" else ""
            made.append(Mark("F04", rows, printed(cells, rows), _WORDS[how].format(year=year)))
    return made


def _unread(cells: Cells, rows: pa.Array) -> Mark:
    return Mark("F03", rows, printed(cells, rows))


def _without_sentinels(read: Read, cells: Cells, column: Column, setting: Setting) -> Read:
    """Take out days that mean "no day", or that lie before any record: they are F06."""
    days = read.values.cast(pa.date32(), safe=False)
    bounds = pc.min_max(days).as_py()
    born = "birth" in column.name or column.name in ("pers_dob", "pers_expected_dob")
    oldest = date(1905, 1, 1) if born else _OLD
    if bounds["min"] is None or bounds["min"] >= oldest:
        return read
    sentinel = pc.is_in(days, pa.array(setting.standard.no_dates, pa.date32()))
    old = pc.fill_null(pc.or_(sentinel, pc.less(days, pa.scalar(oldest))), False)
    rows = pc.indices_nonzero(old)
    if len(rows):
        known = setting.standard.key == "ssd" and pc.all(sentinel.filter(old)).as_py()
        read.marks.append(
            Mark("F06", rows, printed(cells, rows), "", "information" if known else "")
        )
        read.values = pc.if_else(old, None, read.values)
        read.unread = old if read.unread is None else pc.or_(read.unread, old)
    return read


def _serials(numbers: pa.Array, kind: pa.DataType) -> tuple[pa.Array, pa.Array]:
    """Numbers of days as days; and which numbers are none."""
    low, high = _EXCEL_RANGE
    fits = pc.and_(pc.greater(numbers, low), pc.less(numbers, high))
    made = [
        _EXCEL_START + timedelta(days=value) if value is not None and low < value < high else None
        for value in numbers.to_pylist()
    ]
    days = pa.array(made, pa.timestamp("us"))
    return days.cast(kind, safe=False), pc.fill_null(pc.invert(fits), False)


def _means(text: str, setting: Setting, timed: bool) -> Meaning:
    if setting.is_placeholder(text):
        return None, "blank"
    found, how = parse_moment(text)
    if found is None:
        return (None, "null") if not text.strip() else (None, "unread")
    if setting.from_text and how in ("text", "iso"):
        how = ""
    return (found if timed else found.date()), how


def parse_moment(text: str) -> tuple[datetime | None, str]:
    """A moment that a text tells, and how it was written; (None, "") where it tells none.

    Days come before months, as in England. A year of two digits is taken as 2000 to 2069, or as
    1970 to 1999.
    """
    text = " ".join(text.split())
    if found := _ISO.match(text):
        return _made(found[1], found[2], found[3], found[4]), "iso"
    if found := _DAY_FIRST.match(text):
        made = _made(found[3], found[2], found[1], found[4])
        return made, "two" if len(found[3]) == 2 else "text"
    if found := _WITH_MONTH.match(text):
        month = found[2][:3].lower()
        if month in _MONTHS:
            made = _made(found[3], str(_MONTHS.index(month) + 1), found[1], found[4])
            return made, "two" if len(found[3]) == 2 else "text"
    if _NUMBER.match(text) and _EXCEL_RANGE[0] < float(text) < _EXCEL_RANGE[1]:
        return _EXCEL_START + timedelta(days=float(text)), "serial"
    return None, ""


def _made(year: str, month: str, day: str, time: str | None) -> datetime | None:
    full = int(year) if len(year) == 4 else int(year) + (1900 if int(year) >= 70 else 2000)
    hours = minutes = seconds = 0
    if time:
        clock = _TIME.match(time.strip())
        if clock is None:
            return None
        hours, minutes, seconds = int(clock[1]), int(clock[2]), int(clock[3] or 0)
        if clock[4]:
            hours = hours % 12 + (12 if clock[4].lower() == "pm" else 0)
    try:
        return datetime(full, int(month), int(day), hours, minutes, seconds)
    except ValueError:
        return None
