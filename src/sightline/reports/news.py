"""News of inspections: the article's body, what it says needs to improve, whom it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sightline.regime.authorities import Authority
from sightline.reports.blocks import Block
from sightline.reports.layouts.declare import Source
from sightline.reports.named import named_in
from sightline.reports.sentences import sentences

# What a web page says around an article: menus, offers, other stories, the firm's address.
_FURNITURE = re.compile(
    r"skip to (?:main )?content|make an enquiry|contact us|subscribe|sign up|log ?in\b|register now"
    r"|digital membership|latest (?:digital|print|online)|archive of|topic hubs|themed supplements"
    r"|read full story|read more|related (?:articles|stories|news)|knowledge & resources|keep "
    r"abreast"
    r"|cookie|privacy policy|terms (?:and|&) conditions|all rights reserved|website design"
    r"|newsletter"
    r"|share this|follow us|most (?:read|popular)|facebook|twitter|linkedin|©|copyright \d{4}"
    r"|market research by|advertisement|from £\d|^menu$|^home$|^search$|is an online resource",
    re.I,
)
_LEAST_BODY = 3


def body_blocks(source: Source) -> list[Block]:
    """The blocks of the article: from its headline to where the page goes on to other things."""
    body: list[Block] = []
    for block in source.blocks:
        words = source.words(block)
        if _FURNITURE.search(words) and len(words) < 400:
            if len([b for b in body if len(source.words(b)) > 80]) >= _LEAST_BODY:
                break
            continue
        body.append(block)
    return body


class Sentence(NamedTuple):
    """A sentence of an article with the authority it is about, as far as can be told."""

    start: int
    end: int
    block: Block
    about: Authority | None


def followed(source: Source, body: list[Block]) -> list[Sentence]:
    """The article's sentences, each about the authority named in it, or named last before it."""
    about: Authority | None = None
    out: list[Sentence] = []
    for block in body:
        for start, end in sentences(source.document.text, block.start, block.end):
            named = named_in(source, start, end)
            if named:
                about = named[-1][2] if len({a.urn for _, _, a in named}) == 1 else named[0][2]
            out.append(Sentence(start, end, block, about))
            if named:
                about = named[-1][2]
    first = next((s.about for s in out if s.about), None)
    return [s if s.about else s._replace(about=first) for s in out]


_NEEDS = re.compile(
    r"areas?\b[^.]{0,60}\b(?:improve\w*|development)|(?:need|needs|needing|in need of"
    r"|require\w*)\s+"
    r"(?:of\s+)?improve(?:ment)?\b(?!\s+to\s+be)|should\s+focus\s+on|to\s+improve\b[^.]{0,60}\bshould\b"
    r"|what\s+needs\s+to\s+improve",
    re.I,
)
_LIST = re.compile(
    r"\b(?:includ(?:e|ed|es|ing)|should\s+focus\s+on|were|are|such\s+as)\b\s*:?\s*|:\s*", re.I
)
_FOCUS = re.compile(r"\bshould\s+(?:also\s+)?focus\s+on\b\s*:?\s*", re.I)
_THESE = re.compile(r"^\W*(?:these|they|among\s+(?:these|them))\b", re.I)
_ALSO = re.compile(
    r"^\W*(?:meanwhile|also|in addition|additionally|furthermore|and|as well)\b", re.I
)
_PARTING = re.compile(
    r",\s+(?:and\s+)?(?=(?:ensuring|providing|improving|strengthening|making|reducing|the\b|those\b|better\b|a\b))"
    r"|\s+and\s+(?=(?:ensuring|providing|improving|strengthening|making|reducing|addressing|those\b|the\s+(?:consistency|quality|timeliness|work|recording|support|use|way)))"
    r"|;\s+",
    re.I,
)


def improvements(source: Source, told: list[Sentence]) -> list[tuple[int, int, Authority | None]]:
    """The separate things that the article says must improve, as spans, with their authority."""
    found: list[tuple[int, int, Authority | None]] = []
    announced = False
    for sentence in told:
        words = source.document.text[sentence.start : sentence.end]
        if sentence.block.kind == "bullet" and announced:
            found.append((sentence.start, sentence.end, sentence.about))
            continue
        needs = _NEEDS.search(words)
        if announced and (_THESE.match(words) or _ALSO.match(words)):
            found += _parted(words, _list_start(words), len(words), sentence)
            continue
        announced = bool(needs)
        listed = needs and (_FOCUS.search(words, needs.start()) or _LIST.search(words, needs.end()))
        if listed:
            found += _parted(words, listed.end(), len(words), sentence)
    return found


def _list_start(words: str) -> int:
    """Where the list begins in "These included …", or after "Meanwhile, …"."""
    also = None if _THESE.match(words) else _ALSO.match(words)
    if also:
        return also.end() + len(re.match(r"[,\s]*", words[also.end() :])[0])  # type: ignore[index]
    listed = _LIST.search(words)
    return listed.end() if listed else 0


def _parted(
    words: str, start: int, end: int, sentence: Sentence
) -> list[tuple[int, int, Authority | None]]:
    """The parts of a list in a sentence, without the closing mark."""
    parts: list[tuple[int, int, Authority | None]] = []
    quoted = re.search(
        r"[.,]?[”\"]?,?\s*[”\"]\s*(?:said|added|warned)\b.*$", words[start:end], re.S
    )
    stop = start + quoted.start() if quoted else end
    at = start
    for match in [*_PARTING.finditer(words, start, stop), None]:
        right = match.start() if match else stop
        piece = words[at:right].strip(" .,;:\n")
        if len(piece) > 8:
            left = at + words[at:right].index(piece)
            parts.append(
                (sentence.start + left, sentence.start + left + len(piece), sentence.about)
            )
        if match:
            at = match.end()
    return parts


def authorities_told_of(source: Source, told: list[Sentence]) -> Iterator[Authority]:
    """The authorities whose services the article reports on, in the order it names them."""
    seen: set[str] = set()
    for sentence in told:
        text = source.document.text[sentence.start : sentence.end]
        if not _REPORTS.search(text):
            continue
        for _, _, authority in named_in(source, sentence.start, sentence.end):
            if authority.urn not in seen:
                seen.add(authority.urn)
                yield authority


_REPORTS = re.compile(
    r"inspect|ofsted|visit|children[’']s\s+services|social\s+work|rated|judged|inadequate|praised",
    re.I,
)
