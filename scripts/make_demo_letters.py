"""Makes the demonstration's letters and reports: PDFs set from the texts in ``demo_letters``.

Everything in them is made up: there are no such places, and none of these people. Run it after a
change to a text; the same text always gives the same bytes. Needs reportlab.

A text opens with lines ``key: words`` (``file``, ``title``, ``foot`` twice for reports), then
come blocks, parted by blank lines:

    = large title        # chapter        ## section        ### bold line
    * bullet             - part of one    12. numbered      | row | grade |
    > small print        [1] footnote     ~~~ new page      anything else: a paragraph

``/`` at the end of a line keeps the break; words with ``^1`` at the end carry a raised mark.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

TEXTS = Path(__file__).parent / "demo_letters"
LETTERS = Path(__file__).parent.parent / "src" / "sightline" / "demo" / "letters"
NOTICE = "A made-up document for demonstration: there is no such place, and none of these people."
WIDTH, HEIGHT = A4
LEFT, RIGHT, TOP, BOTTOM = 71.0, 524.0, 771.0, 82.0
BODY = 12.0
LINE = 1.2
PLAIN, BOLD, SQUARES = "Helvetica", "Helvetica-Bold", "ZapfDingbats"
SQUARE = "n"  # in the dingbats' own letters
GRADES_AT = 330.0
_NUMBERED = re.compile(r"(\d+\.)\s+(.*)", re.S)
_RAISED = re.compile(r"\^(\d)$")


@dataclass(frozen=True)
class Style:
    """How one kind of block is set: font, size, room above it, and where its lines begin."""

    font: str = PLAIN
    size: float = BODY
    above: float = 1.0
    indent: float = 0.0


STYLES = {
    "=": Style(size=26, above=0.2),
    "#": Style(BOLD, 16, 1.0),
    "##": Style(BOLD, 14, 1.0),
    "###": Style(BOLD, BODY, 1.0),
    "*": Style(above=0.8, indent=18),
    "-": Style(above=0.6, indent=40),
    ">": Style(size=9, above=0.4),
    "": Style(),
}


@dataclass
class Setter:
    """Sets blocks down the page, and begins a new page when one is full."""

    canvas: Canvas
    feet: list[str]
    y: float = TOP
    page: int = 1
    notes: list[str] = field(default_factory=list)
    fresh: bool = True

    def block(self, text: str) -> None:
        """Set one block as its mark says."""
        mark, words = _parted(text)
        if mark == "~~~":
            self.turn()
        elif mark == "|":
            self.row(words)
        elif mark == "[1]":
            self.notes.append(words)
        elif mark.endswith("."):
            self.listed(mark, words, Style(above=1.0, indent=28))
        elif mark in ("*", "-"):
            self.listed(mark, words, STYLES[mark])
        else:
            self.lines(words, STYLES[mark])

    def lines(self, words: str, style: Style, above: bool = True) -> None:
        """Set words over as many lines as they need."""
        raised = _RAISED.search(words)
        printed = list(_wrapped(_RAISED.sub("", words), style, RIGHT - LEFT - style.indent))
        self.room(style, len(printed) if style.font == BOLD else min(len(printed), 2), above)
        for number, line in enumerate(printed):
            if number:
                self.room(style, 1, above=False)
            self.put(LEFT + style.indent, line, style)
            if raised and number == len(printed) - 1:
                self.raise_mark(raised[1], LEFT + style.indent, line, style)

    def listed(self, mark: str, words: str, style: Style) -> None:
        """Set an item: its mark in the margin of its lines."""
        printed = list(_wrapped(words, style, RIGHT - LEFT - style.indent))
        self.room(style, min(len(printed), 2))
        for number, line in enumerate(printed):
            if number:
                self.room(style, 1, above=False)
            elif mark == "*":
                self.canvas.setFont(SQUARES, 7)
                self.canvas.drawString(LEFT, self.y + 1, SQUARE)
            else:
                self.canvas.setFont(PLAIN, BODY)
                at = LEFT + style.indent - 18 if mark == "-" else LEFT
                self.canvas.drawString(at, self.y, "–" if mark == "-" else mark)
            self.put(LEFT + style.indent, line, style)

    def row(self, words: str) -> None:
        """Set a row of the table of judgements: its label, and its grade beside it."""
        label, grade = (cell.strip() for cell in words.rstrip("| ").split("|"))
        style = Style(BOLD if grade == "Grade" else PLAIN, above=0.7)
        left = list(_wrapped(label, style, GRADES_AT - LEFT - 12))
        right = list(_wrapped(grade, style, RIGHT - GRADES_AT))
        self.room(style, max(len(left), len(right)))
        top = self.y
        for line in left:
            self.put(LEFT, line, style)
            self.y -= style.size * LINE
        low, self.y = self.y, top
        for line in right:
            self.put(GRADES_AT, line, style)
            self.y -= style.size * LINE
        self.y = min(low, self.y) + style.size * LINE

    def room(self, style: Style, lines: int, above: bool = True) -> None:
        """Go down to the next line, or to a new page where there is no room for so many."""
        down = style.size * (LINE + (style.above if above else 0.0))
        needed = down + (lines - 1) * style.size * LINE
        if not self.fresh and self.y - needed < BOTTOM + 14 * len(self.notes):
            self.turn()
        if self.fresh:
            self.y = TOP - style.size
        else:
            self.y -= down
        self.fresh = False

    def put(self, x: float, line: str, style: Style) -> None:
        """Draw one line where the pen is."""
        self.canvas.setFont(style.font, style.size)
        self.canvas.drawString(x, self.y, line)

    def raise_mark(self, mark: str, x: float, line: str, style: Style) -> None:
        """Draw a footnote's number above the end of a line."""
        at = x + stringWidth(line, style.font, style.size)
        self.canvas.setFont(PLAIN, 7)
        self.canvas.drawString(at + 1, self.y + 5, mark)

    def turn(self) -> None:
        """Finish the page: its footnotes, its foot and its number."""
        self.foot()
        self.canvas.showPage()
        self.page, self.y, self.fresh, self.notes = self.page + 1, TOP, True, []

    def foot(self) -> None:
        """Draw what stands at the foot of the page."""
        for number, note in enumerate(self.notes, 1):
            lines = list(_wrapped(note, Style(size=9), RIGHT - LEFT - 8))
            self.canvas.setFont(PLAIN, 6)
            self.canvas.drawString(LEFT, 71 + 11 * (len(lines) - 1), str(number))
            self.canvas.setFont(PLAIN, 9)
            for down, line in enumerate(lines):
                self.canvas.drawString(LEFT + 8, 68 + 11 * (len(lines) - 1 - down), line)
        self.canvas.setFont(PLAIN, 9)
        if self.feet and self.page > 1:
            self.canvas.drawString(LEFT, 44, self.feet[0])
            self.canvas.drawString(LEFT, 32, self.feet[1])
        if self.page > 1 or not self.feet:
            self.canvas.drawRightString(RIGHT, 32, str(self.page))


def _parted(text: str) -> tuple[str, str]:
    """A block's mark and its words."""
    numbered = _NUMBERED.match(text)
    if numbered:
        return numbered[1], numbered[2]
    for mark in ("~~~", "###", "##", "#", "=", "*", "-", ">", "|", "[1]"):
        if text == mark or text.startswith(mark + " "):
            return mark, text[len(mark) :].strip()
    return "", text


def _wrapped(words: str, style: Style, width: float) -> Iterator[str]:
    """The printed lines of some words; a line of the text that ends in a slash ends one here."""
    for part in re.split(r"\s*/\n", words):
        line = ""
        for word in part.split():
            longer = f"{line} {word}".strip()
            if line and stringWidth(longer, style.font, style.size) > width:
                yield line
                line = word
            else:
                line = longer
        if line:
            yield line


def _read(path: Path) -> tuple[dict[str, str], list[str], list[str]]:
    """The head of a text (each key once), its feet, and its blocks."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    pairs = [line.partition(": ")[::2] for line in head.splitlines()]
    feet = [words for key, words in pairs if key == "foot"]
    return dict(pairs), feet, [block.strip() for block in re.split(r"\n\s*\n", body.strip())]


def make(path: Path, folder: Path) -> Path:
    """Set one text as a PDF in a folder."""
    head, feet, blocks = _read(path)
    target = folder / head["file"]
    canvas = Canvas(str(target), pagesize=A4, invariant=1, pageCompression=1, lang="en-GB")
    canvas.setTitle(head["title"])
    canvas.setAuthor("Sightline")
    canvas.setSubject(NOTICE)
    canvas.setFont(PLAIN, 8)
    canvas.drawRightString(RIGHT, 806, NOTICE)
    setter = Setter(canvas, feet)
    for block in blocks:
        setter.block(block)
    setter.foot()
    canvas.showPage()
    canvas.save()
    return target


def main() -> int:
    """Make every letter anew, and say how large each is."""
    LETTERS.mkdir(parents=True, exist_ok=True)
    for path in sorted(TEXTS.glob("*.txt")):
        made = make(path, LETTERS)
        print(f"{made.name}: {made.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
