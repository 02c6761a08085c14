"""Records of what was done to snapshots: lines of JSON, only ever added to, each on the disk."""

from __future__ import annotations

import getpass
import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sightline.intake.store.durable import make_folder
from sightline.intake.store.locks import holding

Record = dict[str, Any]

_ADDING = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
_MODE = 0o600


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


def user() -> str:
    """The name of the user of the system; its number where it has no name."""
    try:
        return getpass.getuser()
    except (KeyError, ImportError, OSError):  # a container may know the number alone
        return f"user {os.getuid()}" if hasattr(os, "getuid") else "not known"


def add_record(file: Path, record: Record) -> None:
    """Add a line, and see that it is on the disk. A line that was torn off stays by itself."""
    line = json.dumps(record, ensure_ascii=False) + "\n"
    make_folder(file.parent)
    with (
        holding(file.with_name(f".{file.name}.lock")),
        open(os.open(file, _ADDING, _MODE), "ab", buffering=0) as opened,
    ):
        opened.write(("\n" if _is_torn(file) else "").encode() + line.encode())
        os.fsync(opened.fileno())


def _is_torn(file: Path) -> bool:
    """Whether the last line has no end: its writer was stopped."""
    with file.open("rb") as opened:
        if opened.seek(0, os.SEEK_END) == 0:
            return False
        opened.seek(-1, os.SEEK_END)
        return opened.read(1) != b"\n"


def read_records(file: Path) -> Iterator[Record]:
    """Every whole line, in order; one that a power cut tore is left out."""
    if not file.exists():
        return
    for line in file.read_bytes().splitlines():
        try:
            record = json.loads(line)
        except ValueError:
            continue
        if isinstance(record, dict):
            yield record
