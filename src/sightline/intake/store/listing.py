"""Which snapshots there are, and which of them a person means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from sightline.intake.store.manifest import ManifestError
from sightline.intake.store.snapshot import Snapshot, all_snapshots
from sightline.intake.store.whose import authority_named, slug
from sightline.kit.problems import UserError

_SHOWN = 10
_TO_LIST = "`sightline snapshots list` shows them all."


@dataclass(frozen=True)
class Listed:
    """A snapshot in a list. ``current`` is the newest load of its day and authority.

    Where the manifest cannot be read, ``problem`` says so, and what it would say is blank.
    """

    id: str
    slug: str
    as_at: date
    authority: str = ""
    urn: str = ""
    loaded_at: datetime | None = None
    loaded_by: str = ""
    made_with: str = ""
    lists: int = 0
    rows: int = 0
    size: int = 0
    current: bool = False
    problem: str = ""

    def __str__(self) -> str:
        """One line, to choose it by."""
        return f"{self.id} {self.authority or self.slug}{'' if self.current else ' (not current)'}"


def listed(root: Path, authority: str | None = None) -> list[Listed]:
    """The snapshots by authority, day and time of loading; of all authorities, or of one."""
    only = slug(authority_named(authority)) if authority else None
    mine = (s for s in all_snapshots(root) if only is None or s.slug == only)
    found = [row for row in map(_row, mine) if row]
    newest = {(r.slug, r.as_at): r.id for r in sorted(found, key=_when) if r.loaded_at}
    marked = (replace(r, current=newest.get((r.slug, r.as_at)) == r.id) for r in found)
    return sorted(marked, key=_when)


def _when(row: Listed) -> tuple[str, date, str, str]:
    loaded = row.loaded_at.isoformat() if row.loaded_at else ""
    return row.slug, row.as_at, loaded, row.id


def _row(snapshot: Snapshot) -> Listed | None:
    """A snapshot's line; None where it has just been deleted."""
    as_at = _day(snapshot.id)
    try:
        said = snapshot.manifest
    except ManifestError as error:
        if not snapshot.path.exists():
            return None
        return Listed(snapshot.id, snapshot.slug, as_at, problem=str(error))
    return Listed(
        snapshot.id,
        snapshot.slug,
        as_at,
        authority=said.authority,
        urn=said.urn,
        loaded_at=said.loaded_at,
        loaded_by=said.loaded_by,
        made_with=said.made_with,
        lists=len(said.tables),
        rows=said.rows,
        size=said.size,
    )


def _day(snapshot_id: str) -> date:
    try:
        return date.fromisoformat(snapshot_id[: len("2026-10-31")])
    except ValueError:  # a folder that somebody named so by hand
        return date.min


def found(root: Path, text: str) -> Snapshot:
    """The snapshot that a text means: see ``Store.find``."""
    rows = listed(root)
    exact = [row for row in rows if row.id == text]
    meant = exact or list(_meant(rows, text.strip()))
    if not meant:
        raise UserError(f"There is no snapshot {text!r}. {_known(rows)}")
    if len(meant) > 1:
        raise UserError(f"{text!r} can mean {_shown(meant)}. Say which.")
    return Snapshot(root / meant[0].slug / meant[0].id)


def _meant(rows: Sequence[Listed], text: str) -> Iterable[Listed]:
    if not text:
        raise UserError(f"Which snapshot? Give its id, an authority, or latest. {_known(rows)}")
    if text.lower() == "latest":
        return _latest(rows)
    if text[0].isdigit():
        return (row for row in rows if row.id.startswith(text))
    name, _, day = text.partition("@")
    return _of_authority(rows, name, _asked(day) if day else None)


def _of_authority(rows: Sequence[Listed], name: str, day: date | None) -> Iterable[Listed]:
    folder = slug(authority_named(name, day))
    mine = [row for row in rows if row.slug == folder]
    return _latest(mine) if day is None else (r for r in mine if r.current and r.as_at == day)


def _latest(rows: Sequence[Listed]) -> Iterator[Listed]:
    """The current snapshot of the last day of each authority."""
    yield from {row.slug: row for row in rows if row.current}.values()


def _asked(day: str) -> date:
    try:
        return date.fromisoformat(day)
    except ValueError as error:
        raise UserError(f"{day!r} is not a date. Write it as 2026-10-31.") from error


def _known(rows: Sequence[Listed]) -> str:
    if not rows:
        return "None has been loaded: see `sightline load --help`."
    return f"There are {_shown(rows)}."


def _shown(rows: Sequence[Listed]) -> str:
    more = f", and {len(rows) - _SHOWN} more; {_TO_LIST}" if len(rows) > _SHOWN else ""
    return ", ".join(map(str, rows[:_SHOWN])) + more
