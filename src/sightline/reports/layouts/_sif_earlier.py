"""The inspections that a SIF report lists as earlier ones: their dates and grades."""

from __future__ import annotations

import re
from datetime import date
from itertools import takewhile

from sightline.kit.dates import PrintedDate, find_dates
from sightline.reports.blocks import Block
from sightline.reports.facts import EventFacts
from sightline.reports.judgements import GRADE, Judgement, add_judgements
from sightline.reports.layouts.declare import Source
from sightline.reports.previous import as_precise
from sightline.reports.sections import plain
from sightline.reports.sentences import sentences

_PREVIOUS_HEADING = re.compile(
    r"(?:previous|other) ofsted inspections|progress since the last inspection"
)
_OF_SERVICES = re.compile(
    r"safeguarding|protection\s+of\s+children|child\s+protection|children[’']s?[’']?\s+(?:social\s+)?services"
    r"|looked[\s-]+after|overall|local\s+authority",
    re.I,
)
_ASIDE = re.compile(
    r"children[’']s\s+homes?|adoption|fostering|private\s+fostering|LSCB|settings|short\s+break|thematic|residential"
    r"|contact,\s+referral",
    re.I,
)
_LOOKED_AFTER = re.compile(r"looked[\s-]+after|children\s+in\s+care", re.I)
_OLD_GRADE = re.compile(rf"\b(?:{GRADE}|satisfactory)\b", re.I)


def add_earlier(source: Source, event: EventFacts, contents: tuple[int, int]) -> None:
    """The list of earlier inspections: the latest of safeguarding, else of looked-after children.

    Before the SIF safeguarding and looked-after services had grades of their own.
    """
    found: list[tuple[bool, PrintedDate, re.Match[str] | None]] = []
    for entries in _earlier_lists(source, contents):
        for entry in entries:
            _add_dated_grades(
                source, entry, found, event.value("start_date") or event.value("end_date")
            )
        if any(grade for _, _, grade in found):
            break
    found = [f for f in found if f[2] or not f[0]]
    if not found:
        return
    judged = [f for f in found if f[2]] or found
    safeguarding = [f for f in judged if not f[0]] or judged
    _, printed, grade = max(safeguarding, key=lambda f: f[1].value)
    cited = source.document.cite(printed.start, printed.end)
    event.add("previous_date", as_precise(printed), cited, cited.quote)
    if grade:
        cited = source.document.cite(*grade.span())
        add_judgements(event, [Judgement("previous_overall", cited)])


def _earlier_lists(source: Source, contents: tuple[int, int]) -> list[list[Block]]:
    """The blocks that list earlier inspections, the list itself before the account of progress."""
    lists: list[list[Block]] = []
    blocks = source.blocks
    for number, block in enumerate(blocks):
        words = plain(source.words(block))
        if contents[0] <= block.start < contents[1] or not _PREVIOUS_HEADING.fullmatch(words):
            continue
        following = list(takewhile(lambda b: b.kind != "heading", blocks[number + 1 :]))
        if following:
            lists.insert(0 if "ofsted" in words else len(lists), following)
    return lists


def _add_dated_grades(
    source: Source,
    entry: Block,
    found: list[tuple[bool, PrintedDate, re.Match[str] | None]],
    own: date | None,
) -> None:
    """Add each inspection named: whether of looked-after children only, its date, its grade.

    A grade belongs to the date named last before it, also when that stands in another entry.
    """
    text = source.document.text
    for left, right in sentences(text, entry.start, entry.end):
        words = text[left:right]
        dates = [
            d for d in find_dates(text, left, right) if own is None or d.value < own.replace(day=1)
        ]
        aside = _ASIDE.search(words) and not re.search(
            r"safeguarding|protection|overall", words, re.I
        )
        if aside or (dates and not _OF_SERVICES.search(words)):
            if dates:
                found.append((True, dates[0], None))
            continue
        if dates and re.search(r"inspect", words, re.I):
            only_care = bool(_LOOKED_AFTER.search(words)) and "safeguarding" not in words.lower()
            found.append((only_care, dates[0], None))
        grade = _OLD_GRADE.search(text, dates[0].end if dates else left, right)
        if grade and found and found[-1][2] is None:
            found[-1] = (*found[-1][:2], grade)
