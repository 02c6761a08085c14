"""PDF pages become one reading text: furniture apart, hyphens healed, footnotes last."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from sightline.reports.blocks import blocks
from sightline.reports.document import Document, Unreadable
from sightline.reports.read_pdf import read_pdf

_HEIGHT = A4[1]


class Pages:
    """Words put on pages, in the order in which they are to be drawn."""

    def __init__(self) -> None:
        self.drawn: dict[int, list[tuple[float, float, str, float, bool]]] = {}

    def bytes(self, count: int, encrypt: StandardEncryption | None = None) -> bytes:
        """A PDF of so many pages."""
        file = BytesIO()
        canvas = Canvas(file, pagesize=A4, encrypt=encrypt)
        for page in range(1, count + 1):
            for x, y, text, size, bold in self.drawn.get(page, []):
                canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
                canvas.drawString(x, _HEIGHT - y, text)
            if page not in self.drawn:
                canvas.line(10, 10, 200, 200)
            canvas.showPage()
        canvas.save()
        return file.getvalue()


def made(draw: Callable[[Pages], None], pages: int = 1) -> Document:
    """A PDF drawn by a function, and read."""
    drawing = Pages()
    draw(drawing)
    return read_pdf(drawing.bytes(pages))


def put(
    pages: Pages,
    page: int,
    y: float,
    text: str,
    size: float = 12,
    bold: bool = False,
    x: float = 72,
) -> None:
    """Some words at a height, in points from the top of a page."""
    pages.drawn.setdefault(page, []).append((x, y, text, size, bold))


def test_lines_keep_their_place_size_and_weight() -> None:
    """Every line knows its span, page, size and whether it is bold."""

    def draw(pdf: Pages) -> None:
        put(pdf, 1, 100, "What needs to improve", 14, bold=True)
        put(pdf, 1, 130, "The quality of plans for children in need in every team.")

    document = made(draw)
    heading, item = document.lines
    assert document.text[heading.start : heading.end] == "What needs to improve"
    assert (heading.bold, round(heading.size), item.bold, round(item.size)) == (True, 14, False, 12)
    assert (round(heading.x), heading.page, heading.gap) == (72, 1, 0.0)
    assert item.gap == pytest.approx(30 / 12, abs=0.05)


def test_page_numbers_and_running_feet_are_furniture() -> None:
    """What recurs at the foot of pages is set aside, and a sentence runs on over the page."""

    def draw(pdf: Pages) -> None:
        put(pdf, 1, 85, "Practice is good. " * 5)
        put(pdf, 1, 100, "Social workers see children often and they know them")
        put(pdf, 2, 100, "well.")
        put(pdf, 2, 115, "Practice is good. " * 5)
        for page in (1, 2):
            put(pdf, page, 812, "Inspection of Fernshire local authority children's services", 8)
            put(pdf, page, 822, f"6 to 17 December 2021 {page}", 8)

    document = made(draw, pages=2)
    assert "they know them\nwell.\n" in document.text
    assert "Inspection of" not in document.text
    assert [f.page for f in document.furniture] == [1, 1, 2, 2]
    assert len(blocks(document)) == 1


def test_a_letterhead_drawn_last_is_furniture() -> None:
    """Small print at the top of page 1 is the letterhead, wherever the file draws it."""

    def draw(pdf: Pages) -> None:
        put(pdf, 1, 200, "2 March 2022")
        put(pdf, 1, 230, "This letter summarises the findings of the focused visit to Fernshire.")
        put(pdf, 1, 40, "Piccadilly Gate", 9)
        put(pdf, 1, 52, "T 0300 123 1231", 8)

    document = made(draw)
    assert document.text.startswith("2 March 2022\nThis letter")
    assert [f.text for f in document.furniture] == ["Piccadilly Gate", "T 0300 123 1231"]


def test_footnotes_come_last_and_their_marks_are_set_aside() -> None:
    """A footnote does not stand in the middle of a sentence that runs over the page."""

    def draw(pdf: Pages) -> None:
        put(pdf, 1, 100, "Leaders have a clear plan and its aims are known to all staff and to")
        put(pdf, 1, 780, "1 Ofsted produces this report under its powers.", 9)
        put(pdf, 2, 100, "partners in every one of the agencies that work with children here.")

    document = made(draw, pages=2)
    assert document.text.index("partners") < document.text.index("Ofsted produces")
    assert document.page_of(document.text.index("Ofsted produces")) == 1
    assert document.page_of(document.text.index("partners")) == 2
    assert document.first_page_end == document.text.index("partners")


def test_a_box_drawn_after_what_is_below_it_is_read_first() -> None:
    """The text goes down the page, whatever the order in which the file draws it."""

    def draw(pdf: Pages) -> None:
        put(pdf, 1, 500, "Areas for improvement", 12, bold=True)
        put(pdf, 1, 530, "Strategy discussions are mostly timely.")
        put(pdf, 1, 100, "Practice study", 12, bold=True)
        put(pdf, 1, 130, "Good work was done with one family over a year.")

    document = made(draw)
    assert document.text.index("Practice study") < document.text.index("Areas for improvement")


def test_cells_of_a_table_keep_their_order() -> None:
    """A grade drawn after both lines of its label stays after them."""

    def draw(pdf: Pages) -> None:
        put(pdf, 1, 100, "The experiences and progress of children who need help and")
        put(pdf, 1, 115, "protection")
        put(pdf, 1, 104, "Good", x=450)
        put(pdf, 1, 140, "Overall effectiveness")
        put(pdf, 1, 140, "Good", x=450)

    text = made(draw).text
    assert text.index("protection") < text.index("Good") < text.index("Overall")


def test_a_second_hidden_layer_is_read_once() -> None:
    """Some files draw the address twice in the same place."""

    def draw(pdf: Pages) -> None:
        for _ in range(2):
            put(pdf, 1, 100, "Jo Bloggs, Director of Children's Services, Fernshire")
            put(pdf, 1, 115, "County Hall, Fernbridge")

    assert made(draw).text.count("Jo Bloggs") == 1


def test_a_page_without_text_is_said() -> None:
    """The other pages are read; the empty one is a problem with its number."""

    def draw(pdf: Pages) -> None:
        put(
            pdf, 1, 100, "A first page with enough words on it to count as a page of text, and then"
        )
        put(
            pdf,
            1,
            115,
            "some more words, and yet more words, so that the whole has enough of them.",
        )
        put(pdf, 3, 100, "A third page.")

    (problem,) = made(draw, pages=3).problems
    assert problem.code == "empty_page"
    assert "Page 2" in problem.message


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\0" * 100, "empty"),
        (b"<!DOCTYPE html><html><body>Not here</body></html>", "html_named_pdf"),
        (b"PK\x03\x04 a workbook", "not_a_pdf"),
        (b"%PDF-1.7\nnothing that follows makes sense", "broken_pdf"),
    ],
)
def test_what_cannot_be_read_is_named(data: bytes, code: str) -> None:
    """Each has its own code and a remedy."""
    with pytest.raises(Unreadable) as error:
        read_pdf(data)
    assert error.value.problem.code == code
    assert error.value.problem.remedy


def test_a_picture_of_a_page_is_said_to_need_text_recognition() -> None:
    """A PDF without text is a scan."""
    with pytest.raises(Unreadable) as error:
        made(lambda pdf: None)
    assert error.value.problem.code == "no_text"


def test_a_locked_pdf_is_named() -> None:
    """A PDF with a password says so."""
    drawing = Pages()
    put(drawing, 1, 100, "secret")
    locked = drawing.bytes(1, StandardEncryption("user", ownerPassword="owner"))
    with pytest.raises(Unreadable) as error:
        read_pdf(locked)
    assert error.value.problem.code == "locked"
