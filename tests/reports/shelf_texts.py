"""Invented letters and readings about invented authorities, for the tests of the library."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sightline.kit.cite import Citation
from sightline.reports.document import Document, Line
from sightline.reports.facts import EventFacts, Item
from sightline.reports.findings import Finding, Labels
from sightline.reports.reading import Reading
from sightline.reports.shelf import Added, Shelf

THEMES = ("supervision", "planning", "front-door", "caseloads", "private-fostering")
Said = tuple[str, str]

LETTER = """\
{letter_date}

Ms Perpetua Lyle
Director of Children's Services
{authority} County Council
County Hall

Dear Ms Lyle

Focused visit to {authority} County Council children's services

This letter summarises the findings of a focused visit to {authority} County Council
children's services on {days}. Her Majesty's Inspectors for this visit were Lewis Arden
and Marguerite Hollis.

Inspectors looked at the local authority's arrangements for children in need and those
subject to a child protection plan.

Headline findings

Supervision is strong in {authority} and staff value it. Planning is weak for some children.

What needs to improve in this area of social work practice?

- The quality of planning for children in need.
- The recording of supervision.

Main findings

Social workers know their children well and see them often. {more}

Yours sincerely

Marguerite Hollis
Her Majesty's Inspector
"""


def letter(
    authority: str = "Wexmoor",
    days: str = "12 and 13 March 2019",
    letter_date: str = "4 April 2019",
    more: str = "",
) -> bytes:
    """A letter of a focused visit, as the reader knows it."""
    text = LETTER.format(authority=authority, days=days, letter_date=letter_date, more=more)
    return text.encode()


def letters(count: int) -> list[tuple[str, bytes]]:
    """Many different letters, each with a name; their findings sections are not short."""
    more = "Planning is weak where changes of worker are many. " * 40
    return [
        (f"letter-{n:03}.txt", letter(more=f"{n} plans were read. {more}")) for n in range(count)
    ]


def label(texts: Sequence[str]) -> list[Labels]:
    """Labels by plain words: a theme that is named, "strong" or "weak", "improving"."""
    return [_label(text.lower()) for text in texts]


def _label(text: str) -> Labels:
    themes = tuple(t for t in THEMES if t.replace("-", " ") in text)
    strong, weak = "strong" in text, "weak" in text
    polarity = {(True, True): "mixed", (True, False): "strength", (False, True): "weakness"}
    trajectory = "improving" if "improving" in text else "none"
    return Labels(themes, polarity.get((strong, weak), "neutral"), trajectory)


def event(
    kind: str = "focused_visit",
    authority: str = "Wexmoor",
    said: Sequence[Said] = (),
    event_kind: str = "",
    framework: str = "",
    **facts: Any,
) -> tuple[EventFacts, Sequence[Said]]:
    """An event by hand, with what is said of it: pairs of a finding's role and its words."""
    made = EventFacts(kind, framework=framework, event_kind=event_kind or kind)
    made.add("authority", authority)
    for name, value in facts.items():
        made.add(name, value)
    return made, said


def reading(path: str, *events: tuple[EventFacts, Sequence[Said]], text: str = "") -> Reading:
    """A reading by hand: its text is made of what the events say, each finding a line."""
    kind = events[0][0].kind if events else "other"
    body, found, lines = text + "\n" if text else "", [], []
    for place, (made, said) in enumerate(events):
        for number, (role, words) in enumerate(said, 1):
            start = len(body)
            body += words + "\n"
            found.append(Finding("Findings", number, 1, start, start + len(words), role, place))
            if role in ("improvement", "priority_action"):
                made.items.append(Item(role, start, start + len(words), number))
    lines = [Line(0, len(body), 1, 0, 0, 0, False, 0)]
    document = Document(body, lines, 1, "text")
    for made, _ in events:
        _cite(document, made)
    read = Reading(path, kind, document=document, events=[made for made, _ in events])
    read.__dict__["findings"] = found
    return read


def _cite(document: Document, made: EventFacts) -> None:
    """Give each text fact the words of the document that say it, where they are there."""
    for name, facts in made.facts.items():
        for place, fact in enumerate(facts):
            at = document.text.find(str(fact.value))
            if at >= 0:
                end = at + len(str(fact.value))
                cited = Citation(1, at, end, document.text[at:end])
                made.facts[name][place] = fact._replace(citation=cited)


def put(shelf: Shelf, *readings: Reading) -> list[Added]:
    """Add readings made by hand; the bytes stand for the file that they would be of."""
    return [
        shelf.add_reading(r, f"{r.path}\n{r.document.text if r.document else ''}".encode())
        for r in readings
    ]
