"""Restoring a backup onto an empty machine: every hash is compared before anything is in place."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import shutil
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Any

from django.conf import settings

from sightline.intake.store.durable import remove_tree
from sightline.kit.problems import UserError
from sightline.web.loads.backup import DATABASES, FILES, FORMAT, MANIFEST, Kept
from sightline.workspace import make_private

_MADE_BY_STARTING = {"records/secret.key", "records/incoming", "records", "static"}
"""What Sightline makes by being started, before anybody has used it."""
_DATABASE = "records/records.sqlite3"
_CHUNK = 1 << 20
_FOLDERS = "Restore it into a new folder, or empty this one first."


@dataclass(frozen=True)
class Restored:
    """What was restored: when and with what the backup was made, and how much."""

    made_at: str
    version: str
    files: int
    database: str


def restore(path: Path, into: Path) -> Restored:
    """Restore a backup into a workspace that is empty.

    All of it is unpacked aside and compared first. Raises ``UserError`` where the workspace is not
    empty, and where a file is missing, changed, or would go outside: then nothing is in place.
    """
    _refuse_unless_empty(into)
    make_private(into)
    aside = into / f".restoring-{secrets.token_hex(4)}"
    make_private(aside)
    try:
        said = _unpacked(path, aside)
        _restore_database(said["database"], aside, into)
        _put_in_place(aside / FILES, into, said["kept"])
    finally:
        remove_tree(aside)
    files = sum(not one.folder for one in said["kept"])
    return Restored(said["made_at"], said["version"], files, said["database"])


def _refuse_unless_empty(into: Path) -> None:
    if not into.exists():
        return
    if not into.is_dir():
        raise UserError(f"{into} is not a folder.")
    for here, folders, files in os.walk(into):
        for name in (*folders, *files):
            inside = (Path(here) / name).relative_to(into).as_posix()
            if inside not in _MADE_BY_STARTING:
                raise UserError(f"{into} is not empty: it has {inside}. {_FOLDERS}")


def _unpacked(path: Path, aside: Path) -> dict[str, Any]:
    """Unpack what the manifest tells of; compare it; what the manifest says."""
    try:
        with tarfile.open(path, "r:gz") as tar:
            hashes = {one.name: _member(tar, one, aside) for one in tar}
        said: dict[str, Any] = json.loads((aside / MANIFEST).read_bytes())
    except (OSError, EOFError, tarfile.TarError, ValueError, KeyError) as error:
        raise UserError(f"{path} is not a backup of Sightline, or was cut short.") from error
    if said.get("format") != FORMAT:
        raise UserError(f"{path} was made by a later Sightline. Restore it with that one.")
    said["kept"] = [Kept(**one) for one in said["kept"]]
    _compare(path, said["kept"], hashes)
    return said


def _member(tar: tarfile.TarFile, member: tarfile.TarInfo, aside: Path) -> str:
    """Unpack one file or folder; its hash. Nothing else, and nothing outside, is ever unpacked."""
    inside = PurePosixPath(member.name)
    climbs = inside.is_absolute() or ".." in inside.parts or "\\" in member.name
    if climbs or not (member.isfile() or member.isdir()):
        raise UserError(f"The backup holds {member.name!r}, which would go outside. Do not use it.")
    place = aside / member.name
    if member.isdir():
        make_private(place)
        return ""
    make_private(place.parent)
    held = tar.extractfile(member)
    assert held is not None, "it is a file"
    return _write(held, place)


def _write(held: IO[bytes], place: Path) -> str:
    hashed = hashlib.sha256()
    with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        while data := held.read(_CHUNK):
            hashed.update(data)
            file.write(data)
    return hashed.hexdigest()


def _compare(path: Path, kept: list[Kept], hashes: dict[str, str]) -> None:
    """Every file is there, as it was, and there is no other."""
    for one in kept:
        if one.path not in hashes:
            raise UserError(f"{path} is damaged: {one.path} is missing. Nothing was restored.")
        if hashes[one.path] != one.sha256:
            raise UserError(f"{path} is damaged: {one.path} has changed. Nothing was restored.")
    if more := sorted(set(hashes) - {one.path for one in kept} - {MANIFEST}):
        raise UserError(f"{path} holds {more[0]}, of which it says nothing. Nothing was restored.")


def _restore_database(how: str, aside: Path, into: Path) -> None:
    """Put the database back: SQLite's as a file, PostgreSQL's into the empty one that is set."""
    from django.db import connection

    dumped = aside / DATABASES[how]
    if how == "sqlite":
        if connection.vendor != "sqlite":
            raise UserError(
                "The backup is of a site on SQLite. Restore it with SIGHTLINE_DATABASE not set."
            )
        make_private(aside / FILES / "records")
        shutil.move(dumped, aside / FILES / _DATABASE)
        return
    if connection.vendor == "sqlite":
        raise UserError(
            "The backup is of a site on PostgreSQL. Set SIGHTLINE_DATABASE to an empty database."
        )
    if connection.introspection.table_names():
        raise UserError("The database is not empty. Make a new one, and set SIGHTLINE_DATABASE.")
    {"pg_dump": _from_dump, "dumpdata": _from_json}[how](dumped)


def _from_dump(path: Path) -> None:
    from sightline.web.loads.backup import postgres_environment

    there = postgres_environment()
    command = ["pg_restore", "--no-owner", "--exit-on-error", "--single-transaction"]
    said = subprocess.run(
        [*command, "--dbname", there["PGDATABASE"], str(path)],
        env=os.environ | there,
        capture_output=True,
        text=True,
    )
    if said.returncode:
        raise UserError(f"pg_restore did not restore it: {said.stderr.strip()[:500]}")


def _from_json(path: Path) -> None:
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("loaddata", str(path), verbosity=0)


def _put_in_place(files: Path, into: Path, kept: list[Kept]) -> None:
    """Move what was unpacked to its place, then give each the mode that it had."""
    for unpacked in sorted(files.iterdir()):
        place = into / unpacked.name
        if place.is_dir():  # only what starting had made can be there
            shutil.rmtree(place)
        unpacked.rename(place)
    for one in sorted(kept, key=lambda k: k.path, reverse=True):  # what is inside comes first
        inside = PurePosixPath(one.path)
        if inside.parts[0] == FILES and len(inside.parts) > 1:
            (into / inside.relative_to(FILES)).chmod(one.mode & 0o700)
    _nothing_left_of(Path(settings.RECORDS))


def _nothing_left_of(records: Path) -> None:
    """Uploads wait there; the folder is made by starting, and may have gone with the others."""
    make_private(records / "incoming")
