"""Checks of who a child is: age, sex, date of birth."""

from __future__ import annotations

from sightline.intake import structure_rules  # noqa: F401  its rules come first
from sightline.intake.checks.declare import At, blank, check

_CHILDREN = (
    "contacts early_help referrals assessments section_47 children_in_need child_protection "
    "children_in_care care_leavers adoption"
)
_MAY_BE_BLANK = (
    "contacts early_help referrals assessments section_47 children_in_need child_protection "
    "adoption"
)


def _age(at: At) -> str:
    month_day = "month({0}) * 100 + day({0})"
    before = f"({month_day.format(at.day)} < {month_day.format('t.date_of_birth')})::INT"
    years = f"year({at.day}) - year(t.date_of_birth) - {before}"
    return f"(CASE WHEN t.date_of_birth > {at.day} THEN -1 ELSE {years} END)"


@check(
    "F10",
    "information",
    _CHILDREN,
    "age",
    uses="age date_of_birth",
    means="",
    remedy="",
    breaks=[{"date_of_birth": "2010-11-01", "age": 16}],
    keeps=[{"date_of_birth": "2010-10-31", "age": 16}],
)
def another_age(at: At) -> str:
    """The age is that of the last birthday; -1 for the unborn."""
    return f"t.age <> {_age(at)}"


@check(
    "F11",
    "query",
    _CHILDREN,
    "gender",
    uses="gender date_of_birth",
    means="",
    remedy="",
    breaks=[{"date_of_birth": "2026-12-24", "gender": "F"}],
    keeps=[{"date_of_birth": "2026-12-24", "gender": "U"}],
)
def unborn_with_a_sex(at: At) -> str:
    """A child who is expected has no sex recorded."""
    return f"t.date_of_birth > {at.day} AND t.gender IN ('M', 'F')"


@check(
    "F13",
    "query",
    _MAY_BE_BLANK,
    "date_of_birth",
    uses="date_of_birth age",
    means="",
    remedy="",
    breaks=[{"age": 3}],
    keeps=[{"age": -1}],
)
def birth_not_known(at: At) -> str:
    """Blank, and the age is not that of an unborn child."""
    return f"{blank('date_of_birth')} AND t.age IS DISTINCT FROM -1"
