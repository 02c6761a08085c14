"""Printed dates: finding them in running text, and reading ranges however they are written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_MONTH_NUMBER = {name[:3].lower(): i for i, name in enumerate(MONTHS, 1)}
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b"
)
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_FULL = re.compile(rf"{_WEEKDAY}\b({_DAY})\s+(?:of\s+)?({_MONTH}),?\s+(\d{{4,5}})\b")
_AMERICAN = re.compile(rf"{_WEEKDAY}\b({_MONTH})\s+({_DAY}),?\s+(\d{{4}})\b")
_SLASHED = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b")
_MONTH_YEAR = re.compile(rf"\b({_MONTH}),?\s+(?:of\s+)?(\d{{4}})\b")
_YEAR = re.compile(r"\b((?:19|20)\d{2})\b")
# One part of a range: a day, with its month and year where they are printed.
_PART = (
    rf"{_WEEKDAY}(?:\d{{1,2}}/\d{{1,2}}/\d{{4}}"
    rf"|{_DAY}(?:\s+(?:of\s+)?{_MONTH}(?:,?\s+\d{{2,5}}\b)?)?)"
)
# Dashes seen in print: hyphen, en, em, box-drawing, bar, minus and combining strokes.
_JOIN = r"\s*(?:\bto\b(?:\s+the\b)?|\band\b(?:\s+the\b)?|,\s*(?:and\b)?|[-–—─―−⎯\u0335\u0336]+)\s*"
_RANGE = re.compile(rf"(?:between\s+|from\s+)?(?:the\s+)?{_PART}(?:{_JOIN}{_PART})*")
_RANGE_PARTS = re.compile(
    rf"(\d{{1,2}})/(\d{{1,2}})/(\d{{4}})|({_DAY})(?:\s+(?:of\s+)?({_MONTH})(?:,?\s+(\d{{2,5}})\b)?)?"
)


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date as it stands in a text: its span, its value, and how exact it is.

    ``precision`` is ``day``, ``month`` or ``year``; ``value`` is then the first day of it.
    ``misprint`` says what is odd about it, or is empty.
    """

    start: int
    end: int
    value: date
    precision: str
    misprint: str = ""


@dataclass(frozen=True, slots=True)
class PrintedRange:
    """A period as it stands in a text: the outer dates, what is odd, and every day printed."""

    start: int
    end: int
    first: date
    last: date
    misprint: str = ""
    days: tuple[date, ...] = ()


def month_number(name: str) -> int:
    """1 for "January", "Jan" or "jan"."""
    return _MONTH_NUMBER[name[:3].lower()]


def say(value: date) -> str:
    """A date in words: "3 November 2026"."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def say_period(first: str, last: str) -> str:
    """Two dates in words as a period, what they share said once: "20 January to 4 March 2015"."""
    if first == last:
        return last
    words, ahead = first.split(), last.split()
    while len(words) > 1 and words[-1] == ahead[-1]:
        words.pop()
        ahead.pop()
    return f"{' '.join(words)} to {last}"


def make_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def find_dates(text: str, start: int = 0, end: int | None = None) -> list[PrintedDate]:
    """Every date printed in ``text[start:end]``, in order, with its precision.

    A month or a year alone counts only where no fuller date covers it. A year of five digits is
    read by its first four, and said to be a misprint.
    """
    stop = len(text) if end is None else end
    found: list[PrintedDate] = []
    for pattern, reader in _READERS:
        for match in pattern.finditer(text, start, stop):
            if any(d.start < match.end() and match.start() < d.end for d in found):
                continue
            read = reader(match)
            if read is not None:
                value, precision, misprint = read
                found.append(PrintedDate(match.start(), match.end(), value, precision, misprint))
    return sorted(found, key=lambda d: d.start)


_Read = tuple[date, str, str] | None


def _read_full(match: re.Match[str]) -> _Read:
    day, month, year = match.groups()
    misprint = f"the year is printed as {year}" if len(year) > 4 else ""
    value = make_date(int(year[:4]), month_number(month), _number(day))
    return (value, "day", misprint) if value else None


def _read_american(match: re.Match[str]) -> _Read:
    month, day, year = match.groups()
    value = make_date(int(year), month_number(month), _number(day))
    return (value, "day", "") if value else None


def _read_slashed(match: re.Match[str]) -> _Read:
    day, month, year = map(int, match.groups())
    value = make_date(year, month, day)
    return (value, "day", "") if value else None


def _read_month(match: re.Match[str]) -> _Read:
    return date(int(match[2]), month_number(match[1]), 1), "month", ""


def _read_year(match: re.Match[str]) -> _Read:
    return date(int(match[1]), 1, 1), "year", ""


_READERS = (
    (_FULL, _read_full),
    (_AMERICAN, _read_american),
    (_SLASHED, _read_slashed),
    (_MONTH_YEAR, _read_month),
    (_YEAR, _read_year),
)


def _number(day: str) -> int:
    return int(re.sub(r"\D", "", day))


def find_range(
    text: str, start: int = 0, end: int | None = None, before: date | None = None
) -> PrintedRange | None:
    """The first period of days printed in ``text[start:end]``.

    Two periods joined by "and" are read as one, from the first start to the last end. Where no
    year is printed, it is the last one in which the period ends before ``before``.
    """
    stop = len(text) if end is None else end
    for match in _RANGE.finditer(text, start, stop):
        read = _read_range(match, before)
        if read is not None:
            return read
    return None


def _read_range(match: re.Match[str], before: date | None) -> PrintedRange | None:
    parts = [_part(m) for m in _RANGE_PARTS.finditer(match[0])]
    if not any(month for _, month, _ in parts):
        return None
    filled = _fill(parts, before)
    if not filled:
        return None
    first, last, misprint = min(filled), max(filled), ""
    if (last - first).days > 200 and filled[0].year != last.year:
        mended = make_date(last.year, filled[0].month, filled[0].day)
        if mended is not None and mended <= last and len(filled) == 2:
            misprint = f"the period is printed as {match[0].strip()!r}"
            first = mended
    lead = re.match(r"(?:between\s+|from\s+)?(?:the\s+)?", match[0])
    begin = match.start() + (lead.end() if lead else 0)
    return PrintedRange(begin, match.end(), first, last, misprint, tuple(filled))


def _part(match: re.Match[str]) -> tuple[int, int | None, int | None]:
    if match[1]:
        return int(match[1]), int(match[2]), int(match[3])
    year = int(match[6][:4]) if match[6] and len(match[6]) != 3 else None
    if year is not None and year < 100:
        year += 2000
    return _number(match[4]), month_number(match[5]) if match[5] else None, year


def _fill(parts: list[tuple[int, int | None, int | None]], before: date | None) -> list[date]:
    """Give each part the month and year of the next one that prints them."""
    filled: list[date] = []
    month: int | None = None
    year: int | None = None
    for day, printed_month, printed_year in reversed(parts):
        if printed_month is not None:
            if printed_year is None and month is not None and printed_month > month and year:
                year -= 1
            month = printed_month
        if printed_year is not None:
            year = printed_year
        if month is None:
            continue
        if year is None:
            year = _year_before(before, month, day)
        value = make_date(year, month, day) if year else None
        if value is not None:
            filled.append(value)
    return filled[::-1]


def _year_before(before: date | None, month: int, day: int) -> int | None:
    if before is None:
        return None
    value = make_date(before.year, month, day)
    return before.year if value is not None and value <= before else before.year - 1
