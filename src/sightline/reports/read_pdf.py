"""PDF files: their characters in reading order, and how each line is set."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from sightline.kit.problems import Problem
from sightline.reports.document import Document, Furniture, Line, Unreadable

# pypdfium2 gives the end of a hyphenated line as this one character, without the line break.
_HYPHEN = "\ufffe"
# "short-\nand longer-term": the hyphen is suspended, so the space after it is real.
_SUSPENDED = re.compile(r"[\ufffe\u0002](?=(?:and|or|to)\b)")
_PAGE_NUMBER = re.compile(r"\s*\d{1,3}\s*$")
_DIGITS = re.compile(r"\d+|\s+")
_LETTERHEAD = re.compile(
    r"(?:Ofsted|Piccadilly Gate|Store Street|Aviation House|125 Kingsway|(?:Manchester )?M1 2WD"
    r"|T 0300 .*|Textphone .*|Fax .*|(?:E-?mail:? )?enquiries@ofsted\S*|(?:https?://)?www\.\S+"
    r"|\S+@ofsted\S*)\s*$",
    re.I,
)
_LEAST_CHARACTERS_A_PAGE = 40


class _Raw(NamedTuple):
    """A line as pdfium gives it, before furniture is told from text."""

    text: str
    page: int
    x: float
    y: float
    size: float
    first_size: float
    bold: bool
    height: float
    bottom: float


def read_pdf(data: bytes) -> Document:
    """Read a PDF from its bytes.

    Raises ``Unreadable`` for bytes that are not a PDF, that are locked or broken, or that hold
    pictures of pages without text; what is wrong with single pages is a problem of the document.
    """
    pdf = _open(data)
    problems: list[Problem] = []
    try:
        pages = len(pdf)
        raw = list(_raw_lines(pdf, problems))
    finally:
        pdf.close()
    if not raw and problems:
        raise Unreadable(Problem("broken_pdf", "No page can be read.", _GET_AGAIN))
    if sum(len(line.text) for line in raw) < _LEAST_CHARACTERS_A_PAGE * pages:
        raise Unreadable(
            Problem(
                "no_text",
                "The pages hold next to no text: they are probably scanned pictures.",
                "Run it through text recognition (OCR), or ask for the original.",
            )
        )
    _say_empty_pages(raw, pages, problems)
    return _assemble(raw, pages, problems)


def _say_empty_pages(raw: list[_Raw], pages: int, problems: list[Problem]) -> None:
    """A page without a word among pages of text is blank or broken: a person should look."""
    empty = sorted(set(range(1, pages + 1)) - {line.page for line in raw})
    said = " ".join(p.message for p in problems)
    for page in empty:
        if f"Page {page} " not in said and page < pages:
            what = f"Page {page} holds no text: it is blank, a picture or broken."
            problems.append(Problem("empty_page", what, "Look at that page."))


_GET_AGAIN = "Download the file again from its publisher."


def _open(data: bytes) -> Any:
    """The opened PDF, or ``Unreadable`` with the reason and the remedy."""
    if not data.strip(b"\0 \t\r\n"):
        raise Unreadable(Problem("empty", "The file is empty.", _GET_AGAIN))
    head = data[:1024].lstrip().lower()
    if b"%pdf-" not in head:
        if head.startswith((b"<!doctype", b"<html", b"<?xml", b"<head")):
            what = "The file is a web page saved with the name of a PDF."
            raise Unreadable(Problem("html_named_pdf", what, _GET_AGAIN))
        raise Unreadable(Problem("not_a_pdf", "The file is not a PDF.", _GET_AGAIN))
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
        count = len(pdf)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Unreadable(
                Problem("locked", "The PDF is locked.", "Save a copy without a password.")
            ) from error
        raise Unreadable(Problem("broken_pdf", "The PDF is broken.", _GET_AGAIN)) from error
    if count == 0:
        pdf.close()
        raise Unreadable(Problem("empty", "The PDF has no pages.", _GET_AGAIN))
    return pdf


def _raw_lines(pdf: Any, problems: list[Problem]) -> Iterator[_Raw]:
    """The lines of every page that can be read; a page that cannot is said to be so."""
    import pypdfium2

    for number in range(1, len(pdf) + 1):
        try:
            page = pdf[number - 1]
            textpage = page.get_textpage()
        except pypdfium2.PdfiumError:
            problems.append(Problem("broken_page", f"Page {number} cannot be read.", _GET_AGAIN))
            continue
        yield from _in_reading_order(list(_page_lines(textpage, number, page.get_height())))
        textpage.close()
        page.close()


def _page_lines(textpage: Any, number: int, height: float) -> Iterator[_Raw]:
    """The lines of one page with the place, size and weight of their first character."""
    from pypdfium2 import raw as pdfium

    handle = textpage.raw
    x, y = ctypes.c_double(), ctypes.c_double()
    x_ref, y_ref = ctypes.byref(x), ctypes.byref(y)
    at = 0
    for text in textpage.get_text_range().split("\r\n"):
        bare = text.strip()
        if bare:
            first = at + len(text) - len(text.lstrip())
            last = first + len(bare) - 1
            pdfium.FPDFText_GetCharOrigin(handle, last, x_ref, y_ref)
            bottom = y.value
            pdfium.FPDFText_GetCharOrigin(handle, first, x_ref, y_ref)
            size = _size(pdfium, handle, last)
            first_size = _size(pdfium, handle, first)
            # The baseline of a line that opens with a raised footnote number is its last one.
            top = y.value if first_size >= 0.8 * size else bottom
            bold = _is_bold(pdfium, handle, first)
            yield _Raw(bare, number, x.value, top, size, first_size, bold, height, bottom)
        at += len(text) + 2


def _is_bold(pdfium: Any, handle: Any, index: int) -> bool:
    """Whether the type is bold: by its weight, or by its name where no weight is given."""
    weight = pdfium.FPDFText_GetFontWeight(handle, index)
    if weight > 0:
        return bool(weight >= 600)
    name, flags = ctypes.create_string_buffer(80), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(handle, index, name, 80, ctypes.byref(flags))
    return b"bold" in name.value.lower()


_LEAST_SIZE = 4.0


def _size(pdfium: Any, handle: Any, index: int) -> float:
    """The type's size in points; some files set it at 1 and scale the page up to it."""
    size = float(pdfium.FPDFText_GetFontSize(handle, index))
    if size < _LEAST_SIZE:
        matrix = pdfium.FS_MATRIX()
        if pdfium.FPDFText_GetMatrix(handle, index, ctypes.byref(matrix)):
            size *= abs(matrix.d) or abs(matrix.b) or 1.0
    return size


def _in_reading_order(lines: list[_Raw]) -> list[_Raw]:
    """The lines from the top of the page down, where the file draws a box after what is below it.

    Only whole runs of lines are moved, and only where no two runs stand side by side: the cells
    of a table keep their order.
    """
    runs: list[list[_Raw]] = []
    for line in lines:
        if not runs or line.y > runs[-1][-1].bottom + 1.5 * line.size:
            runs.append([])
        runs[-1].append(line)
    if len(runs) < 2:
        return lines
    ordered = sorted(runs, key=lambda run: -run[0].y)
    apart = all(above[-1].bottom > below[0].y for above, below in pairwise(ordered))
    return [line for run in ordered for line in run] if apart else lines


def _assemble(raw: list[_Raw], pages: int, problems: list[Problem]) -> Document:
    """Set furniture aside, put footnotes last, and join the rest into one text."""
    running = _running_words(raw)
    body_size = _body_size(raw)
    body: list[_Raw] = []
    notes: list[_Raw] = []
    furniture: list[Furniture] = []
    in_notes = 0
    seen: set[tuple[str, int, int]] = set()
    for line in raw:
        place = (line.text, line.page, round(line.y))
        if place in seen and line.page == 1:  # a hidden second layer under the address block
            furniture.append(Furniture(line.page, line.text))
            continue
        seen.add(place)
        if body and line.text in _RAISED and _is_raised(line, body[-1]):
            body[-1] = body[-1]._replace(text=body[-1].text + line.text)
        elif _is_furniture(line, running, body_size) or _is_marker(line, body, body_size):
            furniture.append(Furniture(line.page, line.text))
        elif _is_note(line, body_size, in_notes == line.page):
            in_notes = line.page
            notes.append(line)
        else:
            body.append(line)
    text, lines = _join([*body, *notes])
    return Document(text, lines, pages, "pdf", furniture=furniture, problems=problems)


def _body_size(raw: Iterable[_Raw]) -> float:
    """The size in which most characters are set."""
    sizes: Counter[float] = Counter()
    for line in raw:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 12.0


def _running_words(raw: Iterable[_Raw]) -> set[str]:
    """Words at the head or foot of pages that recur, apart from their numbers."""
    pages: dict[str, set[int]] = {}
    for line in raw:
        if _at_edge(line):
            pages.setdefault(_DIGITS.sub("", line.text), set()).add(line.page)
    return {words for words, on in pages.items() if len(on) > 1}


def _at_edge(line: _Raw) -> bool:
    return line.y < 62 or line.y > line.height - 62


def _is_furniture(line: _Raw, running: set[str], body_size: float) -> bool:
    if _at_edge(line):
        if _PAGE_NUMBER.match(line.text):
            return True
        if _DIGITS.sub("", line.text) in running and line.first_size < body_size - 1:
            return True
    if line.page != 1:
        return False
    small = line.size <= body_size - 2 and line.y > 0.75 * line.height
    return small or bool(_LETTERHEAD.match(line.text))


def _is_marker(line: _Raw, body: list[_Raw], body_size: float) -> bool:
    """A raised footnote number that pdfium gives as a line of its own."""
    if not (line.text.isdigit() and len(line.text) <= 2 and body):
        return False
    near = body[-1].page == line.page and abs(body[-1].y - line.y) < body[-1].size
    return near and line.size < 0.8 * max(body[-1].size, body_size)


_RAISED = ("th", "st", "nd", "rd")


def _is_raised(line: _Raw, before: _Raw) -> bool:
    """The raised letters of "18th", which pdfium gives as a line of their own."""
    near = before.page == line.page and abs(before.bottom - line.y) < before.size
    return near and line.size < 0.8 * before.size and before.text[-1].isdigit()


def _is_note(line: _Raw, body_size: float, in_notes: bool) -> bool:
    """A footnote: smaller than the text, low on the page, opened by a small number."""
    if line.size > body_size - 1 or line.y > 0.45 * line.height:
        return False
    return in_notes or line.first_size <= body_size - 3 or line.text[0].isdigit()


def _join(raw: list[_Raw]) -> tuple[str, list[Line]]:
    """One text of all lines, and each line's span in it."""
    parts: list[str] = []
    lines: list[Line] = []
    at = 0
    before: _Raw | None = None
    for line in raw:
        text = line.text
        if _HYPHEN in text or "\u0002" in text:
            text = _SUSPENDED.sub("- ", text).replace(_HYPHEN, "-").replace("\u0002", "-")
        gap = 0.0
        if before is not None and before.page == line.page:
            gap = (before.bottom - line.y) / (line.size or 1)
        lines.append(Line(at, at + len(text), line.page, line.x, line.y, line.size, line.bold, gap))
        parts.append(text)
        at += len(text) + 1
        before = line
    return "\n".join(parts), lines
