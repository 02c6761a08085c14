"""Downloading one file whole: gone on with where it was broken off, never half under its name."""

from __future__ import annotations

import gzip
import http.client
import zlib
from pathlib import Path
from typing import IO, Any, Protocol

from sightline.kit.problems import UserError

_CHUNK = 1 << 16
_LARGEST = 1 << 30
_TRIES = 3
_GZIP = b"\x1f\x8b"


class Opens(Protocol):
    """What asks a site for an address: politely, one at a time, again where it is busy."""

    def open(self, url: str, headers: dict[str, str] | None = None) -> IO[bytes]:
        """The answer, with its ``status`` and ``headers``; raises ``UserError`` for none."""


def whole(opens: Opens, url: str, partial: Path) -> Path:
    """Download into a partial file. What an earlier try left is gone on with, if it is the same.

    The site's name for the version of the file (its ETag) is kept beside it, and what has another
    is begun again. Raises ``UserError`` where it is broken off each time; what came is kept.
    """
    partial.parent.mkdir(parents=True, exist_ok=True)
    tag = partial.with_name(partial.name + ".tag")
    if not tag.is_file():
        partial.unlink(missing_ok=True)
    for _ in range(_TRIES):
        if _more(opens, url, partial, tag):
            tag.unlink(missing_ok=True)
            return partial
    raise UserError(f"{url}: it was broken off each time. What came is kept; try again.")


def _more(opens: Opens, url: str, partial: Path, tag: Path) -> bool:
    """Ask for the rest; whether the file is whole now."""
    have = partial.stat().st_size if partial.exists() else 0
    headers = {"Range": f"bytes={have}-", "If-Range": tag.read_text()} if have else {}
    with opens.open(url, headers) as answer:
        status = getattr(answer, "status", None) or getattr(answer, "code", 200)
        if status == 416:  # what we have is longer than what is there
            partial.unlink(missing_ok=True)
            return False
        goes_on = status == 206
        expected = _length(answer, have if goes_on else 0)
        _note(answer, tag)
        ended = _copy(answer, partial, goes_on)
    if not tag.is_file() and not ended:
        partial.unlink(missing_ok=True)  # nothing would say that the rest belongs to it
    return ended and expected in (None, partial.stat().st_size)


def _length(answer: Any, have: int) -> int | None:
    length = answer.headers.get("Content-Length")
    return have + int(length) if length and length.isdigit() else None


def _note(answer: Any, tag: Path) -> None:
    """Keep the name of this version. A weak ETag does not promise the same bytes."""
    named, changed = answer.headers.get("ETag", ""), answer.headers.get("Last-Modified", "")
    known = changed if not named or named.startswith("W/") else named
    if known:
        tag.write_text(known, encoding="utf-8")
    else:
        tag.unlink(missing_ok=True)


def _copy(answer: Any, partial: Path, goes_on: bool) -> bool:
    """Add what comes to the file; whether it ended as an answer should."""
    with partial.open("ab" if goes_on else "wb") as file:
        while True:
            try:
                chunk = answer.read(_CHUNK)
            except http.client.IncompleteRead as cut:
                file.write(cut.partial)
                return False
            except (OSError, http.client.HTTPException):
                return False
            if not chunk:
                return True
            file.write(chunk)
            if file.tell() > _LARGEST:
                raise UserError("The file is larger than any data set. It was left out.")


def plain(path: Path) -> Path:
    """The same file, unpacked where it came packed (gzip). Raises ``UserError`` if it is broken."""
    with path.open("rb") as file:
        packed = file.read(2) == _GZIP
    if packed:
        try:
            path.write_bytes(gzip.decompress(path.read_bytes()))
        except (EOFError, OSError, zlib.error) as error:
            path.unlink(missing_ok=True)
            raise UserError(f"{path.name}: it came broken ({error}). Try again.") from error
    return path
