"""What makes a declared list wrong: each rule in a sentence for whoever declared it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sightline.standards.codes.declare import code_set, is_code_set
from sightline.standards.columns import ChildId, Code, Column, Date, Integer, Json, Text
from sightline.standards.declare import STANDARDS_MADE, Table
from sightline.standards.headings import heading_key

_KEY = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_NOT_IN_A_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")
_LONGEST_SHEET_NAME = 31  # Excel's limit


def contradictions(table: type[Table]) -> Iterator[str]:
    """What contradicts itself in a list, or contradicts the lists declared before it."""
    yield from _of_the_list(table)
    if table.standard in STANDARDS_MADE:
        yield from _among_the_lists(table)
    if not table.columns:
        yield "it declares no columns"
        return
    yield from _of_the_keys(table)
    yield from _of_the_headings(table)
    for column in table.columns:
        for wrong in (*_of_the_column(column), *_of_its_dates(column, table)):
            yield f"{column.name}: {wrong}"
    yield from _of_the_order(table)


def _of_the_list(table: type[Table]) -> Iterator[str]:
    if table.standard not in STANDARDS_MADE:
        yield f"there is no standard {table.standard!r}; there are {tuple(STANDARDS_MADE)}"
    if not table.title.strip():
        yield "it needs a title"
    if not table.population:
        yield "it needs a docstring that says which children or events it holds"
    if table.source is None:
        yield "it needs a source"
    if not _KEY.fullmatch(table.key):
        yield f"its key {table.key!r} is not in snake case"
    name = table.sheet_name
    if len(name) > _LONGEST_SHEET_NAME or _NOT_IN_A_SHEET_NAME.search(name):
        yield f"{name!r} cannot be the name of a sheet"
    if table.__mro__[1] is not Table:
        yield "a list is declared from Table itself, not from another list"


def _among_the_lists(table: type[Table]) -> Iterator[str]:
    for other in STANDARDS_MADE[table.standard].made:
        if other.key == table.key:
            yield f"the key {table.key!r} is taken by {other.__name__}"
        if table.number is not None and other.number == table.number:
            yield f"the number {table.number} is taken by {other.__name__}"
        for shared in sorted(table.sheet_keys & other.sheet_keys):
            yield f"the sheet name {shared!r} is also that of {other.__name__}"


def _of_the_keys(table: type[Table]) -> Iterator[str]:
    keys = [column for column in table.columns if column.key]
    if not keys:
        yield "no column is declared as its key"
    if len(keys) > 1:
        yield f"two columns are declared as its key: {keys[0].name} and {keys[1].name}"
    if keys and keys[0].optional:
        yield f"its key {keys[0].name} may not be missing from a file"
    children = [column for column in table.columns if isinstance(column, ChildId)]
    if len(children) > 1:
        yield f"two columns hold the child: {children[0].name} and {children[1].name}"


def _of_the_headings(table: type[Table]) -> Iterator[str]:
    seen: dict[str, Column] = {}
    for column in table.columns:
        for heading in (*column.all_headings, *column.aliases):
            key = heading_key(heading)
            if not key:
                yield f"{column.name}: the heading {heading!r} holds no words"
            other = seen.setdefault(key, column)
            if key and other is not column:
                yield f"{column.name} and {other.name} have one heading: {heading!r}"


def _of_the_column(column: Column) -> Iterator[str]:
    if hasattr(Table, column.name):
        yield "the name is one that every list has for itself"
    if isinstance(column, Code) and not column.codes:
        yield "a code needs the name of its code set"
    if column.code_set and not is_code_set(column.code_set):
        yield f"there is no code set {column.code_set!r}"
    elif isinstance(column, Text) and column.special and not code_set(column.special).open:
        yield f"{column.special!r} is a closed code set; declare the column as a Code"
    if isinstance(column, Json) and column.special:
        yield "values kept in JSON have no special codes"
    if column.required and (column.blank_when or column.placeholder):
        yield "it may not be blank, and yet it says when it is"
    if column.since and column.until and column.until < column.since:
        yield "it ends before it begins"
    if isinstance(column, Integer) and _upside_down(column.minimum, column.maximum):
        yield "its maximum is below its minimum"


def _of_its_dates(column: Column, table: type[Table]) -> Iterator[str]:
    by_name = {other.name: other for other in table.columns}
    if column.pairs_with and column.pairs_with not in by_name.keys() - {column.name}:
        yield f"it pairs with {column.pairs_with!r}, which is not another column here"
    for rule in column.date_rules:
        other = by_name.get(rule.other)
        if other is None:
            yield f"it is to come {rule}, but there is no column {rule.other!r}"
        elif not isinstance(other, Date):
            yield f"it is to come {rule}, but {rule.other!r} is not a date"
        elif other is column:
            yield "it is to come before or after itself"


def _of_the_order(table: type[Table]) -> Iterator[str]:
    """Dates that go round in a circle: a not before b, b not before c, c not before a."""
    earlier: dict[str, set[str]] = {column.name: set() for column in table.columns}
    for column in table.columns:
        for rule in column.date_rules:
            if rule.side == "before":
                earlier[column.name].add(rule.other)
            elif rule.other in earlier:
                earlier[rule.other].add(column.name)
    for name in earlier:
        reached, following = set[str](), set(earlier[name])
        while following:
            reached |= following
            following = set().union(*(earlier.get(one, set()) for one in following)) - reached
        if name in reached:
            yield f"{name}: the order of dates comes back to itself"
            return


def _upside_down(low: float | None, high: float | None) -> bool:
    return low is not None and high is not None and high < low
