"""Adding a document to the library: told by its content, held to a size, read by the queue."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any

from django.conf import settings

from sightline.kit.problems import UserError
from sightline.web.library.kinds import PDF, UNKNOWN, content_type
from sightline.web.loads import uploads
from sightline.web.loads.models import Job
from sightline.web.loads.queue import Held, Outcome, add, kind, open_jobs
from sightline.workspace import make_private

KIND, READY = "read_document", "ready_library"
MOST = 60 << 20
_ENDINGS = {"text/html": ".html", "text/plain": ".txt", PDF: ".pdf"}


def keep(file: Any, by: str) -> Job:
    """Keep an uploaded document until the queue has read it; the job that does so.

    Raises ``UserError`` for a file that is no PDF, web page or text, and for one that is too
    large: then nothing is kept.
    """
    if file.size > MOST:
        raise UserError(
            f"The file has {file.size / 1e6:,.0f} MB, and {MOST / 1e6:,.0f} MB may be sent. "
            "Ask its publisher for a smaller one."
        )
    head = file.read(1024)
    file.seek(0)
    found = content_type(head)
    if found == UNKNOWN:
        raise UserError(
            "The file is not a PDF, a web page or plain text. Save it as one of these, then send "
            "it again."
        )
    folder = secrets.token_hex(16)
    name = _named(uploads.plain_name(file.name), found)
    _write(uploads.root() / folder, file)
    return add(KIND, by, folder=folder, name=name)


def _named(name: str, found: str) -> str:
    """The name with the ending of what the file is."""
    ending = _ENDINGS[found]
    same = name.lower().endswith((ending, ".htm") if ending == ".html" else ending)
    return name if same else name + ending


def _write(folder: Path, file: Any) -> None:
    make_private(folder)
    handle = os.open(folder / "document", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as into:
        for chunk in file.chunks():
            into.write(chunk)


@kind(KIND, "Read a document")
def read_document(held: Held) -> Outcome:
    """Read a document, and keep it in the library. Doing it twice is the same as once."""
    what = held.job.what
    path = uploads.root() / what["folder"] / "document"
    if not what["folder"].isalnum() or not path.is_file():
        raise UserError("The file of this job is no longer there. Send it again.")
    held.tell(0, 1, "Reading the document")
    return Outcome(add_document(path.read_bytes(), what["name"]), [(READY, {})])


@kind(READY, "Make the library's pages ready")
def ready_library(held: Held) -> Outcome:
    """Make what takes long of the library's pages, unless a document still waits to be read."""
    from django.utils import timezone

    from sightline.web.library.pages_told import make_ready
    from sightline.web.library.shelf import opened

    with opened() as library:
        if library is None or open_jobs().filter(kind=KIND).exists():
            return Outcome({"pages": 0})
        return Outcome({"pages": make_ready(library, timezone.localdate(), held.tell)})


def add_document(data: bytes, name: str) -> dict[str, Any]:
    """Put a document into the library; what became of it."""
    from sightline.reports.shelf import Shelf

    with Shelf(settings.WORKSPACE.library) as shelf:
        added = next(one for one in shelf.add([(name, data)], restore=True) if one.name)
    return {
        "sha256": added.sha256,
        "outcome": added.outcome,
        "kind": added.kind,
        "problems": [str(problem) for problem in added.problems],
    }
