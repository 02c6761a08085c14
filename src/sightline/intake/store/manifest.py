"""The manifest of a snapshot: whose it is, of which day, and every file in it with its hash."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sightline.kit.problems import UserError

FORMAT = 1
MANIFEST = "manifest.json"
ISSUES = "issues.parquet"
LISTS, SOURCES = "lists", "sources"
_PATH = re.compile(rf"{re.escape(ISSUES)}|{LISTS}/[a-z0-9_.]+\.parquet|{SOURCES}/[^/\\]+")
_HASH_LENGTH = 12
ID = re.compile(r"\d{4}-\d{2}-\d{2}-[0-9a-f]{12}")


class ManifestError(UserError):
    """A manifest that is missing, does not parse, or was changed."""


@dataclass(frozen=True)
class Entry:
    """A file of the snapshot. ``rows`` is None, and ``name`` what it was called, for a source."""

    path: str
    size: int
    sha256: str
    rows: int | None = None
    name: str = ""

    @property
    def key(self) -> str:
        """The list that it holds ("annex_a.contacts"); nothing for another file."""
        if not self.path.startswith(f"{LISTS}/"):
            return ""
        return self.path.removeprefix(f"{LISTS}/").removesuffix(".parquet")


@dataclass(frozen=True)
class Manifest:
    """What is said of a snapshot. ``urn`` is nothing for an authority not in the register."""

    id: str
    authority: str
    urn: str
    as_at: date
    loaded_at: datetime
    loaded_by: str
    made_with: str
    summary: Mapping[str, Any]
    files: tuple[Entry, ...]

    @property
    def tables(self) -> dict[str, Entry]:
        """The file of each list, by the list's key."""
        return {entry.key: entry for entry in self.files if entry.key}

    @property
    def rows(self) -> int:
        """How many rows its lists have together."""
        return sum(entry.rows or 0 for entry in self.tables.values())

    @property
    def size(self) -> int:
        """How many bytes its files have together, without the manifest."""
        return sum(entry.size for entry in self.files)


def content_id(slug: str, as_at: date, made_with: str, files: Iterable[Entry]) -> str:
    """The day and a hash of what was given and how it was read; not of when, or by whom.

    The issues are left out: some come from comparing with the load before, so that they may
    differ when the same files are loaded again.
    """
    given = sorted((e.name or e.path, e.sha256) for e in files if e.path != ISSUES)
    said = json.dumps([FORMAT, slug, as_at.isoformat(), made_with, given])
    return f"{as_at.isoformat()}-{hashlib.sha256(said.encode()).hexdigest()[:_HASH_LENGTH]}"


def written(manifest: Manifest) -> bytes:
    """The manifest as JSON, sealed with a hash of its own so that a change shows."""
    said: dict[str, Any] = {
        "format": FORMAT,
        "id": manifest.id,
        "authority": manifest.authority,
        "urn": manifest.urn,
        "as_at": manifest.as_at.isoformat(),
        "loaded_at": manifest.loaded_at.isoformat(timespec="microseconds"),
        "loaded_by": manifest.loaded_by,
        "made_with": manifest.made_with,
        "summary": json.loads(json.dumps(dict(manifest.summary), default=str)),
        "files": [_entry_said(entry) for entry in manifest.files],
    }
    said["seal"] = _seal(said)
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def read(data: bytes, where: str) -> Manifest:
    """The manifest in those bytes; ``ManifestError`` names ``where`` and says what is wrong."""
    try:
        said = json.loads(data)
        version, seal = said["format"], said.pop("seal")
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ManifestError(f"{where}: {MANIFEST} cannot be read.") from error
    if version != FORMAT:
        raise ManifestError(
            f"{where}: {MANIFEST} has format {version!r}, and this Sightline reads {FORMAT}. "
            "Use the Sightline that made it, or a later one."
        )
    if seal != _seal(said):
        raise ManifestError(f"{where}: {MANIFEST} has been changed since it was written.")
    try:
        return _manifest(said)
    except (ValueError, KeyError, TypeError) as error:
        raise ManifestError(f"{where}: {MANIFEST} lacks what it should say.") from error


def _manifest(said: dict[str, Any]) -> Manifest:
    return Manifest(
        id=said["id"],
        authority=said["authority"],
        urn=said["urn"],
        as_at=date.fromisoformat(said["as_at"]),
        loaded_at=datetime.fromisoformat(said["loaded_at"]),
        loaded_by=said["loaded_by"],
        made_with=said["made_with"],
        summary=said["summary"],
        files=tuple(_entry(one) for one in said["files"]),
    )


def _entry(said: dict[str, Any]) -> Entry:
    if not _PATH.fullmatch(said["path"]) or said["path"].endswith("/.."):
        raise ValueError(said["path"])
    return Entry(
        path=said["path"],
        size=said["bytes"],
        sha256=said["sha256"],
        rows=said.get("rows"),
        name=said.get("name", ""),
    )


def _entry_said(entry: Entry) -> dict[str, Any]:
    said = {"path": entry.path, "bytes": entry.size, "sha256": entry.sha256}
    more = {"rows": entry.rows, "name": entry.name or None}
    return said | {key: value for key, value in more.items() if value is not None}


def _seal(said: Mapping[str, Any]) -> str:
    plain = json.dumps(said, sort_keys=True).encode()
    return hashlib.sha256(plain).hexdigest()
