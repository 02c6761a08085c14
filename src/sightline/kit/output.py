"""Rows for people and for programs: a table, CSV, JSON, or JSON lines."""

from __future__ import annotations

import csv
import json
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

FORMATS = ("table", "csv", "json", "jsonl")
# A spreadsheet would take a cell that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t")


@contextmanager
def opened(path: str | None) -> Iterator[IO[str]]:
    """Standard output, or a file that appears only when it is complete."""
    if path is None or path == "-":
        yield sys.stdout
        return
    target = Path(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(target.name + ".partial")
    try:
        with partial.open("w", encoding="utf-8", newline="") as file:
            yield file
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def write(
    rows: Iterable[Mapping[str, Any]], columns: Sequence[str], form: str, file: IO[str]
) -> None:
    """Write rows as they come in the form asked for; only a table waits for all of them."""
    {"table": _table, "csv": _csv, "json": _json, "jsonl": _jsonl}[form](rows, columns, file)


def _csv(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], file: IO[str]) -> None:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_safe(flat(row.get(c, ""))) for c in columns])


def _safe(text: str) -> str:
    harmless = text == "-" or _is_number(text)
    return "'" + text if text.startswith(_FORMULA) and not harmless else text


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _json(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], file: IO[str]) -> None:
    file.write("[")
    for number, row in enumerate(rows):
        file.write(",\n " if number else "\n ")
        file.write(json.dumps(row, ensure_ascii=False, default=str))
    file.write("\n]\n")


def _jsonl(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], file: IO[str]) -> None:
    for row in rows:
        file.write(json.dumps(row, ensure_ascii=False, default=str) + "\n")


def flat(value: Any) -> str:
    """A value in one cell: several joined by "; "."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return "; ".join(map(flat, value))
    return str(value)


def _table(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], file: IO[str]) -> None:
    """A table as wide as the terminal: long cells are cut with "…"."""
    cells = [[" ".join(flat(row.get(c, "")).split()) for c in columns] for row in rows]
    if not cells:
        file.write("Nothing to show.\n")
        return
    widths = [max(len(c), *(len(r[i]) for r in cells)) for i, c in enumerate(columns)]
    limit = shutil.get_terminal_size((120, 24)).columns if file.isatty() else 200
    while sum(widths) + 2 * len(widths) > limit and max(widths) > 12:
        widths[widths.index(max(widths))] -= 1
    for line in [[c.replace("_", " ") for c in columns], ["-" * w for w in widths], *cells]:
        file.write("  ".join(_fit(c, w) for c, w in zip(line, widths)).rstrip() + "\n")


def _fit(text: str, width: int) -> str:
    return text.ljust(width) if len(text) <= width else text[: width - 1] + "…"
