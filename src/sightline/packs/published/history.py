"""The figures of one load, kept so that a load is asked once: a file of JSON for each.

A load, what came before it, the settings and the code that figures come from make the file's name:
where one of them differs, the load is asked again.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
from collections.abc import Sequence
from dataclasses import asdict, fields
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sightline.measures.figure import Figure
from sightline.workspace import make_private

if TYPE_CHECKING:
    from collections.abc import Collection

_NAMES = tuple(f.name for f in fields(Figure))


def history_file(folder: Path, snapshot: str, made_from: str) -> Path:
    """Where the figures of a load are kept."""
    return folder / f"{snapshot}-{made_from}.json"


def read_history(path: Path) -> list[Figure] | None:
    """The figures of a load; None where they are not kept, or not whole."""
    try:
        kept = json.loads(path.read_bytes())
        if kept["names"] != list(_NAMES):
            return None
        return [_figure(dict(zip(_NAMES, row))) for row in kept["rows"]]
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _figure(told: dict[str, Any]) -> Figure:
    days = {name: date.fromisoformat(told[name]) for name in ("start", "end")}
    return Figure(**{**told, **days})


def keep_history(path: Path, figures: Sequence[Figure]) -> None:
    """Keep the figures of a load, whole or not at all, for this user alone."""
    rows = [list(asdict(figure).values()) for figure in figures]
    said = json.dumps({"names": _NAMES, "rows": rows}, default=str, ensure_ascii=False)
    make_private(path.parent)
    partial = path.with_name(f".{path.name}.{secrets.token_hex(6)}.partial")
    handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(said)
            file.flush()
            os.fsync(file.fileno())
        os.replace(partial, path)
    finally:
        partial.unlink(missing_ok=True)


def forget_history(folder: Path, kept: Collection[str]) -> None:
    """Delete what is kept of snapshots that are not there any more."""
    length = len("2026-10-31-0123456789ab")
    for path in folder.glob("*.json"):
        if path.name[:length] not in kept:
            with contextlib.suppress(FileNotFoundError):
                path.unlink()
