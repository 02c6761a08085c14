"""Invented loads for the tests of the store, and a server that saves them in processes to kill."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet  # imported before the server forks, so that a save is quick

from sightline.intake.store import Saved, Store, durable

OCTOBER = date(2026, 10, 31)
NOVEMBER = date(2026, 11, 30)
DECEMBER = date(2026, 12, 31)
ISSUE_COLUMNS = (
    *("severity", "rule", "list", "file", "sheet", "row", "column", "child_id"),
    *("message", "remedy", "value", "team", "worker"),
)


def contacts(*rows: tuple[str | None, str | None, str | None]) -> pa.Table:
    """List 1 of Annex A: child, date of contact, source."""
    return pa.table(
        {
            "child_id": pa.array([row[0] for row in rows], pa.string()),
            "contact_date": pa.array(
                [date.fromisoformat(row[1]) if row[1] else None for row in rows], pa.date32()
            ),
            "contact_source": pa.array([row[2] for row in rows], pa.string()),
            "_file": pa.array(["Annex A.csv"] * len(rows), pa.string()),
            "_sheet": pa.array(["List 1"] * len(rows), pa.string()),
            "_row": pa.array(range(2, len(rows) + 2), pa.int32()),
        }
    )


def issues(*rows: tuple[str, str, int | None]) -> pa.Table:
    """Issues by rule, list and row; the rest is filled in."""
    said = [
        {"rule": rule, "list": name, "row": row, "severity": "error", "file": "Annex A.csv"}
        for rule, name, row in rows
    ]
    kinds = [(name, pa.int32() if name == "row" else pa.string()) for name in ISSUE_COLUMNS]
    return pa.Table.from_pylist(said, schema=pa.schema(kinds))


A_CONTACT = contacts(("C1", "2026-10-01", "1A"), ("C2", "2026-10-02", "2B"))


def save(store: Store, as_at: date = OCTOBER, **changed: Any) -> Saved:
    """Save a load of Leeds with one list, unless told otherwise."""
    given: dict[str, Any] = {
        "authority": "Leeds",
        "tables": {"annex_a.contacts": A_CONTACT},
        "issues": issues(),
        "sources": [],
        "summary": {},
        "made_with": "1.0",
    }
    return store.save(as_at=as_at, **{**given, **changed})


def save_numbered(root: Path, number: int) -> Saved:
    """Save a load with a source that differs from number to number."""
    source = root.parent / f"given {number}.csv"
    source.write_text(f"Child Unique ID\nC{number}\n" * 2000, encoding="utf-8")
    table = contacts(*((f"C{number}-{n}", "2026-10-01", "1A") for n in range(3000)))
    return save(Store(root), tables={"annex_a.contacts": table}, sources=[source])


def hidden(root: Path) -> list[str]:
    """What is left of snapshots that are not whole."""
    left = [*root.glob("*/.partial-*"), *root.glob("*/.deleted-*")]
    return sorted(path.name for path in left)


class Server:
    """A process that forks one for each save, as quickly as the system can."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def ask(self, root: Path, numbers: list[int], **more: Any) -> list[int]:
        """Save these loads at once, each in its own process; how each ended.

        0 says that the snapshot is new, 1 that it was there, -9 that it was killed.
        ``delay`` is after how many seconds all are killed, ``die_at`` the step that kills.
        """
        assert self._process.stdin
        assert self._process.stdout
        asked = {"root": str(root), "numbers": numbers, **more}
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        ended: list[int] = json.loads(self._process.stdout.readline())
        return ended


@contextmanager
def serving() -> Iterator[Server]:
    """A server for the length of a test."""
    command = [sys.executable, __file__]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield Server(process)
        assert process.stdin
        process.stdin.close()
        assert process.wait(timeout=30) == 0


def _serve() -> None:
    for line in sys.stdin:
        asked = json.loads(line)
        started = [_fork(asked, number) for number in asked["numbers"]]
        if asked.get("delay") is not None:
            time.sleep(asked["delay"])
            for child in started:
                os.kill(child, signal.SIGKILL)
        ended = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in started]
        print(json.dumps(ended), flush=True)


def _fork(asked: dict[str, Any], number: int) -> int:
    child = os.fork()
    if child:
        return child
    code = 3
    try:
        code = _save_in_child(asked, number)
    finally:
        os._exit(code)


def _save_in_child(asked: dict[str, Any], number: int) -> int:
    if asked.get("die_at"):
        setattr(durable, "reached", _killer(asked["die_at"]))  # noqa: B010
    return 0 if save_numbered(Path(asked["root"]), number).new else 1


def _killer(step: str) -> Callable[[str], None]:
    def reached(now: str) -> None:
        if now == step:
            os.kill(os.getpid(), signal.SIGKILL)

    return reached


if __name__ == "__main__":
    _serve()
