"""Plain text: lines as they stand, with blank lines as the only geometry."""

from __future__ import annotations

from sightline.kit.problems import Problem
from sightline.reports.document import Document, Line, Unreadable


def read_text(data: bytes | str, source: str = "text") -> Document:
    """Read plain text; a form feed starts a new page.

    Raises ``Unreadable`` where there is none, or where the bytes are not text at all.
    """
    text = data if isinstance(data, str) else _decode(data)
    if not text.strip():
        remedy = "Check that the right file was saved."
        raise Unreadable(Problem("empty", "The file holds no text.", remedy))
    return from_paragraphs(text, source)


def _decode(data: bytes) -> str:
    """Text from bytes, in the encodings that files are really saved in."""
    if b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        what = "The file is not text, nor a PDF or a web page."
        raise Unreadable(Problem("not_text", what, "Save it as PDF, HTML or plain text."))
    for encoding in ("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def from_paragraphs(text: str, source: str) -> Document:
    """A document from text whose lines are paragraphs or printed lines."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines: list[Line] = []
    at, page, blanks = 0, 1, 0
    for raw in text.split("\n"):
        page += raw.count("\f")
        bare = raw.strip()
        if bare:
            start = at + raw.index(bare)
            lines.append(Line(start, start + len(bare), page, 0, 0, 0, False, 1 + blanks))
            blanks = 0
        else:
            blanks += 1
        at += len(raw) + 1
    return Document(text, lines, page, source)
