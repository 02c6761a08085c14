"""Readers of tabular files: workbooks, text, Parquet, XML, and the tables of databases."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sightline.intake.cells import Opened, Sheet
from sightline.intake.readers.kinds import Kind, kind_of
from sightline.intake.readers.refused import RefusedError, damaged, too_large

__all__ = ["open_database", "open_file"]


def open_file(path: Path) -> Opened:
    """The sheets of a file, whatever kind it is; what is wrong with it is told, never raised.

    What a file is is told by its content, so a workbook that is named ``.csv`` is read as a
    workbook. Sheets of a plain workbook are read one at a time, when they are asked for.
    """
    try:
        return _open(path, kind_of(path))
    except RefusedError as error:
        return Opened(path.name, (), [error.problem])
    except OSError as error:
        reason = error.strerror or type(error).__name__
        remedy = "Check that the file is there, that you may read it, and that no program has it."
        return Opened(path.name, (), [damaged(path.name, reason, remedy).problem])
    except MemoryError:
        return Opened(path.name, (), [too_large(path.name, "it fills the memory").problem])


def _open(path: Path, kind: Kind) -> Opened:
    # Each reader brings its own heavy library: only the one that is needed is imported.
    if kind == "text":
        from sightline.intake.readers.delimited import read_delimited

        return _one(path, read_delimited(path))
    if kind == "parquet":
        from sightline.intake.readers.parquet import read_parquet

        return _one(path, read_parquet(path))
    if kind == "xml":
        from sightline.intake.readers.xml_tables import read_xml

        return Opened(path.name, read_xml(path))
    from sightline.intake.readers.workbook import open_workbook

    return open_workbook(path, kind)


def _one(path: Path, sheet: Sheet) -> Opened:
    return Opened(path.name, [sheet])


def open_database(url: str, tables: Sequence[str] | None = None) -> Opened:
    """The tables of the Safeguarding Dataset in a database; see ``readers.database``."""
    from sightline.intake.readers.database import open_tables

    return open_tables(url, tables)
