"""Files that came in: kept for this user alone, told by their content, and taken away after use."""

from __future__ import annotations

import os
import secrets
import shutil
import time
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from django.conf import settings

from sightline.kit.problems import UserError
from sightline.workspace import make_private

_FOLDER = "uploads"
_HOUR = 3600
_MOST_FILES = 200
_MOST_NAME = 150
_CHUNK = 1 << 20
_SPACE = 3
"""How many times its size a load may take: the files, their copy, and the lists."""


def root() -> Path:
    """Where uploads wait until they are loaded."""
    folder = Path(settings.RECORDS) / _FOLDER
    make_private(folder)
    return folder


def keep(files: Iterable[Any]) -> str:
    """Keep uploaded files, each as it was named; returns the folder's name.

    Raises ``UserError`` for a file that is no table, for too much, and where there is no room:
    then nothing is kept.
    """
    given = list(files)
    _refuse_too_much(sum(file.size for file in given), len(given))
    name = secrets.token_hex(16)
    folder = root() / name
    make_private(folder)
    try:
        for number, file in enumerate(given, 1):
            _refuse_what_is_no_table(_write(folder / str(number), file))
    except BaseException:
        drop(name)
        raise
    return name


def _refuse_too_much(size: int, files: int) -> None:
    limit = settings.UPLOAD_LIMIT
    if size > limit:
        raise UserError(
            f"The files have {size / 1e6:,.0f} MB together, and {limit / 1e6:,.0f} MB may be sent "
            "at once. Leave out columns that no list asks for, or send CSV files in a zip file."
        )
    if files > _MOST_FILES:
        raise UserError(f"Send at most {_MOST_FILES} files at once.")
    free = shutil.disk_usage(root()).free
    if free < _SPACE * size:
        raise UserError(
            f"There is no room on the server: {free / 1e6:,.0f} MB is free, and the files may need "
            f"{_SPACE * size / 1e6:,.0f} MB. Tell an administrator. Nothing was kept."
        )


def _write(folder: Path, file: Any) -> Path:
    make_private(folder)
    path = folder / plain_name(file.name)
    with _new(path) as into:
        for chunk in file.chunks():
            into.write(chunk)
    return path


def _new(path: Path) -> Any:
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")


def plain_name(name: str) -> str:
    """The last part of a name that somebody sent, fit to be a file's."""
    last = PurePosixPath(name.replace("\\", "/")).name.lstrip(".")
    kept = "".join(letter for letter in last if letter.isprintable() and letter not in '<>:"|?*')
    stem, dot, ending = kept.rpartition(".")
    return f"{stem[:_MOST_NAME]}{dot}{ending[:20]}".strip() or "file"


def _refuse_what_is_no_table(path: Path) -> None:
    from sightline.intake.readers.kinds import kind_of
    from sightline.intake.readers.refused import RefusedError

    try:
        kind_of(path)
    except RefusedError as error:
        if not _is_plain_zip(path):
            raise UserError(str(error.problem)) from error


def _is_plain_zip(path: Path) -> bool:
    """Whether it is a zip file of tables, and not a document that is a zip file within."""
    if not zipfile.is_zipfile(path):
        return False
    with zipfile.ZipFile(path) as archive:
        return not any(n.startswith(("word/", "ppt/", "mimetype")) for n in archive.namelist())


def files_of(name: str) -> list[Path]:
    """The files of an upload, zip files unpacked. Raises ``UserError`` where they are gone."""
    folder = root() / name
    if not name.isalnum() or not folder.is_dir():
        raise UserError("The files of this job are no longer there. Send them again.")
    unpacked = folder / "unpacked"
    if unpacked.exists():
        shutil.rmtree(unpacked)  # a try before this one may have been stopped in the middle
    found: list[Path] = []
    for path in sorted(folder.glob("*/*"), key=lambda p: (int(p.parent.name), p.name)):
        found += _unpacked(path, unpacked / path.parent.name) if _is_packed(path) else [path]
    return found


def _is_packed(path: Path) -> bool:
    from sightline.intake.readers.kinds import kind_of
    from sightline.intake.readers.refused import RefusedError

    try:
        kind_of(path)
    except RefusedError:
        return _is_plain_zip(path)
    return False


def _unpacked(path: Path, into: Path) -> list[Path]:
    with zipfile.ZipFile(path) as archive:
        members = [one for one in archive.infolist() if _is_wanted(one)]
        if len(members) > _MOST_FILES:
            raise UserError(f"{path.name} holds {len(members):,} files; {_MOST_FILES} may be sent.")
        if any(one.flag_bits & 1 for one in members):
            raise UserError(f"{path.name} needs a password. Send it without one.")
        return list(_members(archive, members, into, path.name))


def _is_wanted(member: zipfile.ZipInfo) -> bool:
    """A file, and not what a Mac or Windows adds of its own."""
    name = PurePosixPath(member.filename)
    hidden = name.name.startswith((".", "~$")) or "__MACOSX" in name.parts
    return not member.is_dir() and not hidden


def _members(
    archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], into: Path, name: str
) -> Iterator[Path]:
    """Each member in a folder of its own: where it says that it goes counts for nothing."""
    left = settings.UPLOAD_LIMIT
    for number, member in enumerate(members, 1):
        make_private(into / str(number))
        path = into / str(number) / plain_name(member.filename)
        with archive.open(member) as held, _new(path) as file:
            while chunk := held.read(_CHUNK):
                left -= len(chunk)
                if left < 0:
                    limit = settings.UPLOAD_LIMIT / 1e6
                    raise UserError(f"{name} unpacks to more than {limit:,.0f} MB.")
                file.write(chunk)
        yield path


def drop(name: str) -> None:
    """Take an upload away."""
    if name.isalnum():
        shutil.rmtree(root() / name, ignore_errors=True)


def sweep() -> None:
    """Take away uploads that no job waits for, and those an hour old that never had a job."""
    from sightline.web.loads.models import Job
    from sightline.web.loads.queue import open_jobs

    wanted = {job.what.get("folder") for job in open_jobs()}
    ended = {w.get("folder") for w in Job.objects.values_list("what", flat=True)} - wanted
    for folder in root().iterdir():
        old = time.time() - folder.stat().st_mtime > _HOUR
        if folder.name in ended or (old and folder.name not in wanted):
            drop(folder.name)
