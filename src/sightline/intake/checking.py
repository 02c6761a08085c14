"""Files to a verdict: which lists they hold, what is wrong, where, whose it is, and the remedy."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from sightline.intake.cells import Opened
from sightline.intake.checks.run import ListRows, NotChecked, run_checks
from sightline.intake.describing import Owners, add_hits, add_marks
from sightline.intake.issues import Issues, counts
from sightline.intake.lists import Loaded, load_list
from sightline.intake.matching import Placed, Unplaced, place
from sightline.intake.readers import open_file
from sightline.intake.structure import (
    add_dates,
    add_missing,
    add_problems,
    add_structure,
    add_unplaced,
)
from sightline.kit.progress import progress
from sightline.standards import all_standards, standard
from sightline.standards.declare import Standard


@dataclass
class Checked:
    """What was found in an authority's files on a day.

    ``lists`` by their keys. ``issues`` in the columns of ``issues.SCHEMA``. ``unusable`` says that
    nothing could be loaded.
    """

    as_at: date
    files: tuple[Path, ...]
    lists: dict[str, Loaded]
    issues: pa.Table
    not_checked: list[NotChecked] = field(default_factory=list)

    @property
    def unusable(self) -> bool:
        """Whether no list could be loaded."""
        return not self.lists

    @property
    def exit_code(self) -> int:
        """0 where there are no errors, 1 where there are, 2 where nothing could be used."""
        found = counts(self.issues)
        if self.unusable:
            return 2
        return 1 if found["error"] + found["blocked"] else 0

    @property
    def tables(self) -> dict[str, pa.Table]:
        """The typed lists, by their names in a snapshot (``annex_a.contacts``)."""
        return {one.name: one.rows for one in self.lists.values()}

    def summary(self) -> list[dict[str, Any]]:
        """Each list: sheet, row of the headings (from 1), rows, columns found and not."""
        return [_summary(one) for one in self.lists.values()]


def check_files(
    paths: Sequence[str | Path],
    as_at: date,
    standards: Sequence[str] = (),
    own_names: tuple[str, ...] = (),
) -> Checked:
    """Read the files, find their lists, and check them as at a day.

    ``standards`` are keys, where it is known which the files follow; ``own_names`` are names of
    the authority, where they are known. A file or list that cannot be used is an issue, and the
    rest is still used.
    """
    files = tuple(Path(path) for path in paths)
    return check_opened([open_file(path) for path in files], as_at, standards, own_names, files)


def check_opened(
    opened: Sequence[Opened],
    as_at: date,
    standards: Sequence[str] = (),
    own_names: tuple[str, ...] = (),
    files: tuple[Path, ...] = (),
) -> Checked:
    """The same for files, or tables of a database, that are open."""
    chosen = tuple(standard(key) for key in standards) or tuple(all_standards())
    issues = Issues()
    with _no_search_for_cycles():
        lists = _load(_placed(opened, chosen, issues), as_at, issues)
    add_missing(issues, lists, explicit=bool(standards))
    skipped = _check(issues, lists, as_at, own_names)
    return Checked(as_at, files, lists, issues.table(), skipped)


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """Cells are a million small values that never refer to each other: Python need not look."""
    looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looking:
            gc.enable()


def _placed(
    opened: Sequence[Opened], standards: Sequence[Standard], issues: Issues
) -> list[Placed]:
    """Sheets that hold a list, each list once; what else there is becomes issues."""
    found: list[Placed] = []
    for file in opened:
        for problem in file.problems:
            issues.add(problem.code, file=file.file, message=str(problem))
        for sheet in file.sheets:
            where = place(sheet, standards)
            if isinstance(where, Unplaced):
                add_problems(issues, sheet, "")
                add_unplaced(issues, where)
            else:
                found.append(where)
    return _once(found, issues)


def _once(found: Sequence[Placed], issues: Issues) -> list[Placed]:
    """Leave out lists that two sheets hold: to choose one would be to guess.

    A sheet that has the list's name goes before one that only has its headings.
    """
    named = {one.table.key for one in found if one.by_name}
    for one in [one for one in found if one.table.key in named and not one.by_name]:
        add_unplaced(issues, Unplaced(one.sheet, False))
    found = [one for one in found if one.by_name or one.table.key not in named]
    times = Counter(one.table.key for one in found)
    for one in found:
        if times[one.table.key] > 1:
            issues.add(
                "S02",
                list_key=one.table.key,
                file=one.sheet.file,
                sheet=one.sheet.name,
                message=f"{times[one.table.key]} sheets hold the list “{one.table.title}”, so "
                "none of them is used.",
            )
    return [one for one in found if times[one.table.key] == 1]


def _load(placed: Iterable[Placed], as_at: date, issues: Issues) -> dict[str, Loaded]:
    ordered = sorted(placed, key=lambda p: (p.table.standard, p.table.number or 0, p.table.key))
    loaded: dict[str, Loaded] = {}
    for one in progress(ordered, len(ordered), "Reading lists"):
        made = load_list(one, standard(one.table.standard), as_at)
        add_problems(issues, one.sheet, made.key)  # some only show when the cells are read
        add_structure(issues, made)
        loaded[made.key] = made
    return loaded


def _check(
    issues: Issues, lists: dict[str, Loaded], as_at: date, own_names: tuple[str, ...]
) -> list[NotChecked]:
    owners = Owners(lists)
    for one in lists.values():
        add_marks(issues, one, owners)
    add_dates(issues, lists, as_at)
    rows = {key: ListRows(one.placed.table, one.rows, one.unread) for key, one in lists.items()}
    hits, skipped = run_checks(rows, as_at, own_names)
    add_hits(issues, lists, hits, owners)
    return skipped


def _summary(one: Loaded) -> dict[str, Any]:
    match = one.placed.match
    return {
        "list": one.key,
        "standard": one.placed.table.standard,
        "file": one.placed.sheet.file,
        "sheet": one.placed.sheet.name,
        "header_row": one.placed.header_row + 1,
        "rows": len(one.rows),
        "columns_matched": [found.column.heading.strip() for found in match.matched.values()],
        "columns_missing": [column.heading.strip() for column in match.missing],
        "columns_unknown": [unknown.printed for unknown in match.unknown],
    }
