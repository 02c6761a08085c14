"""Loading files of statistics: what each is, and its values into the store."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from sightline.benchmarks import read_ees, read_lait, read_neighbours
from sightline.benchmarks.store import Loaded, Store
from sightline.kit.problems import Problem, UserError

_KINDS = ("CSV", "Parquet")


@dataclass
class Outcome:
    """What became of one file. ``loaded`` is None where it held no values, or none that fit."""

    file: str
    said: str
    loaded: Loaded | None = None
    problems: list[Problem] = field(default_factory=list)
    failed: bool = False


def load(store: Store, paths: Iterable[Path]) -> list[Outcome]:
    """Load files one by one: a file that cannot be read does not keep the others from it."""
    return [load_one(store, path) for path in _files(paths)]


def _files(paths: Iterable[Path]) -> Iterable[Path]:
    """The files named, and those in the folders named."""
    for path in paths:
        if path.is_dir():
            inside = (p for p in sorted(path.iterdir()) if p.suffix.lower() in (".csv", ".parquet"))
            yield from inside
        else:
            yield path


def load_one(store: Store, path: Path, slug: str | None = None, version: str = "") -> Outcome:
    """Load one file. ``slug`` says which data set it is, where its name does not."""
    try:
        return _load(store, path, slug, version)
    except UserError as error:
        problem = Problem("not_loaded", str(error))
        return Outcome(path.name, "not loaded", None, [problem], failed=True)


def _load(store: Store, path: Path, slug: str | None, version: str) -> Outcome:
    headings = _headings(path)
    if read_lait.is_dictionary(headings):
        definitions = read_lait.read_dictionary(path)
        store.keep_definitions(definitions)
        return Outcome(path.name, f"the dictionary of {len(definitions):,} measures")
    if read_neighbours.is_neighbours(headings):
        found, problems = read_neighbours.read(path)
        store.keep_neighbours(found, path.name)
        return Outcome(path.name, f"neighbours of {len(found):,} authorities", None, problems)
    if read_lait.is_long_table(headings):
        read = read_lait.read(path)
    elif path.suffix.lower() != ".parquet":
        read = read_ees.read(path, slug)
    else:
        raise UserError(
            f"{path.name}: a Parquet file is taken for the interactive tool's long table, and this "
            f"has the columns {', '.join(headings[:8])}. Load the data set as CSV."
        )
    if not len(read.table):
        why = " ".join(map(str, read.problems[:1]))
        raise UserError(f"{path.name}: no value could be read. {why}".strip())
    held = store.loaded().get(read.slug)
    kept = store.keep(read, path, version)
    return Outcome(path.name, _said(kept), kept, [*read.problems, *_older(kept, held)])


def _older(kept: Loaded, held: Loaded | None) -> list[Problem]:
    """A warning where a file took the place of one that went further."""
    if held is None or kept.last_period >= held.last_period:
        return []
    return [
        Problem(
            "older_file",
            f"{kept.file} goes to {kept.last_period}, and {held.file}, which it replaced, went to "
            f"{held.last_period}.",
            "Load the newer file again if that was not meant.",
        )
    ]


def _said(kept: Loaded) -> str:
    return (
        f"{kept.rows:,} values of {kept.indicators:,} columns, {kept.first_period} to "
        f"{kept.last_period}, as {kept.data_set}"
    )


def _headings(path: Path) -> list[str]:
    if not path.is_file():
        raise UserError(f"{path.name}: there is no such file.")
    if path.suffix.lower() == ".parquet":
        return _parquet_headings(path)
    if path.suffix.lower() != ".csv":
        raise UserError(
            f"{path.name}: {' and '.join(_KINDS)} files are read. Unpack an archive first, and "
            "save a workbook as CSV."
        )
    from sightline.benchmarks.read_csv import headings

    return headings(path)


def _parquet_headings(path: Path) -> list[str]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        return list(pq.read_schema(path).names)
    except (pa.ArrowInvalid, OSError) as error:
        raise UserError(f"{path.name}: this is no Parquet file. Download it again.") from error
