"""What a column asks for, in words: for the notes of a template and for the generated docs."""

from __future__ import annotations

from collections.abc import Iterator

from sightline.standards.codes import code_set
from sightline.standards.columns import Code, Column, Integer, Upn, Urn
from sightline.standards.declare import Table

_KINDS = {
    "text": "words",
    "id": "identifier, as text",
    "postcode": "postcode",
    "json": "JSON",
    "date": "date, day/month/year",
    "datetime": "date and time, day/month/year hours:minutes",
    "code": "one of a list of codes",
    "integer": "whole number",
    "decimal": "number",
}


def kind_in_words(column: Column) -> str:
    """What kind of value it holds."""
    if isinstance(column, Upn):
        return "unique pupil number, as text"
    if isinstance(column, Urn):
        return "Ofsted number, as text"
    return _KINDS[column.kind]


def rules_in_words(column: Column, table: type[Table]) -> str:
    """What must hold of its values, a sentence for each rule."""
    return " ".join(f"{rule[0].upper()}{rule[1:]}." for rule in _rules(column, table))


def codes_in_words(column: Column) -> str:
    """The codes that it may hold, as a template offers them; "" where it holds none."""
    if not column.code_set:
        return ""
    shown = "; ".join(item.shown for item in code_set(column.code_set).items)
    others = code_set(column.code_set).open or (isinstance(column, Code) and column.open)
    return f"{shown}; or other words" if others else shown


def _rules(column: Column, table: type[Table]) -> Iterator[str]:
    if column.required:
        yield "must be filled in"
    elif column.blank_when:
        yield f"blank when {column.blank_when}"
    if column.key and table.one_row_per_key:
        yield "once in the list"
    for rule in column.date_rules:
        words = str(rule).replace(rule.other, f"“{table.column(rule.other).heading.strip()}”")
        yield words
    if column.pairs_with:
        yield f"filled in exactly when “{table.column(column.pairs_with).heading.strip()}” is"
    yield from _bounds(column)
    yield from _presence(column)


def _bounds(column: Column) -> Iterator[str]:
    if isinstance(column, Integer) and column.minimum is not None:
        yield f"{column.minimum:g} at least"
    if isinstance(column, Integer) and column.maximum is not None:
        yield f"{column.maximum:g} at most"


def _presence(column: Column) -> Iterator[str]:
    if column.since:
        yield f"in files from {column.since:%B %Y}"
    if column.until:
        yield f"in files until {column.until:%B %Y}"
    if column.placeholder:
        yield "not yet filled by any extract"
    elif column.optional:
        yield "the column may be missing"
    if column.sensitive:
        yield "sensitive"
