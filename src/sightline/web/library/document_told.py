"""What a document's page shows: its facts with their words, its text, and what is chosen in it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse

from sightline.packs import document_page as on_paper
from sightline.packs.words import KINDS, one_line
from sightline.web.library import correcting, drawing, links, marked
from sightline.web.library.forms import NOT_CORRECTED
from sightline.web.library.shelf import Library, Row

_AT = re.compile(r"(\d{1,9})(?:-(\d{1,9}))?")


def span_of(text: str) -> tuple[int, int | None] | None:
    """Where ``?at=`` says: a start, and an end where it is given."""
    match = _AT.fullmatch(text)
    if not match:
        return None
    start, end = int(match[1]), int(match[2]) if match[2] else None
    return None if end is not None and end <= start else (start, end)


def told(library: Library, document: Row, at: str = "", page: str = "") -> dict[str, Any]:
    """Everything that the template ``library/document.html`` shows."""
    sha256 = document["sha256"]
    events = library.events(sha256=sha256)
    found = list(library.findings(sha256=sha256))
    text = library.text(sha256) if document["kind"] else ""
    layout = drawing.layout(library, document) if text else {}
    chosen = chosen_words(text, found, at)
    full = {**document, "n_findings": len(found), "problems": json.loads(document["problems"])}
    shown = _shown(layout, chosen, page)
    return {
        "title": on_paper.title_of(full, events),
        "summary": on_paper.summary_of(full, events) if document["kind"] else "",
        "read": bool(document["kind"]),
        "document": full,
        "sha": sha256[: links.SHORT],
        "notes": [f"{p['message']} {p['remedy']}".strip() for p in full["problems"]],
        "events": [_event(sha256, row) for row in events],
        "key": on_paper.key_of(len(found)),
        "pages": marked.pages(text, layout, found, chosen["span"] if chosen else None)
        if text
        else [],
        "drawn": bool(layout.get("drawn")),
        "paged": bool(layout),
        "chosen": chosen,
        "shown": shown,
        "image": _image(sha256, shown, chosen) if layout.get("drawn") and shown else "",
        "corrections": correcting.listed(correcting.of_document(sha256), library.overlay.lost),
    }


def chosen_words(text: str, findings: Sequence[Row], at: str) -> dict[str, Any] | None:
    """The words that an address picks out: a finding, or any span of the text."""
    span = span_of(at)
    if span is None:
        return None
    start, end = span
    finding = next((f for f in findings if f["start"] == start and end in (None, f["end"])), None)
    if finding is not None:
        end = finding["end"]
    if end is None or end > len(text):
        return None
    return {
        "span": (start, end),
        "quote": one_line(text[start:end]),
        "finding": finding,
        "says": marked.words_of(finding) if finding else "",
        "themes": marked.themes_of(finding) or "no theme" if finding else "",
        "prevalence": ", ".join(finding["prevalence"]) if finding else "",
    }


def _shown(layout: Mapping[str, Any], chosen: Mapping[str, Any] | None, page: str) -> int:
    """Which page is shown as it is printed; 0 for none."""
    if chosen:
        start, end = chosen["span"]
        on = [line[2] for line in layout.get("lines", ()) if line[0] < end and start < line[1]]
        return on[0] if on else 0
    return int(page) if page.isdecimal() and 1 <= int(page) <= layout.get("pages", 0) else 0


def _image(sha256: str, page: int, chosen: Mapping[str, Any] | None) -> str:
    address = reverse("library_page", args=[sha256[: links.SHORT], page])
    return f"{address}?at={'{}-{}'.format(*chosen['span'])}" if chosen else address


def _event(sha256: str, event: Row) -> dict[str, Any]:
    kind = KINDS.get(event["event_kind"] or event["kind"], event["kind"])
    return {
        "title": on_paper.title_of_event(event),
        "kind": kind,
        "authority": event["authority"],
        "facts": [_fact(sha256, event["place"], fact) for fact in event["facts"]],
    }


def _fact(sha256: str, event: int, fact: Row) -> dict[str, Any]:
    cited = fact["citation"]
    value, words = one_line(on_paper.value_of(fact)), one_line(cited["quote"]) if cited else ""
    start = cited["start"] if cited else 0
    query = f"?fact={fact['fact']}&event={event}&at={start}"
    return {
        "name": fact["fact"].replace("_", " ").capitalize(),
        "value": value,
        "page": cited["page"] if cited else "",
        "link": links.document(sha256, cited["start"], cited["end"]) if cited else "",
        "words": f"“{words}”" if words and words != value else "",
        "note": fact["note"],
        "correct": ""
        if fact["fact"] in NOT_CORRECTED
        else reverse("library_correct", args=[sha256[: links.SHORT]]) + query,
    }
