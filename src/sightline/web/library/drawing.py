"""Pages as they are printed, and where their words stand: made apart, and kept on disk."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

from sightline.web.library.apart import digest
from sightline.web.library.shelf import Library, Row, drawn
from sightline.workspace import make_private

_SECONDS = 25
_WAIT = 5
_AGAIN_AFTER = 60 * 60
"""Seconds after which what could not be made is tried again."""
_AT_ONCE = BoundedSemaphore(2)
_VERSION = "1"
"""Raise it when what is made changes."""
_MOST_BYTES = 300 << 20
_LARGEST_FILE = 60 << 20
_SWEEP_EVERY = 50
_made = 0


class NotDrawnError(Exception):
    """The page cannot be drawn: there is none, or the file is broken."""


def layout(library: Library, document: Row) -> dict[str, Any]:
    """A document's blocks and lines: ``{}`` where they are not those of the text that is kept."""
    wanted = {"do": "layout", "name": document["path"]}
    name = f"{document['sha256']}-{document['reader_version']}.json"
    try:
        made: dict[str, Any] = json.loads(_made_once(library, "layouts", name, wanted))
    except NotDrawnError:
        return {}
    if made and made["text"] != digest(library.text(document["sha256"])):
        return {}
    return made


def picture(library: Library, document: Row, page: int, start: int, end: int) -> bytes:
    """A page as PNG with the words from ``start`` to ``end`` marked.

    Raises ``NotDrawnError`` where there is no such page, or it cannot be drawn.
    """
    made = layout(library, document)
    if not made.get("drawn") or not 1 <= page <= made["pages"]:
        raise NotDrawnError
    lines = [[s, e, x, y] for s, e, on, x, y in made["lines"] if on == page]
    inside = any(s < end and start < e for s, e, *_ in lines)
    at = (start, end) if inside else (0, 0)
    name = f"{document['sha256']}-{page}-{at[0]}-{at[1]}.png"
    wanted = {"do": "picture", "page": page, "lines": lines, "at": at}
    return _made_once(library, "pages", name, wanted)


def _made_once(library: Library, kind: str, name: str, wanted: dict[str, Any]) -> bytes:
    """What is wanted, from disk or made now. What cannot be made is remembered for a while."""
    kept = _kept(kind, name)
    if kept is None:
        sha256 = name.split("-")[0]
        kept = _keep(kind, name, _apart(library, sha256, wanted))
    if not kept:
        raise NotDrawnError
    return kept


def _apart(library: Library, sha256: str, wanted: dict[str, Any]) -> bytes:
    """What the process apart makes; nothing where it fails.

    Raises ``NotDrawnError`` where others keep it busy: a page never waits long for a picture.
    """
    file = library.file_of(sha256)
    if not file.is_file() or file.stat().st_size > _LARGEST_FILE:
        return b""
    if not _AT_ONCE.acquire(timeout=_WAIT):
        raise NotDrawnError
    try:
        asked = json.dumps({**wanted, "file": str(file)}).encode()
        command = [sys.executable, "-m", "sightline.web.library.apart"]
        done = subprocess.run(command, input=asked, capture_output=True, timeout=_SECONDS)
    except subprocess.TimeoutExpired:
        return b""
    finally:
        _AT_ONCE.release()
    return b"" if done.returncode else done.stdout


def _folder(kind: str) -> Path:
    folder = drawn() / f"{kind}-{_VERSION}"
    make_private(folder)
    return folder


def _kept(kind: str, name: str) -> bytes | None:
    path = _folder(kind) / name
    try:
        data = path.read_bytes()
        if data:
            os.utime(path)  # what is looked at stays
        elif time.time() - path.stat().st_mtime > _AGAIN_AFTER:
            return None
    except FileNotFoundError:
        return None
    return data


def _keep(kind: str, name: str, data: bytes) -> bytes:
    """Keep what was made; now and then, take away what was not looked at for longest."""
    global _made
    folder = _folder(kind)
    handle, partial = tempfile.mkstemp(dir=folder)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    os.replace(partial, folder / name)
    _made += 1
    if _made % _SWEEP_EVERY == 0:
        sweep(folder.iterdir())
    return data


def sweep(files: Iterable[Path], most: int = _MOST_BYTES) -> None:
    """Hold files to so many bytes together; the oldest go first."""
    about = []
    for file in files:
        with suppress(FileNotFoundError):
            found = file.stat()
            about.append((found.st_mtime_ns, found.st_size, file))
    left = sum(size for _, size, _ in about)
    for _, size, file in sorted(about, key=lambda one: one[0]):
        if left <= most:
            return
        file.unlink(missing_ok=True)
        left -= size
