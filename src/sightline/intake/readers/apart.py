"""Workbooks read in a process of their own, with a limit to its memory and its time.

Formats that cannot be looked through beforehand may make a reader crash or fill the memory.
There it takes no one with it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import pyarrow as pa

from sightline.intake.cells import Cells
from sightline.intake.readers.guard import Examined
from sightline.intake.readers.held import HeldSheet
from sightline.intake.readers.notes import Notes
from sightline.intake.readers.refused import damaged, locked, too_large
from sightline.intake.readers.scan import Scan
from sightline.intake.readers.workbook import hidden_problem, merged_note, unstored_note

SECONDS = 50.0
ABOUT = b"sheet"
_ROOT = Path(__file__).parents[3]


def read_apart(path: Path, found: Examined, seconds: float = SECONDS) -> list[HeldSheet]:
    """All sheets of a workbook but those refused. Raises ``RefusedError`` where it fails."""
    asked = {
        "path": str(path.absolute()),
        "leave": list(found.refused),
        "errors": {name: seen.errors for name, seen in found.scans.items() if seen.errors},
    }
    try:
        done = subprocess.run(
            [sys.executable, "-m", "sightline.intake.readers.child"],
            input=json.dumps(asked).encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            env={**os.environ, "PYTHONPATH": _search_path()},
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise too_large(path.name, f"it takes longer than {seconds:g} seconds") from error
    return _answer(path, found, done.stdout)


def _search_path() -> str:
    return os.pathsep.join(filter(None, [str(_ROOT), os.environ.get("PYTHONPATH", "")]))


def _answer(path: Path, found: Examined, output: bytes) -> list[HeldSheet]:
    """The sheets as they come, one stream each; the last thing says how it ended."""
    sheets: list[HeldSheet] = []
    source = BytesIO(output)
    while source.tell() < len(output):
        try:
            with pa.ipc.open_stream(source) as reader:
                table = reader.read_all()
        except (pa.ArrowException, OSError, EOFError):
            break
        about = json.loads(table.schema.metadata[ABOUT])
        if "end" in about:
            _raise_unless_well(path, about["end"])
            return sheets
        sheets.append(_sheet(path, found, about, table))
    # It ended without a word: the system stopped it, most often for want of memory.
    raise too_large(path.name, "reading it needs more memory than it is given, or fails")


def _raise_unless_well(path: Path, end: str) -> None:
    if end == "locked":
        raise locked(path.name)
    if end == "memory":
        raise too_large(path.name, "reading it needs more memory than it is given")
    if end:
        raise damaged(path.name, end)


def _sheet(path: Path, found: Examined, about: dict[str, Any], table: pa.Table) -> HeldSheet:
    name = about["name"]
    ranges = [(tuple(start), tuple(end)) for start, end in about["merged"]]
    noted = [unstored_note(found.scans.get(name, Scan())), merged_note(ranges)]
    problems = hidden_problem(path.name, name, about["hidden"])
    return HeldSheet(path.name, name, _cells(about, table), problems, Notes(noted))


def _cells(about: dict[str, Any], table: pa.Table) -> list[Cells]:
    names = set(table.column_names)

    def array(name: str) -> pa.Array | None:
        return table.column(name).combine_chunks() if name in names else None

    return [
        Cells(about["length"], array(f"{i}t"), array(f"{i}m"), array(f"{i}n"))
        for i in range(about["columns"])
    ]
