"""School terms and school age: which two terms a day looks back to, and who is of school age.

There are three terms: autumn from September, spring from January, summer from the day after Easter
Sunday to the end of August.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import ibis.expr.types as ir

GOOD_FRIDAY = "Good Friday"


class Term(NamedTuple):
    """A term: its name, the calendar year in which its school year began, and its first day."""

    name: str
    year: int
    start: date


def two_terms(day: date) -> tuple[Term, Term]:
    """The term before, and the term that the day lies in."""
    all_terms = [term for year in (day.year - 1, day.year) for term in _terms(year)]
    begun = [term for term in all_terms if term.start <= day]
    return begun[-2], begun[-1]


def _terms(year: int) -> tuple[Term, Term, Term]:
    easter = _easter_sunday(year)
    return (
        Term("spring", year - 1, date(year, 1, 1)),
        Term("summer", year - 1, date.fromordinal(easter.toordinal() + 1)),
        Term("autumn", year, date(year, 9, 1)),
    )


def _easter_sunday(year: int) -> date:
    """Easter Sunday: two days after Good Friday."""
    import holidays

    named = holidays.UK(subdiv="ENG", years=year).get_named(GOOD_FRIDAY)
    return date.fromordinal(named[0].toordinal() + 2)


def in_terms(plans: ir.Table, terms: tuple[Term, Term]) -> ir.BooleanValue:
    """Whether an education plan is for one of the terms; by its meeting where it does not say."""
    import ibis

    said = ibis.or_(*(
        (plans.term == term.name) & plans.academic_year.startswith(str(term.year))
        for term in terms
    ))  # fmt: skip
    unsaid = plans.term.isnull() | plans.academic_year.isnull()
    return unsaid.ifelse(plans.held_on >= ibis.literal(terms[0].start), said)


def age_at_start_of_year(born: Any, day: Any) -> ir.IntegerValue:
    """Whole years at 31 August before the school year that a day lies in."""
    start = (day.month() >= 9).ifelse(day.year(), day.year() - 1)
    later = (born.month() >= 9).ifelse(1, 0)
    return start - born.year() - later
