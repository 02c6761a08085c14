"""How templates print things: dates as 3 November 2026, "79% (41 of 52)", numbers with commas."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils import timezone


def day(value: Any) -> str:
    """A date as "3 November 2026"; text that is an ISO date too; nothing as a dash."""
    if value in (None, ""):
        return "–"
    if isinstance(value, str):
        try:
            value = date.fromisoformat(value[:10])
        except ValueError:
            return value
    if isinstance(value, datetime):
        value = timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return f"{value.day} {value:%B %Y}"


def moment(value: datetime | None) -> str:
    """A time as "3 November 2026, 14:10"."""
    if value is None:
        return "–"
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    return f"{day(local)}, {local:%H:%M}"


def number(value: Any) -> str:
    """A number with commas; whole where it is whole; nothing as a dash."""
    if value is None or value == "":
        return "–"
    if isinstance(value, float) and not value.is_integer():
        return f"{value:,.1f}"
    return f"{int(value):,}"


def share(part: float | None, whole: float | None) -> str:
    """A part of a whole as "79% (41 of 52)"; "none" of nothing."""
    if not whole or part is None:
        return "none"
    return f"{round(100 * part / whole)}% ({part:,g} of {whole:,g})"


def count(number: int, one: str, many: str = "") -> str:
    """How many of what: "1 child", "3 children"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


ALL = {"day": day, "moment": moment, "number": number, "share": share, "count": count}
