"""Reads and draws one document in a process of its own, which may crash or be stopped.

``python -m sightline.web.library.apart`` takes what is wanted as JSON and gives JSON, or a
picture. A broken file can make the PDF library crash or run for ever: then this process ends, and
the site goes on.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import struct
import sys
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

_MEMORY = 2 << 30
_SECONDS = 20
_MOST_PIXELS = 4_000_000
_WIDTH = 1000
_NEAR = 0.5
_YELLOW = (255, 221, 0)
_MULTIPLY = b"Multiply"
_SUSPENDED = ("and", "or", "to")
_HYPHENS = "\ufffe\u0002"

Line = Sequence[Any]
"""Start, end, x and y of a line of the text, as the document's layout has it."""


def main() -> int:
    """Do what the standard input says; the answer goes to the standard output."""
    _limit()
    wanted = json.loads(sys.stdin.buffer.read())
    answer = layout(wanted) if wanted["do"] == "layout" else picture(wanted)
    sys.stdout.buffer.write(answer)
    return 0


def _limit() -> None:
    """No more memory and time than a page needs, where the system can hold a process to it."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))


def layout(wanted: dict[str, Any]) -> bytes:
    """Where a document's blocks and lines stand, as JSON."""
    from sightline.reports.blocks import blocks
    from sightline.reports.reading import read_bytes

    document = read_bytes(Path(wanted["file"]).read_bytes(), wanted["name"]).document
    if document is None:
        return b"{}"
    made = {
        "text": digest(document.text),
        "pages": document.pages,
        "drawn": document.source == "pdf",
        "blocks": [[b.kind, b.start, b.end, b.page, b.mark] for b in blocks(document)],
        "lines": [[n.start, n.end, n.page, n.x, n.y] for n in document.lines],
    }
    return json.dumps(made).encode("ascii")


def digest(text: str) -> str:
    """A mark of a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def picture(wanted: dict[str, Any]) -> bytes:
    """A page as a PNG picture, with the words of a span marked."""
    import pypdfium2

    pdf = pypdfium2.PdfDocument(wanted["file"])
    page = pdf[wanted["page"] - 1]
    for box in _boxes(page, wanted["lines"], *wanted["at"]):
        _mark(page, box)
    width, height = page.get_size()
    scale = min(_WIDTH / width, (_MOST_PIXELS / (width * height)) ** 0.5)
    bitmap = page.render(scale=scale, rev_byteorder=True)
    return png(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, bitmap.n_channels)


def _boxes(page: Any, lines: Sequence[Line], start: int, end: int) -> Iterator[tuple[float, ...]]:
    """A box for each line's part of the span: left, bottom, right, top, in points."""
    asked = [line for line in lines if line[0] < end and start < line[1]]
    if not asked:
        return
    textpage = page.get_textpage()
    for first, words, x, heights in _printed(textpage):
        for line in asked:
            if abs(line[2] - x) < _NEAR and any(abs(line[3] - y) < _NEAR for y in heights):
                yield from _box(textpage, first, words, start - line[0], end - line[0])
                break


def _printed(textpage: Any) -> Iterator[tuple[int, str, float, tuple[float, float]]]:
    """The lines as they are printed: their first character's number, their words and place.

    The place has the heights of the first character and of the last: of a line that opens with a
    raised number, the reader takes the last.
    """
    from pypdfium2 import raw

    x, y = ctypes.c_double(), ctypes.c_double()
    at = 0
    for text in textpage.get_text_range().split("\r\n"):
        words = text.strip()
        if words:
            first = at + len(text) - len(text.lstrip())
            raw.FPDFText_GetCharOrigin(textpage.raw, first, ctypes.byref(x), ctypes.byref(y))
            left, height = x.value, y.value
            last = first + len(words) - 1
            raw.FPDFText_GetCharOrigin(textpage.raw, last, ctypes.byref(x), ctypes.byref(y))
            yield first, words, left, (height, y.value)
        at += len(text) + 2


def _box(
    textpage: Any, first: int, words: str, start: int, end: int
) -> Iterator[tuple[float, float, float, float]]:
    places = list(_places(words))
    wanted = places[max(start, 0) : max(end, 0)]
    boxes = [textpage.get_charbox(first + n, loose=True) for n in dict.fromkeys(wanted)]
    seen = [b for b in boxes if b[2] > b[0] and b[3] > b[1]]
    if seen:
        yield (
            min(b[0] for b in seen),
            min(b[1] for b in seen),
            max(b[2] for b in seen),
            max(b[3] for b in seen),
        )


def _places(words: str) -> Iterator[int]:
    """For each character of a line as it was read, which printed character it is.

    A hyphen at a line's end before "and" was read as a hyphen and a space: two for one.
    """
    for number, letter in enumerate(words):
        yield number
        after = words[number + 1 : number + 5]
        if letter in _HYPHENS and any(
            after.startswith(w) and not after[len(w) : len(w) + 1].isalnum() for w in _SUSPENDED
        ):
            yield number


def _mark(page: Any, box: tuple[float, ...]) -> None:
    """Lay a colour over a box, so that the words show through."""
    from pypdfium2 import raw

    left, bottom, right, top = box
    shape = raw.FPDFPageObj_CreateNewRect(left - 1, bottom, right - left + 2, top - bottom)
    raw.FPDFPageObj_SetBlendMode(shape, _MULTIPLY)
    raw.FPDFPageObj_SetFillColor(shape, *_YELLOW, 255)
    raw.FPDFPath_SetDrawMode(shape, raw.FPDF_FILLMODE_WINDING, 0)
    raw.FPDFPage_InsertObject(page.raw, shape)


def png(data: bytes, width: int, height: int, stride: int, channels: int) -> bytes:
    """Pixels of one, three or four bytes as a PNG file. The fourth byte is left out."""
    rows = bytearray()
    for row in range(height):
        line = data[row * stride : row * stride + width * channels]
        if channels == 4:
            short = bytearray(3 * width)
            for n in range(3):
                short[n::3] = line[n::4]
            line = bytes(short)
        rows += b"\0" + line
    colour = 0 if channels == 1 else 2
    head = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(rows), 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, body) for kind, body in parts)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


if __name__ == "__main__":
    sys.exit(main())
