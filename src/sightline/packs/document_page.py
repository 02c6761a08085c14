"""One document's page: its facts with their words, and its text with every finding marked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup, escape

from sightline.packs.links import original_name
from sightline.packs.words import KINDS, POLARITIES, ROLES, TOPICS, count, listed, one_line, when
from sightline.regime.themes import by_id
from sightline.reports.blocks import Block
from sightline.reports.layouts.declare import Source
from sightline.reports.reading import read_bytes
from sightline.reports.shelf import Shelf

Row = Mapping[str, Any]
_DATES = ("start_date", "end_date", "letter_date", "published_date", "due_date", "previous_date")


def document_page(shelf: Shelf, document: Row) -> dict[str, Any]:
    """Everything that the template ``document.html`` shows of one document."""
    sha = document["sha256"]
    events = shelf.events(sha256=sha)
    found = list(shelf.findings(sha256=sha))
    return {
        "title": title_of(document, events),
        "summary": summary_of(document, events),
        "original": f"../originals/{original_name(sha, document['path'])}",
        "form": document["path"].rsplit(".", 1)[-1].upper(),
        "problems": [
            {"word": "Please note", "text": f"{p['message']} {p['remedy']}".strip()}
            for p in document["problems"]
        ],
        "events": [{"title": title_of_event(e), "table": _facts(e)} for e in events],
        "key": key_of(len(found)),
        "pages": _pages(shelf, document, found),
    }


def title_of(document: Row, events: Sequence[Row]) -> str:
    """What it is in words; the file's name where nothing can be told."""
    name = document["path"].rsplit("/", 1)[-1]
    if not events or not events[0]["authority"]:
        return f"{KINDS.get(document['kind'], document['kind'])}: {name}"
    first = events[0]
    kind = KINDS.get(document["kind"], document["kind"])
    dated = when(first["start_date"]) or when(first["published_date"])
    told = listed(list(dict.fromkeys(e["authority"] for e in events)))
    return f"{kind}: {told}{', ' + dated if dated else ''}"


def summary_of(document: Row, events: Sequence[Row]) -> str:
    kind = str(KINDS.get(document["kind"], document["kind"]))
    return (
        f"{document['path'].rsplit('/', 1)[-1]}: {kind.lower()}, "
        f"{count(document['pages'], 'page')}, {count(document['n_findings'], 'finding')}."
    )


def key_of(n: int) -> str:
    if not n:
        return "No findings were read in this document."
    return (
        "Findings are underlined: one line for a strength, a double line for a weakness, dots for "
        "both. After each stand its themes and what it says, as a model labels them."
    )


def title_of_event(event: Row) -> str:
    kind = KINDS.get(event["event_kind"] or event["kind"], event["kind"])
    start = when(event["start_date"])
    name = event["authority"] or "authority not known"
    return f"{kind}, {name}{', ' + start if start else ''}: facts"


def _facts(event: Row) -> dict[str, Any]:
    rows = []
    for fact in event["facts"]:
        cited = fact["citation"]
        value = value_of(fact)
        words = one_line(cited["quote"]) if cited else ""
        rows.append(
            [
                fact["fact"].replace("_", " ").capitalize(),
                one_line(value),
                Markup('<a href="#page-{}">{}</a>').format(cited["page"], cited["page"])
                if cited
                else "",
                f"“{words}”"
                if words and words != one_line(value) and fact["fact"] not in _SAME
                else "",
                fact["note"],
            ]
        )
    head = ["Fact", "Value", "Page", "As printed", "Note"]
    return {
        "caption": "Facts, each with the words that give it",
        "head": head,
        "rows": rows,
        "numbers": (2,),
    }


def value_of(fact: Row) -> str:
    if fact["fact"] in _DATES:
        return when(fact["value"])
    if fact["fact"] == "topic":
        return TOPICS.get(fact["value"], str(fact["value"]))
    return "yes" if fact["value"] is True else str(fact["value"])


def _pages(shelf: Shelf, document: Row, found: Sequence[Row]) -> list[dict[str, Any]]:
    reading = read_bytes(shelf.data(document["sha256"]), document["path"])
    if reading.document is None:
        return []
    source = Source(reading.document)
    starts = sorted(found, key=lambda f: f["start"])
    pages: dict[int, list[Markup]] = {}
    for block in source.blocks:
        pages.setdefault(block.page, []).append(_block(source, block, starts))
    begun_before = [Markup("<p>All the words of this page begin on the page before.</p>")]
    return [
        {"number": number, "html": Markup("\n").join(pages.get(number, begun_before))}
        for number in range(1, max(reading.document.pages, *pages, 1) + 1)
    ]


_SAME = ("scope", "cohorts", "topic")
_TAGS = {"heading": "h3", "paragraph": "p", "bullet": "p", "numbered": "p"}


def _block(source: Source, block: Block, found: Sequence[Row]) -> Markup:
    mark = "• " if block.kind == "bullet" else f"{block.mark} " if block.mark else ""
    inner = Markup("").join(_marked(source.document.text, block, found))
    tag = _TAGS[block.kind]
    return Markup("<{}>{}{}</{}>").format(Markup(tag), mark, inner, Markup(tag))


def _marked(text: str, block: Block, found: Sequence[Row]) -> Iterator[Markup]:
    """The block's words with each finding that begins in it marked."""
    at = block.start
    place = bisect_right([f["start"] for f in found], block.start - 1)
    while place < len(found) and found[place]["start"] < block.end:
        finding = found[place]
        place += 1
        if finding["start"] < at:
            continue
        end = min(finding["end"], block.end)
        yield escape(text[at : finding["start"]])
        yield _mark(text[finding["start"] : end], finding)
        at = end
    yield escape(text[at : block.end])


def _mark(words: str, finding: Row) -> Markup:
    polarity = (
        "weakness" if finding["role"] in ("improvement", "priority_action") else finding["polarity"]
    )
    themes = ", ".join(by_id(t).title for t in finding["themes"] if t != "none")
    said = (
        ROLES[finding["role"]]
        if finding["role"] in ("improvement", "priority_action")
        else POLARITIES[finding["polarity"]]
    )
    label = f" [{said}{': ' + themes if themes else ''}]"
    return Markup('<mark id="c{}" class="{}">{}</mark><span class="lab">{}</span>').format(
        finding["start"], polarity, words, label
    )
