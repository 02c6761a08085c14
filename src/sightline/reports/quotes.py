"""Quotations in an article: what was said, and who said it."""

from __future__ import annotations

import re
from typing import NamedTuple

from sightline.kit.cite import Citation
from sightline.reports.document import Document

# Double marks, straight or curly; single marks only where they are not apostrophes.
_DOUBLE = re.compile(r"[“\"](?P<said>[^”\"“]{2,1500}?)(?:[”\"]|(?=\n\s*\n)|\Z)")
_SINGLE = re.compile(
    r"(?<![\w])‘(?P<said>[^‘]{2,400}?)’(?!\w)|(?<![\w’'])'(?P<plain>[^'\n]{2,200}?)'(?!\w)"
)
_VERB = r"(?:said|says|states?|stated|added|adds|told|wrote|warned|warns|noted|concluded|commented)"
_PERSON = r"(?:Cllr|Councillor|Mr|Mrs|Ms|Dr|Sir|Dame)?\.?\s*[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)+"
_BODY = r"(?:the\s+)?(?:report|letter|inspectors?|Ofsted|council|inspectorate)"
_SAYER = re.compile(
    rf"(?P<person>{_PERSON})(?P<post>,[^.“\"\n]{{3,120}}?)?,?\s+{_VERB}\b|\b{_VERB}\s+(?P<after>{_PERSON})"
    rf"|(?P<body>(?i:{_BODY}))\s+(?:has\s+|have\s+)?{_VERB}\b|\b{_VERB}\s+(?P<bodyafter>(?i:{_BODY}))"
)


class Quote(NamedTuple):
    """Words in quotation marks (without the marks), and who is said to have said them."""

    citation: Citation
    said_by: str
    sayer: Citation | None


def quotes_in(document: Document, start: int, end: int) -> list[Quote]:
    """The quotations of ``text[start:end]`` in order, each with its speaker.

    A speaker is named in the same paragraph, or in the one before where a quotation runs on over
    several paragraphs. Where nobody is named it is whoever the paragraph reports.
    """
    text = document.text
    spans = [m.span("said") for m in _DOUBLE.finditer(text, start, end)]
    for match in _SINGLE.finditer(text, start, end):
        span = match.span("said") if match["said"] else match.span("plain")
        if not any(a <= span[0] < b for a, b in spans):
            spans.append(span)
    found: list[Quote] = []
    for left, right in sorted(spans):
        cited = document.cite(left, right)
        sayer = _sayer(document, left, right, found[-1] if found else None)
        found.append(Quote(cited, *sayer))
    return found


def _paragraph(text: str, at: int) -> tuple[int, int]:
    left = text.rfind("\n", 0, at) + 1
    right = text.find("\n", at)
    return left, right if right >= 0 else len(text)


def _sayer(
    document: Document, left: int, right: int, before: Quote | None
) -> tuple[str, Citation | None]:
    text = document.text
    start, end = _paragraph(text, left)
    best: tuple[int, re.Match[str], str] | None = None
    for match in _SAYER.finditer(text, start, end):
        group = next(g for g in ("person", "after", "body", "bodyafter") if match[g])
        if left <= match.start(group) < right:
            continue
        distance = min(abs(match.start(group) - right), abs(left - match.end(group)))
        if best is None or distance < best[0]:
            best = (distance, match, group)
    if best:
        cited = document.cite(*best[1].span(best[2]))
        return _as_said(cited.quote), cited
    opens = text[start:left].strip(' “"') == ""
    if before is not None and before.sayer is not None and opens:
        return before.said_by, before.sayer
    body = re.compile(rf"\b{_BODY}\b", re.I).search(text, start, end)
    if body:
        cited = document.cite(*body.span())
        return _as_said(cited.quote), cited
    return "", None


def _as_said(words: str) -> str:
    """ "the report" and "The letter" alike; a person as printed, without the title."""
    words = re.sub(r"\s+", " ", words).strip()
    if re.fullmatch(_BODY, words, re.I):
        bare = re.sub(r"^the\s+", "", words, flags=re.I).lower()
        return (
            "Ofsted"
            if bare == "ofsted"
            else f"the {bare}"
            if bare != "inspectors"
            else "inspectors"
        )
    return re.sub(r"^(?:Councillor|Mr|Mrs|Ms)\s+", "", words)
