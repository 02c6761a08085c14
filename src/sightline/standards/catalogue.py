"""The standards as rows for generated docs: lists, columns, codes and mappings, with sources."""

from __future__ import annotations

from collections.abc import Iterator

from sightline.standards.codes import all_code_sets, code_set
from sightline.standards.declare import Standard
from sightline.standards.explain import kind_in_words, rules_in_words
from sightline.standards.registry import all_standards
from sightline.standards.ssd_to_annex_a import MAPPINGS, NOT_MADE, Fill

Row = dict[str, str]


def standard_rows() -> list[Row]:
    """A row for each standard."""
    return [
        {
            "standard": one.key,
            "title": one.title,
            "lists": str(len(one.tables)),
            "columns": str(sum(len(table.columns) for table in one.tables)),
            "about": one.description,
            "source": str(one.source),
            "url": one.source.url,
        }
        for one in all_standards()
    ]


def list_rows(standard: Standard) -> list[Row]:
    """A row for each list of a standard."""
    return [
        {
            "list": table.key,
            "number": str(table.number or ""),
            "title": table.title,
            "holds": table.population,
            "covers": table.period.value,
            "key": table.key_column().heading.strip(),
            "repeats": "no" if table.one_row_per_key else "yes",
            "sheets": "; ".join(table.sheets),
            "columns": str(len(table.columns)),
            "source": str(table.source),
        }
        for table in standard.tables
    ]


def column_rows(standard: Standard) -> list[Row]:
    """A row for each column of each list of a standard."""
    return [
        {
            "list": table.key,
            "column": column.name,
            "heading": column.heading,
            "also": "; ".join(dict.fromkeys((*column.headings, *column.aliases))),
            "means": column.description,
            "kind": kind_in_words(column),
            "codes": column.code_set,
            "rules": rules_in_words(column, table),
            "source": str(column.source or table.source),
        }
        for table in standard.tables
        for column in table.columns
    ]


def code_set_rows() -> list[Row]:
    """A row for each code set, with the columns that use it."""
    return [
        {
            "code_set": chosen.key,
            "title": chosen.title,
            "codes": str(len(chosen.items)),
            "used_by": "; ".join(_users(chosen.key)),
            "note": chosen.note,
            "ambiguous": "; ".join(chosen.ambiguous),
            "source": str(chosen.source),
        }
        for chosen in all_code_sets()
    ]


def code_rows(key: str) -> list[Row]:
    """A row for each code of a set."""
    chosen = code_set(key)
    return [
        {
            "code": item.code,
            "printed": item.printed,
            "means": item.words,
            "group": item.group,
            "tags": "; ".join(item.tags),
            "also": "; ".join(item.also),
            "since": item.since.isoformat() if item.since else "",
            "until": item.until.isoformat() if item.until else "",
            "note": item.note,
            "source": str(item.source or chosen.source),
        }
        for item in chosen.items
    ]


def mapping_rows() -> list[Row]:
    """A row for each column of Annex A: what of the SSD fills it, or why nothing does."""
    rows: list[Row] = []
    for mapping in MAPPINGS:
        for column in mapping.target.columns:
            row = {"list": mapping.target.key, "column": column.name}
            if column in mapping.fills:
                rows.append(row | _filled(mapping.fills[column]))
            else:
                rows.append(row | _empty(mapping.unfilled[column]))
    for table, reason in NOT_MADE.items():
        rows += [{"list": table.key, "column": c.name} | _empty(reason) for c in table.columns]
    return rows


def _filled(fill: Fill) -> Row:
    names = [f"{column.table.key}.{column.name}" for column in fill.columns]
    return {"from": "; ".join(names), "how": fill.way.value, "note": fill.note}


def _empty(reason: str) -> Row:
    return {"from": "", "how": "left empty", "note": reason}


def _users(key: str) -> Iterator[str]:
    for one in all_standards():
        for table in one.tables:
            for column in table.columns:
                if column.code_set == key:
                    yield f"{table.key}.{column.name}"
