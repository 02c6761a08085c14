"""Days and ages for the plain answers, counted one by one from a list of bank holidays."""

from __future__ import annotations

from datetime import date, timedelta

import holidays

ENGLAND = holidays.UK(subdiv="ENG", years=range(2005, 2031))


def works(day: date) -> bool:
    """Whether a day is worked in England."""
    return day.weekday() < 5 and day not in ENGLAND


def wd(start: date | None, end: date | None) -> int | None:
    """Working days after ``start`` up to and including ``end``; below 0 the other way round."""
    if start is None or end is None:
        return None
    if end < start:
        back = wd(end, start)
        return None if back is None else -back
    return sum(works(start + timedelta(days=n)) for n in range(1, (end - start).days + 1))


def months_on(day: date, months: int) -> date:
    """The same day of the month some months later, or the month's last."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month, min(day.day, last))
        except ValueError:
            continue
    raise AssertionError


def age(born: date | None, on: date) -> int | None:
    """Whole years; None for the unborn."""
    if born is None or born > on:
        return None
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def is_open(start: date | None, end: date | None, on: date) -> bool:
    """Begun, and not ended."""
    return start is not None and start <= on and (end is None or end > on)


def someone(worker: str | None) -> bool:
    """Whether a worker is a person in the made-up data, where desks are few."""
    word = (worker or "").strip().lower()
    return bool(word) and not word.startswith("#") and not any(
        desk in word.split() for desk in ("duty", "team", "unallocated", "vacant", "tbc", "pool")
    )  # fmt: skip
