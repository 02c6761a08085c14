"""Checks that follow from the declared columns: blanks, future dates, order, pairs, keys."""

from __future__ import annotations

from collections.abc import Callable

from sightline.intake import structure_rules  # noqa: F401  makes the rules of fields known
from sightline.intake.checks.declare import At, Check, blank, filled
from sightline.intake.checks.row_rules import (
    BELOW,
    KEY_TWICE,
    NO_SUCH,
    ORDER_RULES,
    PAIR_RULES,
    TWICE,
)
from sightline.intake.rules import RULES, Rule
from sightline.standards import all_standards
from sightline.standards.columns import (
    ChildId,
    Code,
    Column,
    Date,
    DateRule,
    Integer,
)
from sightline.standards.declare import Table

OWNERS = ("allocated_team", "allocated_worker", "personal_adviser")
"""Columns whose blanks are findings to act on (W40), not faults of input."""
_UNBORN_DAYS = 42 * 7

_ORDER = {
    "early_help": "W06",
    "assessments": "W07",
    "section_47": "W10",
    "children_in_need": "W07",
    "child_protection": "W20",
    "children_in_care": "W30",
    "adoption": "W37",
    "adopters": "W39",
}
_ORDER_OF_COLUMN = {
    ("children_in_need", "last_seen_date"): "W18",
    ("child_protection", "plan_end_date"): "W07",
    ("children_in_care", "cla_end_date"): "W07",
    ("children_in_care", "placement_start_date"): "W25",
    ("children_in_care", "legal_status_start_date"): "W25",
}
_PAIRS = {
    "assessments": "W08",
    "section_47": "W12",
    "children_in_need": "W16",
    "child_protection": "W21",
    "children_in_care": "W24",
    "adoption": "W38",
    "adopters": "W39",
}


def order_rule(table: type[Table], column: Column, order: DateRule) -> str:
    """The code of the rule that two dates of a list fall under."""
    born = order.other == "date_of_birth" and order.days
    if born or (table.key, column.name, order.other) == (
        "children_in_care",
        "cla_start_date",
        "date_of_birth",
    ):
        return "W03"
    return _ORDER_OF_COLUMN.get((table.key, column.name)) or _ORDER.get(table.key, "W50")


def declare_all() -> None:
    """Make the checks that the declared columns ask for."""
    for standard in all_standards():
        for table in standard.tables:
            _of_the_list(table)
            for column in table.columns:
                if not column.placeholder:
                    _of_the_column(table, column)


def _of_the_list(table: type[Table]) -> None:
    key = table.key_column().name
    if table.one_row_per_key:
        again = f"row_number() OVER (PARTITION BY t.{key} ORDER BY t._row) > 1"
        rows = [{key: "A1"}, {key: "A1"}]
        Check(
            TWICE if table.standard == "annex_a" else KEY_TWICE,
            table,
            key,
            lambda at: f"t.{key} IS NOT NULL AND {again}",
            (key,),
            breaks=rows,
            keeps=[{key: "A1"}, {key: "A2"}],
            windowed=True,
        )


def _of_the_column(table: type[Table], column: Column) -> None:
    name = column.name
    if column.required and name not in OWNERS:
        made = RULES["F08" if isinstance(column, ChildId) else "F01"]
        said = f"“{column.heading.strip()}” is blank."
        Check(
            made,
            table,
            name,
            lambda at: blank(name),
            (name,),
            message=said,
            breaks=[{}],
            keeps=[{name: _some(column)}],
        )
    if isinstance(column, Date):
        _future(table, column)
        for order in column.date_rules:
            _ordered(table, column, order)
    if column.pairs_with:
        _paired(table, column)
    if isinstance(column, Integer) and (column.minimum or 0) > 0:
        least = column.minimum
        low = _low(table, column)
        if low:
            Check(
                low,
                table,
                name,
                lambda at: f"t.{name} < {least}",
                (name,),
                breaks=[{name: 0}],
                keeps=[{name: int(least or 0)}],
            )
    if column.references:
        _referring(table, column)


def _low(table: type[Table], column: Column) -> Rule | None:
    """W27 has its own place; others share one rule."""
    return None if column.name == "placements_last_12_months" else BELOW


def _future(table: type[Table], column: Date) -> None:
    name = column.name
    born = column.ahead and name == "date_of_birth"
    if column.ahead and not born:
        return
    slack = _UNBORN_DAYS if born else 0
    Check(
        RULES["F05"],
        table,
        name,
        lambda at: f"t.{name}::DATE > {at.day} + {slack}",
        (name,),
        message=f"“{column.heading.strip()}” is after the snapshot date.",
        breaks=[{name: "2030-01-01"}],
        keeps=[{name: "2026-10-31"}],
    )


def _ordered(table: type[Table], column: Date, order: DateRule) -> None:
    name, other = column.name, table.column(order.other)
    sign = {("before", False): "<", ("before", True): "<=", ("after", False): ">"}.get(
        (order.side, order.strict), ">="
    )
    shift = f"- {order.days}" if order.side == "before" else f"+ {order.days}"
    exact = column.kind == other.kind and not order.days
    left = f"t.{name}" if exact else f"t.{name}::DATE"
    right = f"t.{order.other}" if exact else f"(t.{order.other}::DATE {shift})"
    where = order.side if order.strict or order.side == "after" else "before"
    span = f" by more than {order.days // 7} weeks" if order.days else ""
    early, late = ("2020-01-05", "2022-01-05")
    wrong, right_way = (early, late) if order.side == "before" else (late, early)
    said = f"“{column.heading.strip()}” is {where} “{other.heading.strip()}”{span}."
    if order.strict and order.side == "before":
        said = f"“{column.heading.strip()}” is not after “{other.heading.strip()}”."
    Check(
        ORDER_RULES[order_rule(table, column, order)],
        table,
        name,
        lambda at: f"{left} {sign} {right}",
        (name, order.other),
        severity=order.severity,
        message=said,
        breaks=[{name: wrong, order.other: late if wrong == early else early}],
        keeps=[{name: right_way, order.other: early if right_way == late else late}],
    )


def _paired(table: type[Table], column: Column) -> None:
    rule_id = _PAIRS.get(table.key, "W52")
    first, second = column.name, column.pairs_with
    if table.column(second).pairs_with == first and second < first:
        return
    one, two = table.column(first).heading.strip(), table.column(second).heading.strip()
    for here, there, printed in ((first, second, one), (second, first, two)):
        other = two if here == first else one
        Check(
            PAIR_RULES[rule_id],
            table,
            here,
            _both(here, there),
            (here, there),
            message=f"“{printed}” is blank, and “{other}” is filled in.",
            breaks=[{there: _some(table.column(there))}],
            keeps=[{n: _some(table.column(n)) for n in (here, there)}],
        )


def _both(here: str, there: str) -> Callable[[At], str]:
    return lambda at: f"{blank(here)} AND {filled(there)}"


def _referring(table: type[Table], column: Column) -> None:
    name = column.name
    other, key = column.references.split(".")
    if f"{table.key}.{name}" == column.references:
        return
    Check(
        NO_SUCH,
        table,
        name,
        lambda at: (
            f"t.{name} IS NOT NULL AND t.{name} NOT IN "
            f"(SELECT o.{key} FROM {other} o WHERE o.{key} IS NOT NULL)"
        ),
        (name,),
        others=((other, (key,)),) if other != table.key else (),
        message=f"“{name}” is not in {other}.",
        breaks=[{key: "A9", name: "Z9"} if other == table.key else {name: "Z9"}],
        keeps=[{key: "A2", name: "A2"} if other == table.key else {name: "A2"}],
        beside={} if other == table.key else {other: [{key: "A2"}]},
    )


def _some(column: Column) -> object:
    """A value that the column can hold, for examples."""
    if isinstance(column, Date):
        return "2022-01-05"
    if isinstance(column, Integer):
        return int(column.minimum or 0)
    if isinstance(column, Code):
        from sightline.standards.codes import code_set

        return code_set(column.code_set).codes[0]
    return "A1"
