"""A made-up authority, typed, for measures to be asked of: all standards, and some dirt."""

from __future__ import annotations

import tempfile
from datetime import date
from functools import cache
from pathlib import Path

import pyarrow as pa

from sightline.intake.checking import check_files
from sightline.measures.errors_found import errors_found
from sightline.tasks.synthesizing import synthesize

AS_AT = date(2026, 10, 31)


@cache
def authority(children: int = 500, dirt: float = 0.03, seed: int = 11) -> dict[str, pa.Table]:
    """Its lists by key, read back from files as an analyst's would be."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for standard in ("annex_a", "ssd", "local"):
            out = str(Path(folder) / standard)
            list(synthesize(standard, children, AS_AT, seed, dirt, None, (), out, None))
            paths += sorted(Path(out).iterdir())
        checked = check_files(paths, AS_AT)
    found = errors_found(lambda: checked.issues, checked.tables)
    return checked.tables | {key: rows() for key, rows in found.items()}
