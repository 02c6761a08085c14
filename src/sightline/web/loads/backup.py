"""A backup: the records and the workspace in one private file, with the hash of everything in it.

It holds the keys that sign sessions and make references to children, so that what was kept still
works. Whoever has the file has all of the data: keep it where nobody else can read it.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import secrets
import shutil
import sqlite3
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from django.conf import settings

from sightline import __version__
from sightline.kit.problems import UserError

FORMAT = 1
MANIFEST = "backup.json"
DATABASES = {"sqlite": "database.sqlite3", "pg_dump": "database.dump", "dumpdata": "database.json"}
"""In which form the database is in it, and under which name."""
FILES = "workspace"
PUBLISHED = "published"
_LEFT_OUT = {"static", "temporary", "records/incoming"}
_DATABASE = "records/records.sqlite3"
_SMALL = 64 * 1024 * 1024
_CHUNK = 1 << 20


@dataclass(frozen=True)
class Kept:
    """One file or folder of a backup: its path in it, mode, size and SHA-256 (of a file)."""

    path: str
    mode: int
    size: int = 0
    sha256: str = ""
    folder: bool = False


@dataclass(frozen=True)
class Made:
    """What a backup came to."""

    path: Path
    files: int
    size: int
    database: str


def backup(path: Path, with_published: bool = False) -> Made:
    """Write a backup, whole or not at all. First the database, so that what it tells of is there.

    What pages read of a load is left out, since it can be made again, but ``with_published``.
    Raises ``UserError`` where the file is there already or cannot be written.
    """
    if path.exists():
        raise UserError(f"{path} is there already. Choose another name.")
    partial = path.with_name(f".{path.name}.{secrets.token_hex(4)}.partial")
    try:
        with _private(partial) as file:
            how, kept = _write(file, with_published)
        os.replace(partial, path)
    except OSError as error:
        raise UserError(f"The backup cannot be written: {error.strerror or error}.") from error
    finally:
        partial.unlink(missing_ok=True)
    files = [one for one in kept if not one.folder]
    return Made(path, len(files), sum(one.size for one in files), how)


@contextmanager
def _private(path: Path) -> Iterator[IO[bytes]]:
    """A new file for this user alone; at the end it is on the disk."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


def _write(file: IO[bytes], with_published: bool) -> tuple[str, list[Kept]]:
    with tarfile.open(fileobj=file, mode="w:gz", compresslevel=3) as tar:
        with tempfile.TemporaryDirectory(prefix=".backup-", dir=settings.RECORDS) as folder:
            how, dumped = database_into(Path(folder))
            kept = [_add_file(tar, dumped, DATABASES[how])]
        root = Path(settings.WORKSPACE.root)
        for path in _paths(root, with_published):
            name = f"{FILES}/{path.relative_to(root).as_posix()}"
            if added := _add_folder(tar, path, name) if path.is_dir() else _file(tar, path, name):
                kept.append(added)
        said = {
            "format": FORMAT,
            "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
            "version": __version__,
            "database": how,
            "kept": [asdict(one) for one in kept],
        }
        _add_bytes(tar, json.dumps(said).encode(), MANIFEST, 0o600)
    return how, kept


def _paths(root: Path, with_published: bool) -> Iterator[Path]:
    """Every folder, and every file that is not a lock, half-written, or made again by itself."""
    left_out = _LEFT_OUT | (set() if with_published else {PUBLISHED})
    for here, folders, files in os.walk(root):
        inside = Path(here).relative_to(root).as_posix()
        prefix = "" if inside == "." else f"{inside}/"
        folders[:] = sorted(
            name
            for name in folders
            if f"{prefix}{name}" not in left_out and not name.startswith(".")
        )
        yield from (Path(here) / name for name in folders)
        yield from (
            Path(here) / name
            for name in sorted(files)
            if not name.startswith(".") and not f"{prefix}{name}".startswith(_DATABASE)
        )


def _file(tar: tarfile.TarFile, path: Path, name: str) -> Kept | None:
    """Add a file, if it is still there and is one: a link is never followed."""
    if path.is_symlink() or not path.is_file():
        return None
    try:
        return _add_file(tar, path, name)
    except FileNotFoundError:
        return None


def _add_folder(tar: tarfile.TarFile, path: Path, name: str) -> Kept:
    made = tarfile.TarInfo(name)
    made.type, made.mode = tarfile.DIRTYPE, path.stat().st_mode & 0o777
    tar.addfile(made)
    return Kept(name, made.mode, folder=True)


def _add_file(tar: tarfile.TarFile, path: Path, name: str) -> Kept:
    """Add a file. A small one is read at once: others may add to it meanwhile."""
    mode = path.stat().st_mode & 0o777
    if path.stat().st_size <= _SMALL:
        return _add_bytes(tar, path.read_bytes(), name, mode)
    with path.open("rb") as opened:
        hashed = _Hashed(opened)
        made = tarfile.TarInfo(name)
        made.size, made.mode = os.fstat(opened.fileno()).st_size, mode
        tar.addfile(made, hashed)
    return Kept(name, mode, made.size, hashed.sha256)


def _add_bytes(tar: tarfile.TarFile, data: bytes, name: str, mode: int) -> Kept:
    made = tarfile.TarInfo(name)
    made.size, made.mode = len(data), mode
    tar.addfile(made, io.BytesIO(data))
    return Kept(name, mode, len(data), hashlib.sha256(data).hexdigest())


class _Hashed:
    """A file that is hashed as it is read."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self._hash = file, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """Some bytes of it."""
        data = self._file.read(size)
        self._hash.update(data)
        return data

    @property
    def sha256(self) -> str:
        """The hash of what was read."""
        return self._hash.hexdigest()


def database_into(folder: Path) -> tuple[str, Path]:
    """The database as a file in a folder, and how it was made: as a key of ``DATABASES``."""
    from django.db import connection

    if connection.vendor == "sqlite":
        how, made = "sqlite", _copied
    elif shutil.which("pg_dump"):
        how, made = "pg_dump", _dumped
    else:
        how, made = "dumpdata", _as_json
    path = folder / DATABASES[how]
    made(path)
    return how, path


def _copied(path: Path) -> None:
    """SQLite's own copy of a database in use: as it is at one moment."""
    from django.db import connection

    connection.ensure_connection()
    with closing(sqlite3.connect(path)) as into:
        connection.connection.backup(into)


def _dumped(path: Path) -> None:
    said = subprocess.run(
        ["pg_dump", "--format=custom", "--no-owner", "--file", str(path)],
        env=os.environ | postgres_environment(),
        capture_output=True,
        text=True,
    )
    if said.returncode:
        raise UserError(f"pg_dump did not make a backup: {said.stderr.strip()[:500]}")


def postgres_environment() -> dict[str, str]:
    """How PostgreSQL's own commands reach the database; the password is in no argument."""
    said: dict[str, Any] = settings.DATABASES["default"]
    names = {"PGDATABASE": "NAME", "PGUSER": "USER", "PGPASSWORD": "PASSWORD", "PGHOST": "HOST"}
    found = {name: str(said.get(key) or "") for name, key in (names | {"PGPORT": "PORT"}).items()}
    return {name: value for name, value in found.items() if value}


def _as_json(path: Path) -> None:
    """Django's own form, where PostgreSQL's commands are not there. Slower, and as whole."""
    from django.core.management import call_command

    call_command(
        "dumpdata",
        exclude=["contenttypes", "auth.permission", "sessions"],
        output=str(path),
        verbosity=0,
    )
