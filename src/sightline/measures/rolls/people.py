"""Who a row is about: the columns that every roll of children shares, and groups to compare by."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from sightline.kit.calendar import add_months

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from sightline.measures.asked import Asked

AGES = ("Unborn", "Under 1", "1 to 4", "5 to 9", "10 to 15", "16 to 17", "18 and over")
ORIGIN = ("_list", "_file", "_sheet", "_row")

# Names that stand where a person's should: a desk, a team, a list, or nobody.
_NOBODY = (
    r"^(n/?a|none|nil|tbc|tba|vacant|vacancy|unknown)$|unallocated|not allocated|unassigned|"
    r"awaiting allocation|(^|[^a-z])(duty|team|tray|pool|inbox|workflow)([^a-z]|$)"
)


def person(table: ir.Table, asked: Asked, key: str, **fixed: Any) -> dict[str, Any]:
    """The columns that say who a row is about, from a list of Annex A.

    ``child_id``, ``sex``, ``ethnicity``, ``disability``, ``age`` (in whole years as at the day;
    null for the unborn), ``age_group``, ``team``, ``worker``, ``allocated``, ``plan_type``,
    ``legal_status``, and where the row came from. ``fixed`` gives columns the list lacks.
    """
    import ibis

    nothing = ibis.null("string")

    def there(name: str) -> Any:
        return table[name] if name in table.columns else nothing

    made: dict[str, Any] = {
        "child_id": there("child_id"),
        "sex": there("gender"),
        "ethnicity": there("ethnicity"),
        "disability": there("has_disability"),
        "date_of_birth": table.date_of_birth,
        "team": there("allocated_team"),
        "worker": there("allocated_worker"),
        "plan_type": nothing,
        "legal_status": nothing,
        **fixed,
    }
    made["age"] = age_on(made["date_of_birth"], asked.as_at)
    made["age_group"] = age_group(made["date_of_birth"], made["age"], asked)
    if "allocated" not in made:
        made["allocated"] = holds_children(made["worker"], asked)
    return {**made, **origin(table, key)}


def origin(table: ir.Table, key: str) -> dict[str, Any]:
    """Where a row came from, and the authority in a pool of several."""
    import ibis

    extra = {"authority": table.authority} if "authority" in table.columns else {}
    return {
        "_list": ibis.literal(key),
        "_file": table._file,
        "_sheet": table._sheet,
        "_row": table._row.cast("int64"),
        **extra,
    }


def age_on(born: Any, day: date) -> ir.IntegerValue:
    """Whole years from a birth to a day; null before birth.

    Somebody born on 29 February is a year older on 1 March of a common year.
    """
    number = day.year * 10_000 + day.month * 100 + day.day
    birth = born.year() * 10_000 + born.month() * 100 + born.day()
    return (birth <= number).ifelse(((number - birth) / 10_000).floor().cast("int64"), None)


def born_by(born: Any, day: date, years: int) -> ir.BooleanValue:
    """Whether somebody is at least so many years old on a day."""
    import ibis

    return born <= ibis.literal(add_months(day, -12 * years))


def holds_children(worker: Any, asked: Asked) -> ir.BooleanValue:
    """Whether the name of a worker is that of a person: not blank, a desk, or a listed name."""
    lower = worker.strip().lower()
    person = (lower != "") & ~lower.re_search(_NOBODY) & ~lower.startswith("#")
    if asked.settings.not_case_holders:
        person &= ~lower.isin([n.strip().lower() for n in asked.settings.not_case_holders])
    return person.fill_null(False)


def age_group(born: Any, age: Any, asked: Asked) -> ir.StringValue:
    """The group of ages that somebody is in as at the day; null where the birth is not known."""
    import ibis

    return ibis.cases(
        (born > asked.today, AGES[0]),
        (age < 1, AGES[1]),
        (age < 5, AGES[2]),
        (age < 10, AGES[3]),
        (age < 16, AGES[4]),
        (age < 18, AGES[5]),
        (age >= 18, AGES[6]),
    )
