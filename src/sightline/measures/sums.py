"""Sums over a roll: one query for all measures of it, and one for each that divides into groups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial, reduce
from operator import or_
from typing import TYPE_CHECKING, Any

from sightline.kit.calendar import DAYS_IN_MONTH, MONTHS_IN_YEAR
from sightline.measures.answers import Answer, Count, Days, Mix, Share
from sightline.measures.asked import Asked
from sightline.measures.figure import Figure
from sightline.measures.groups import ALL, Grouping, label, place
from sightline.measures.prepared import Prepared, Put, is_mix
from sightline.standards.codes import code_set

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from sightline.engines.lists import Compiled
    from sightline.measures.data import Data

PER = 10_000
GROUP, CATEGORY = "_group", "_category"
Row = dict[str, Any]


@dataclass(frozen=True)
class Plan:
    """A query that is ready to run, and how its rows become figures."""

    query: Compiled
    read: Callable[[list[Row]], Iterator[Figure]]


def summed(data: Data, one: Prepared, by: Grouping | None) -> Iterator[Figure]:
    """The figures of a roll's measures: of all, or of each group of a breakdown."""
    return run_plans(data, plans(data, one, by))


def run_plans(data: Data, made: Iterable[Plan]) -> Iterator[Figure]:
    """The figures of plans."""
    assert data.lists is not None
    for plan in made:
        yield from plan.read(data.lists.fetch(plan.query).to_pylist())


def plans(data: Data, one: Prepared, by: Grouping | None) -> Iterator[Plan]:
    """One query for all measures of a roll, and one for each that divides its rows into groups.

    A measure that is always split is split where all are asked for.
    """
    plain = tuple(put for put in one.put if not is_mix(put))
    if plain:
        yield _plan(data, _sum_query(one.rows, plain, by), partial(_read_sums, plain, by))
    for column in dict.fromkeys(p.measure.split for p in plain if p.measure.split and not by):
        mine = tuple(p for p in plain if p.measure.split == column)
        split = Grouping(column, "", column)
        yield _plan(data, _sum_query(one.rows, mine, split), partial(_read_split, mine, split))
    for put in one.put:
        if is_mix(put):
            yield _plan(data, _mix_query(one.rows, put, by), partial(_read_mix, put, by))


def _plan(data: Data, query: ir.Table, read: Callable[[list[Row]], Iterator[Figure]]) -> Plan:
    assert data.lists is not None
    return Plan(data.lists.compiled(query), read)


def _sum_query(rows: ir.Table, put: Sequence[Put], by: Grouping | None) -> ir.Table:
    # Rows that no measure asks about add nothing: an engine need not join anything to them.
    asked_about = reduce(or_, (rows[p.name("of")] for p in put))
    grouped = with_group(rows.filter(asked_about), by)
    parts = {name: value for p in put for name, value in _parts(grouped, p).items()}
    return grouped.group_by(GROUP).agg(**parts) if by else grouped.agg(**parts)


def _read_sums(put: Sequence[Put], by: Grouping | None, found: list[Row]) -> Iterator[Figure]:
    for row in _in_order(found, by):
        for p in put:
            figure = _figure(p, row, by)
            # A group that a measure does not ask about is no group of it.
            if not by or figure.numerator or figure.denominator or figure.excluded:
                yield figure


def _read_split(put: Sequence[Put], by: Grouping, found: list[Row]) -> Iterator[Figure]:
    for figure in _read_sums(put, by, found):
        yield replace(figure, category=figure.group, group=ALL, by="")


def _parts(rows: ir.Table, put: Put) -> dict[str, Any]:
    """What is added up for a measure, by its name in the answer of the query."""
    of, answer = rows[put.name("of")], put.answer
    made: dict[str, Any]
    if isinstance(answer, (Share, Count)):
        met = rows[put.name("met")]
        counted = of & met.notnull()
        made = {"n": (of & met).fill_null(False).sum(), "d": counted.sum()}
    elif isinstance(answer, Days):
        value = rows[put.name("value")]
        counted = of & value.notnull()
        # Of a row that does not count there is no length: Spark takes no condition on a median.
        length = counted.ifelse(value, None)
        middle = length.mean() if answer.mean else length.median()
        made = {"v": middle, "d": counted.sum()}
    else:
        top, bottom = rows[put.name("top")], rows[put.name("bottom")]
        counted = of & top.notnull() & bottom.notnull()
        made = {"n": top.sum(where=counted), "d": bottom.sum(where=counted)}
    made["x"] = (of & ~counted).sum()
    return {put.name(part): value for part, value in made.items()}


def _figure(put: Put, row: Row, by: Grouping | None) -> Figure:
    """A figure from a row of sums."""
    answer = put.answer
    n, d = (row.get(put.name(part)) or 0 for part in "nd")
    value, unit = _value(put, row, n, d)
    if isinstance(answer, Count):
        population = put.asked.settings.population
        n, d = n, population if answer.rate and population and not by else None
    whole = None if isinstance(answer, Days) else n
    return replace(
        _plain(put, by, _name(row, by)), numerator=whole, denominator=d, value=value, unit=unit,
        excluded=int(row.get(put.name("x")) or 0),
    )  # fmt: skip


def _value(put: Put, row: Row, n: float, d: float) -> tuple[float | None, str]:
    answer: Answer = put.answer
    if isinstance(answer, Count):
        population = put.asked.settings.population
        if answer.rate and population:
            times = a_year_of(put.asked) if answer.yearly else 1
            return n * times * PER / population, "per 10,000 children"
        return n, "number"
    if isinstance(answer, Days):
        return row.get(put.name("v")), answer.unit
    return (n / d if d else None), answer.unit


def a_year_of(asked: Asked) -> float:
    """How many windows there are in a year: 2 of six months, 12 of a month."""
    months = max(round((asked.end - asked.start).days / DAYS_IN_MONTH), 1)
    return MONTHS_IN_YEAR / months


def _mix_query(rows: ir.Table, put: Put, by: Grouping | None) -> ir.Table:
    of = rows[put.name("of")]
    counted = with_group(rows.filter(of), by)
    counted = counted.mutate(**{CATEGORY: counted[put.name("category")].cast("string")})
    return counted.group_by([CATEGORY, *([GROUP] if by else [])]).agg(n=counted.count())


def _read_mix(put: Put, by: Grouping | None, found: list[Row]) -> Iterator[Figure]:
    answer = put.answer
    assert isinstance(answer, Mix)
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in _in_order(found, by):
        category = label(answer.code_set, answer.by_group, row[CATEGORY])
        counts[_name(row, by)][category] += row["n"]
    for group, categories in counts.items():
        whole = sum(categories.values())
        for category in sorted(categories, key=lambda c: place(_order(answer), c)):
            yield replace(
                _plain(put, by, group), category=category, numerator=categories[category],
                denominator=whole, value=categories[category] / whole, unit="%",
            )  # fmt: skip
    if not counts:
        yield replace(_plain(put, None, ALL), numerator=0, denominator=0, unit="%")


def _order(answer: Mix) -> tuple[str, ...]:
    if answer.order or not answer.code_set:
        return answer.order
    codes = code_set(answer.code_set).codes
    return tuple(dict.fromkeys(label(answer.code_set, answer.by_group, code) for code in codes))


def _plain(put: Put, by: Grouping | None, group: str) -> Figure:
    measure, asked = put.measure, put.asked
    return Figure(
        measure.id, measure.title, asked.start, asked.end, by.key if by else "", group,
        better=measure.better, note=measure.proxy,
    )  # fmt: skip


def with_group(rows: ir.Table, by: Grouping | None) -> ir.Table:
    """The rows with the group they are in as a column, where there is a breakdown."""
    import ibis

    if by is None:
        return rows
    if by.column not in rows.columns:
        return rows.mutate(**{GROUP: ibis.null("string")})
    if not by.by_group:
        return rows.mutate(**{GROUP: rows[by.column]})
    groups = {item.code: item.group or item.words for item in code_set(by.codes).items}
    known = rows[by.column].isin(list(groups))
    return rows.mutate(**{GROUP: known.ifelse(rows[by.column].substitute(groups), None)})


def _name(row: Row, by: Grouping | None) -> str:
    if by is None:
        return ALL
    return label("" if by.by_group else by.codes, False, row[GROUP])


def _in_order(found: list[Row], by: Grouping | None) -> list[Row]:
    if by is None:
        return found
    return sorted(found, key=lambda row: place(by.order, _name(row, by)))
