"""Planters that move the date of birth in all lists: events before birth, and of grown people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from sightline.kit.calendar import add_months
from sightline.standards import standard
from sightline.standards.columns import DateRule
from sightline.synthesize.dirt.declare import Change, Place, Row, age_on, plants
from sightline.synthesize.dirt.events import CHILDREN, EVENTS

_FARTHEST_BIRTH = timedelta(weeks=42)
_OF_AGE = {
    "referrals": "",
    "assessments": "",
    "section_47": "",
    "children_in_need": "cin_closure_date",
    "child_protection": "plan_end_date",
    "children_in_care": "cla_end_date",
}
"""The lists of W05, with the column that says that something ended."""
_GROWN, _OLDEST_LEAVER = 18, 25


@plants("W03", *EVENTS)
def long_before_birth(at: Place) -> Change | None:
    """Born later in all lists; reported at the event, on each row whose event is too early."""
    event = at[EVENTS[at.list]]
    wait = timedelta() if at.list == "children_in_care" else timedelta(weeks=40)
    return _reborn(at, event + wait + at.days(1, 14), "W03")


@plants("W05", *_OF_AGE)
def of_age(at: Place) -> Change | None:
    """Born earlier in all lists; reported at the start, on each row that is not for the grown."""
    end = _OF_AGE[at.list]
    day = at.as_at if end and at[end] is None else at[EVENTS[at.list]]
    years = at.pick((_GROWN + 1, _GROWN + 2, 27))
    return _reborn(at, add_months(day, -12 * years) - at.days(20, 60), "W05")


@plants("W33", "care_leavers")
def not_of_the_age(at: Place) -> Change | None:
    """Born earlier or later in all lists; reported at the date of birth in list 9."""
    years = at.pick((15, _OLDEST_LEAVER, _OLDEST_LEAVER + 1))
    return _reborn(at, add_months(at.as_at, -12 * years) - at.days(20, 60), "W33")


def _reborn(at: Place, born: date, rule: str) -> Change | None:
    """Another date of birth in all lists, if that breaks the one rule, on this row too."""
    made = Change()
    for key, rows in at.child.items():
        for row in rows:
            made.set(key, row, **_said_of(row, born, at.as_at))
            for broken, column in broken_by_birth(at, key, row, born):
                made.report(key, row, column, broken)
    own = any(fault.row is at.row for fault in made.faults)
    return made if own and {fault.rule for fault in made.faults} == {rule} else None


def _said_of(row: Row, born: date, as_at: date) -> Row:
    """The cells that follow from a date of birth: an unborn child has no sex."""
    said: Row = {"date_of_birth": born}
    if row["age"] is not None:
        said["age"] = age_on(born, as_at)
    if born > as_at:
        said["gender"] = "U"
    return said


def broken_by_birth(at: Place, key: str, row: Row, born: date) -> Iterator[tuple[str, str]]:
    """Rules that a row would break with a date of birth, each with the column it is told of."""
    if born > at.as_at + _FARTHEST_BIRTH:
        yield "F05", "date_of_birth"
    for column, rule in _rules_of_birth(key):
        if row[column] is not None and row[column] < born - timedelta(days=rule.days):
            yield ("W03" if column == EVENTS.get(key) else "W30"), column
    if key in _OF_AGE and _grown(at, key, row, born):
        yield "W05", EVENTS[key]
    if key == "children_in_care":
        yield from _broken_in_care(at, row, born)
    if key == "care_leavers":
        yield from _broken_of_leavers(at, row, born)


@cache
def _rules_of_birth(key: str) -> tuple[tuple[str, DateRule], ...]:
    columns = standard("annex_a").by_key(key).columns
    rules = ((column.name, rule) for column in columns for rule in column.date_rules)
    return tuple((name, rule) for name, rule in rules if rule.other == "date_of_birth")


def _grown(at: Place, key: str, row: Row, born: date) -> bool:
    end = _OF_AGE[key]
    still = bool(end) and row[end] is None
    return age_on(born, at.as_at if still else row[EVENTS[key]]) >= _GROWN


def _broken_in_care(at: Place, row: Row, born: date) -> Iterator[tuple[str, str]]:
    if row["placement_type"] in ("H5", "P2") and age_on(born, at.as_at) < 16:
        yield "W32", "placement_type"
    end = row["cla_end_date"]
    if end and age_on(born, end) >= 16 and not at.rows("care_leavers"):
        yield "X14", "cla_end_date"


def _broken_of_leavers(at: Place, row: Row, born: date) -> Iterator[tuple[str, str]]:
    age = age_on(born, at.as_at)
    if not 16 <= age < _OLDEST_LEAVER:
        yield "W33", "date_of_birth"
    under = {"RELEVANT": True, "ELIGIBLE": True, "FORMER_RELEVANT": False}
    if under.get(row["eligibility"], age < _GROWN) != (age < _GROWN):
        yield "W34", "eligibility"


@plants("X07", *CHILDREN[1:])
def another_birth(at: Place) -> Change | None:
    """On the child's only row in the last of its lists, which is the one to be reported.

    Some days earlier, so that the age stays, and no rule of ages is broken.
    """
    born = at["date_of_birth"]
    if born is None or born > at.as_at or not last_of_several(at):
        return None
    other = born - at.days(1, 25)
    same_age = age_on(other, at.as_at) == age_on(born, at.as_at)
    if not same_age or any(broken_by_birth(at, at.list, at.row, other)):
        return None
    return at.change("date_of_birth", other)


def last_of_several(at: Place, first: str = "contacts") -> bool:
    """Whether the row is the child's only one in the last of several lists."""
    order = CHILDREN[CHILDREN.index(first) :]
    there = [key for key in order if at.child.get(key)]
    return len(there) > 1 and there[-1] == at.list and len(at.child[at.list]) == 1
