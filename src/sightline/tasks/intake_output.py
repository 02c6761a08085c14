"""A check's findings for people: a table, CSV, JSON, a workbook, a workbook for each team."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sightline.kit.output import opened, write
from sightline.kit.problems import UserError
from sightline.tasks.intake import ISSUE_COLUMNS, as_json, by_rule, grouped

if TYPE_CHECKING:
    import pyarrow as pa

    from sightline.intake.checking import Checked

BY_RULE = ("severity", "rule", "list", "issues", "means", "remedy")
FITNESS = ("list", "question", "rows", "usable", "sentence", "needs")
_LISTS = ("list", "file", "sheet", "header_row", "rows")
_OWNED = (*ISSUE_COLUMNS, "team", "worker")
_WIDTHS = {"message": 60, "remedy": 60, "means": 60, "sentence": 80, "column": 30}
_NO_TEAM = "No team named"
_MOST_ROWS = 1_000_000


def write_checked(checked: Checked, what: str, form: str, out: str | None) -> None:
    """Write ``issues``, ``by_rule`` or ``fitness`` in a form; a workbook holds all three."""
    if form == "xlsx":
        if not out:
            raise UserError("Say where the workbook goes: --out issues.xlsx")
        write_workbook(checked, out)
        return
    with opened(out) as file:
        if form == "json" and what == "issues":
            json.dump(as_json(checked), file, ensure_ascii=False, indent=1)
            file.write("\n")
            return
        rows, columns = _rows(checked, what)
        write(rows, columns, form, file)


def _rows(checked: Checked, what: str) -> tuple[Iterable[Mapping[str, Any]], Sequence[str]]:
    from sightline.intake.fitness import fitness
    from sightline.intake.issues import rows_of

    if what == "by_rule":
        return by_rule(checked), BY_RULE
    if what == "fitness":
        return fitness(checked.lists), FITNESS
    return rows_of(checked.issues), ISSUE_COLUMNS


def write_workbook(checked: Checked, out: str | Path) -> None:
    """A workbook: lists, issues by rule, every issue with its owner, fitness."""
    sheets: dict[str, tuple[Iterable[Mapping[str, Any]], Sequence[str]]] = {
        "Lists": (checked.summary(), _LISTS)
    }
    for title, what in (("By rule", "by_rule"), ("Fitness", "fitness")):
        rows, columns = _rows(checked, what)
        sheets[title] = (list(rows), columns)
    _write(Path(out), {**sheets, "Issues": (_issue_rows(checked.issues), _OWNED)})


def to_owners(issues: pa.Table, folder: str | Path) -> list[Path]:
    """A workbook for each team with the issues that are its own, and one for those of no team."""
    import pyarrow.compute as pc

    into = Path(folder)
    into.mkdir(parents=True, exist_ok=True)
    teams = pc.fill_null(issues["team"], _NO_TEAM)
    made = []
    for team in sorted(teams.unique().to_pylist()):
        own = issues.filter(pc.equal(teams, team))
        path = into / f"{_file_name(team)}.xlsx"
        _write(
            path,
            {"By rule": (grouped(own), BY_RULE), "Issues": (_issue_rows(own), _OWNED)},
        )
        made.append(path)
    return made


def _issue_rows(issues: pa.Table) -> Iterable[Mapping[str, Any]]:
    from sightline.intake.issues import rows_of

    return rows_of(issues)


def _file_name(team: str) -> str:
    return re.sub(r"[^\w \-]+", "", team).strip() or _NO_TEAM


def _write(path: Path, sheets: Mapping[str, tuple[Iterable[Mapping[str, Any]], Any]]) -> None:
    """Sheets with headings, filters and frozen panes; text is never taken for a formula."""
    import xlsxwriter

    from sightline.kit.output import flat

    options = {"strings_to_formulas": False, "strings_to_urls": False, "constant_memory": True}
    partial = path.with_name(path.name + ".partial")
    with xlsxwriter.Workbook(str(partial), options) as book:
        bold = book.add_format({"bold": True, "bg_color": "#e8edf2", "border": 1})
        for title, (rows, columns) in sheets.items():
            sheet = book.add_worksheet(title)
            sheet.freeze_panes(1, 0)
            for place, name in enumerate(columns):
                sheet.set_column(place, place, _WIDTHS.get(name, 16))
            sheet.write_row(0, 0, [name.replace("_", " ") for name in columns], bold)
            number = 0
            for number, row in enumerate(rows, 1):
                if number > _MOST_ROWS:
                    break  # a workbook holds no more; CSV does
                for place, name in enumerate(columns):
                    value = row.get(name)
                    if isinstance(value, int):
                        sheet.write_number(number, place, value)
                    elif value:
                        sheet.write_string(number, place, flat(value))
            sheet.autofilter(0, 0, max(number, 1), len(columns) - 1)
    partial.replace(path)
