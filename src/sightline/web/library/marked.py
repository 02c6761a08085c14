"""A document's text by page, with every finding marked and the chosen words picked out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from markupsafe import Markup, escape

from sightline.packs.words import POLARITIES, ROLES
from sightline.regime.themes import by_id
from sightline.web.library import links

Row = Mapping[str, Any]
Block = Sequence[Any]
_PARAGRAPH = re.compile(r"\S.*?(?=\n\s*\n|\Z)", re.S)
_ITEMS = ("improvement", "priority_action")


def pages(
    text: str, layout: Mapping[str, Any], findings: Sequence[Row], chosen: tuple[int, int] | None
) -> list[dict[str, Any]]:
    """Each page's number and its blocks as markup. Without a layout, all of it is one page."""
    blocks = layout.get("blocks") or [
        ["paragraph", m.start(), m.end(), 1, ""] for m in _PARAGRAPH.finditer(text)
    ]
    ordered = sorted(findings, key=lambda f: (f["start"], -f["end"]))
    made: dict[int, list[Markup]] = {}
    for block in blocks:
        made.setdefault(block[3], []).append(_block(text, block, ordered, chosen))
    last = max(layout.get("pages", 1), *made, 1)
    return [
        {"number": number, "html": Markup("\n").join(made.get(number, [_BEGUN_BEFORE]))}
        for number in range(1, last + 1)
    ]


_BEGUN_BEFORE = Markup("<p>All the words of this page begin on the page before.</p>")
_CLASSES = {"heading": "govuk-heading-s"}


def _block(
    text: str, block: Block, findings: Sequence[Row], chosen: tuple[int, int] | None
) -> Markup:
    kind, start, end, _, mark = block
    sign = "• " if kind == "bullet" else f"{mark} " if mark else ""
    inside = [f for f in findings if f["start"] < end and start < f["end"]]
    inner = Markup("").join(_pieces(text, start, end, inside, chosen))
    tag = Markup("h4" if kind == "heading" else "p")
    css = _CLASSES.get(kind, "govuk-body")
    return Markup('<{} class="{}">{}{}</{}>').format(tag, css, sign, inner, tag)


def _pieces(
    text: str, start: int, end: int, findings: Sequence[Row], chosen: tuple[int, int] | None
) -> Iterator[Markup]:
    """The words cut wherever a finding or the chosen words begin or end."""
    cuts = {start, end}
    for one in (*((f["start"], f["end"]) for f in findings), *([chosen] if chosen else ())):
        cuts |= {place for place in one if start < place < end}
    ordered = sorted(cuts)
    for first, last in pairwise(ordered):
        finding = next((f for f in findings if f["start"] <= first and last <= f["end"]), None)
        picked = chosen is not None and chosen[0] <= first and last <= chosen[1]
        opens = picked and chosen is not None and first == chosen[0]
        yield _piece(text[first:last], first, finding, picked, opens)
        if finding is not None and last == finding["end"]:
            yield _label(finding)


def _piece(words: str, first: int, finding: Row | None, picked: bool, opens: bool) -> Markup:
    if finding is None and not picked:
        return escape(words)
    css = " ".join([*([said(finding)] if finding else []), *(["chosen"] if picked else [])])
    starts = finding is not None and finding["start"] == first
    mark = Markup(' id="finding-{}"').format(first) if starts or opens else Markup("")
    return Markup('<mark{} class="{}">{}</mark>').format(mark, css, words)


def said(finding: Row) -> str:
    """What a finding says, as a word: what inspectors asked to improve counts as a weakness."""
    return "weakness" if finding["role"] in _ITEMS else str(finding["polarity"])


def words_of(finding: Row) -> str:
    """What a finding is, in words: "Weakness", "Area for improvement"."""
    if finding["role"] in _ITEMS:
        return ROLES[finding["role"]]
    return POLARITIES[finding["polarity"]]


def themes_of(finding: Row) -> str:
    """A finding's themes in words."""
    return ", ".join(by_id(theme).title for theme in finding["themes"] if theme != "none")


def _label(finding: Row) -> Markup:
    themes = themes_of(finding)
    told = f"{words_of(finding)}{': ' + themes if themes else ''}"
    if finding.get("corrected"):
        told += ", corrected"
    address = links.document(finding["sha256"], finding["start"])
    return Markup(' <a class="label govuk-link" href="{}">[{}]</a>').format(address, told)


def snippet(text: str, opening: str, closing: str) -> Markup:
    """Words found, as markup: those that were searched for stand out."""
    made = escape(" ".join(text.split()))
    return Markup(str(made).replace(opening, '<mark class="found">').replace(closing, "</mark>"))
