"""Letters and reports drawn on pages line by line, for the traps that only a PDF can set."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import NamedTuple

from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

TWO = ["The quality of plans for children in need.", "The recording of supervision."]


class L(NamedTuple):
    """A printed line: its words, how far below the one before, and how it is set."""

    words: str
    down: float = 14.4
    bold: bool = False
    size: float = 12
    x: float = 72


class Foot(NamedTuple):
    """What stands at the foot of a page, which ends there."""

    words: str


def pdf(lines: Iterable[L | Foot], encrypt: StandardEncryption | None = None) -> bytes:
    """A PDF of those lines, from the top of the first page down."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4, encrypt=encrypt, invariant=1)
    y = A4[1] - 72
    for line in lines:
        if isinstance(line, Foot):
            canvas.setFont("Helvetica", 9)
            for number, words in enumerate(reversed(line.words.split("\n"))):
                canvas.drawString(72, 30 + 11 * number, words)
            canvas.showPage()
            y = A4[1] - 72
            continue
        y -= line.down
        canvas.setFont("Helvetica-Bold" if line.bold else "Helvetica", line.size)
        canvas.drawString(line.x, y, line.words)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def apart(words: str, bold: bool = False) -> L:
    """A line that opens a paragraph."""
    return L(words, 26.4, bold)


ADDRESS = [
    L("Ms Oriel Dunmore", 26.4),
    L("Director of Children's Services"),
    L("Fernshire County Council"),
    L("County Hall"),
]
ITEMS = [apart(f"• {TWO[0]}"), apart(f"• {TWO[1]}")]
PROSE = [
    apart("• Managers know their teams and are ready to help. They read what social workers"),
    *[L("write and talk with them about what it was like for the child on that day.", x=86)] * 12,
]
SIGNED = [apart("Yours sincerely"), apart("Petra Gale"), L("Her Majesty's Inspector")]


def visit(
    *,
    top: Iterable[L] = (),
    address: Iterable[L] = ADDRESS,
    dates: Iterable[L] = (
        L("services on 12 and 13 February 2019. The inspectors were Petra Gale."),
    ),
    bold: bool = True,
    heading: Iterable[L] = (),
    items: Iterable[L | Foot] = ITEMS,
) -> bytes:
    """A focused visit letter as a PDF; any part can be set differently."""
    asked = L("What needs to improve in this area of social work practice", 26.4, bold)
    return pdf(
        [
            *top,
            L("14 March 2019"),
            *address,
            apart("Dear Ms Dunmore"),
            L("Focused visit to Fernshire children's services", 26.4, bold),
            apart("This letter summarises the findings of a focused visit to Fernshire children's"),
            *dates,
            apart("Inspectors looked at the local authority's arrangements for care leavers."),
            L("Overview", 26.4, bold),
            apart("Social workers see children often and they know them well."),
            *(heading or [asked]),
            *items,
            L("Findings", 26.4, bold),
            apart("• Visits to children are regular and they have a purpose."),
            *PROSE,
            *SIGNED,
        ]
    )


LONG = "• The quality of plans for children in need, so that they are clear to parents and to"
TITLE = L("Inspection of Northmere local authority children's services", 0, False, 22)
COVER = [
    TITLE,
    apart("Inspection dates: 6 to 17 December 2021", True),
    apart("Lead inspector: Tobias Renn, Her Majesty's Inspector", True),
]


def cover(*cells: L, after: Iterable[L | Foot] = ()) -> bytes:
    """The first page of a report with its table drawn cell by cell, and what follows."""
    prose = "Children in Northmere receive good help when they need it from people they know."
    return pdf([*COVER, apart("Judgement Grade", True), *cells, apart(prose), *after])


LABELS = (
    ("The impact of leaders on social work", "practice with children and families"),
    ("The experiences and progress of", "children who need help and protection"),
    ("The experiences and progress of", "children in care and care leavers"),
)


def centred(*grades: str) -> list[L]:
    """Rows whose grade stands half way down its label, on one line or two."""
    drawn: list[L] = []
    for (first, second), grade in zip(LABELS, grades):
        drawn += [L(first, 40), L(second, 14.4)]
        words = grade.split("\n")
        drawn.append(L(words[0], -7.2 if len(words) == 1 else -14.4, False, 12, 330))
        if len(words) > 1:
            drawn.append(L(words[1], 14.4, False, 12, 330))
    return [*drawn, L("Overall effectiveness", 40), L(grades[-1], 0, False, 12, 330)]
