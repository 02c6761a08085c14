"""Which columns of which lists an expression rests on, found by following it to the lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from sightline.measures.answers import Answer
from sightline.measures.asked import Asked
from sightline.measures.data import ORIGIN, Data, declared, list_of
from sightline.measures.declare import Measure
from sightline.measures.errors_found import ANNEX_A, SSD
from sightline.measures.prepared import rows_of
from sightline.measures.settings import LIMITS, Settings

if TYPE_CHECKING:
    import ibis.expr.types as ir

ERRORS = (ANNEX_A, SSD)
_DAY = date(2026, 10, 31)


class Used(NamedTuple):
    """A column of a list ("annex_a.assessments", "assessment_start_date")."""

    list: str
    column: str

    @property
    def heading(self) -> str:
        """Its heading as the standard prints it."""
        return next(c.heading.strip() for c in list_of(self.list).columns if c.name == self.column)


@cache
def columns_used(measure: Measure) -> tuple[Used, ...]:
    """The columns without which the measure cannot be worked out, in the order of their lists."""
    return columns_in(answer_of(measure).columns().values())


@cache
def answer_of(measure: Measure) -> Answer:
    """What a measure answers of the lists as they are declared: of which kind, and in what unit."""
    return measure.answer(_rows(measure), _asked(measure))


@cache
def answer_columns(measure: Measure) -> frozenset[str]:
    """The columns of the roll that a measure's answer looks at."""
    import ibis.expr.operations as ops

    roll = _rows(measure).op()
    said = answer_of(measure).columns().values()
    values = [value.op() for value in said if value is not None]
    fields = (field for value in values for field in value.find(ops.Field, filter=ops.Value))
    return frozenset(field.name for field in fields if field.rel == roll)


def _rows(measure: Measure) -> ir.Table:
    return rows_of(declared(), measure.roll, _asked(measure))


def _asked(measure: Measure) -> Asked:
    return Asked.window(_DAY, measure.window, everything_set())


def columns_in(values: Iterable[Any]) -> tuple[Used, ...]:
    """The columns of lists that some expressions rest on, in the order of their lists."""
    found = {used for value in values for used in _used(value)}
    return tuple(sorted(used for used in found if used.column not in ORIGIN))


@cache
def everything_set() -> Settings:
    """Settings with a value for every local standard, for examples and for looking at measures."""
    from sightline.measures.limits import limit

    lengths: dict[str, Any] = {name: limit("4 weeks") for name in LIMITS}
    lengths |= {"cp_visit": limit("10 working days"), "cin_plan_length": limit("9 months")}
    return Settings(**lengths, children_per_worker=2, first_year_children=1, population=50_000)


def lacking(measure: Measure, data: Data) -> tuple[Used, ...]:
    """The columns that the measure needs and the data do not have."""
    missing = [used for used in columns_used(measure) if not data.has(*used)]
    absent = [Used(key, "") for key in measure.roll.lists if key not in data]
    if measure.roll.partial and len(absent) < len(measure.roll.lists):
        # What checking found does not come from a list: without it no row can be said to be right.
        return tuple(used for used in missing if used.list in ERRORS)
    return tuple(absent or missing)


def _used(value: Any) -> Iterator[Used]:
    if value is None:
        return
    seen: set[Any] = set()
    waiting = [value.op()]
    while waiting:
        node = waiting.pop()
        if node in seen:
            continue
        seen.add(node)
        if hasattr(node, "rel"):
            found, more = _field(node.rel, node.name)
            if found:
                yield found
            waiting += more
        else:
            waiting += _parts(node)


def _parts(node: Any) -> list[Any]:
    import ibis.expr.operations as ops

    return [arg for arg in node.__children__ if not isinstance(arg, ops.Relation)]


def _field(rel: Any, name: str) -> tuple[Used | None, list[Any]]:
    """Where a column of a relation comes from: a list, or what it was made of."""
    import ibis.expr.operations as ops

    if isinstance(rel, ops.UnboundTable):
        return Used(rel.name, name), []
    if isinstance(rel, ops.InMemoryTable):
        return None, []
    if isinstance(rel, ops.JoinChain):
        return None, _joined(rel, name)
    if isinstance(rel, ops.Aggregate):
        return None, [rel.groups.get(name, rel.metrics.get(name))]
    if isinstance(rel, ops.Project):
        return None, [rel.values[name]]
    parents = [arg for arg in rel.__args__ if isinstance(arg, ops.Relation)]
    conditions = list(rel.predicates) if isinstance(rel, ops.Filter) else []
    fields = [ops.Field(parent, name) for parent in parents if name in parent.schema]
    return None, [*fields, *conditions]


def _joined(rel: Any, name: str) -> list[Any]:
    """A column of a join: what is joined rests on what it was joined by, too."""
    value = rel.values[name]
    by = [link.predicates for link in rel.rest if link.table == getattr(value, "rel", None)]
    return [value, *(predicate for predicates in by for predicate in predicates)]
