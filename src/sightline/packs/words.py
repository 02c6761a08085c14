"""Words for people: dates, counts and kinds as they stand on a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from sightline.kit.dates import MONTHS, say, say_period

AREAS = {
    "overall": "Overall effectiveness",
    "leaders": "Leaders",
    "help_and_protection": "Help and protection",
    "in_care": "Children in care",
    "care_leavers": "Care leavers",
    "adoption": "Adoption",
    "lscb": "Safeguarding board",
}
KINDS = {
    "inspection": "Inspection",
    "focused_visit": "Focused visit",
    "monitoring_visit": "Monitoring visit",
    "joint_inspection": "Joint targeted area inspection",
    "article": "News article",
    "other": "Something else",
    "unreadable": "Could not be read",
}
TOPICS = {
    "front_door": "the front door",
    "cin_cp": "children in need and child protection",
    "vulnerable_adolescents": "vulnerable adolescents",
    "children_in_care": "children in care",
    "permanence": "permanence",
    "care_leavers": "care leavers",
    "older_children_placements": "older children's placements",
    "covid": "all areas (assurance visit)",
    "several": "several topics",
    "other": "another topic",
}
ROLES = {
    "improvement": "Area for improvement",
    "priority_action": "Priority action",
    "headline": "Headline finding",
    "finding": "Finding",
}
POLARITIES = {
    "strength": "Strength",
    "weakness": "Weakness",
    "mixed": "Strength and weakness",
    "neutral": "Neutral",
}
_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def when(value: object) -> str:
    """A date in words, no more exact than it is: "3 November 2026", "July 2017", "2015"."""
    if isinstance(value, date):
        return say(value)
    match = _PARTIAL.fullmatch(str(value or ""))
    if not match:
        return str(value or "")
    year, month, day = match.groups()
    if day:
        return say(date(int(year), int(month), int(day)))
    return f"{MONTHS[int(month) - 1]} {year}" if month else year


def period(first: object, last: object) -> str:
    """A period in words: "20 January to 11 February 2015", or one date."""
    start, end = when(first), when(last)
    if not start or not end:
        return end or start
    return say_period(start, end)


def share(part: int, whole: int) -> str:
    """A share with its counts: "79% (41 of 52)"."""
    return f"{part / whole:.0%} ({part:,} of {whole:,})" if whole else "none"


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 document", "3 documents"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def visits(number: int) -> str:
    """How many events: "1 inspection or visit", "9 inspections and visits"."""
    return count(number, "inspection or visit", "inspections and visits")


def listed(words: Sequence[str]) -> str:
    """A list in a sentence: "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def one_line(text: str) -> str:
    """A quote on one line."""
    return " ".join(text.split())
