"""What letters of visits share: facts in a fixed order above the first heading, then findings."""

from __future__ import annotations

from sightline.reports import letters
from sightline.reports.facts import EventFacts, Section
from sightline.reports.layouts.declare import Source
from sightline.reports.previous import add_previous
from sightline.reports.sections import Heading, items, split
from sightline.reports.topics import cohorts_in, topic_of

HEADINGS = (
    Heading(r"(?:focused|monitoring) visit (?:to|of)\b.*", "apart"),
    Heading(r"(?:overview|headline findings?|summary of (?:main )?findings)", "headline"),
    Heading(r"areas? for (?:immediate and )?priority actions?", "priority_action"),
    Heading(r"what needs to improve(?: in this area of (?:social work )?practice)?", "improvement"),
    Heading(r"areas? (?:for|of) (?:improvement|development)", "improvement"),
    Heading(
        r"(?:main findings|findings(?: and evaluation of progress)?|areas? of strengths?|strengths"
        r"|findings and areas for improvement|evaluation of progress)",
        "finding",
    ),
    Heading(r"(?:areas covered by the visit|background|context)", "apart"),
    Heading(r"you(?:rs?)? (?:sincerely|faithfully),?", "apart"),
    Heading(
        r"(?:ofsted|we|i|the findings|this letter|the local authority|you)\b.{0,60}?"
        r"(?:will (?:take|be|also|use|publish)|am copying|has been copied|is copied|should "
        r"(?:also )?"
        r"(?:prepare|submit|send|provide)|have notified|would be grateful|is required|are required"
        r"|must submit|will share).*",
        "apart",
    ),
    Heading(r"thank you .*", "apart"),
)


def sections(source: Source) -> list[Section]:
    """The letter's sections; what stands above the first heading is not a finding."""
    return _single_improvement(split(source, HEADINGS, first_role="apart"))


def _single_improvement(found: list[Section]) -> list[Section]:
    """A second list headed as areas for improvement, after the findings, holds findings."""
    main = [s for s in found if s.role == "improvement" and "what needs" in s.title.lower()]
    if not main:
        return found
    return [
        Section(s.title, "finding", s.blocks)
        if s.role == "improvement" and "what needs" not in s.title.lower()
        else s
        for s in found
    ]


def read(source: Source, parts: list[Section], kind: str, framework_version: str) -> EventFacts:
    """The facts of a visit's letter."""
    event = EventFacts(kind, "ILACS", framework_version)
    letters.add_letter_date(source, event)
    letters.add_addressee(source, event)
    start, end = letters.summary_span(source)
    letters.add_visit_dates(source, event, start, end)
    letters.add_inspectors(source, event, start, end)
    letters.mend_letter_date(event)
    _check_letter_date(event)
    add_scope(source, event, start, end)
    _add_virtual(source, event, start, end)
    spoken = [p for p in parts if p.role in ("headline", "finding") and p.blocks]
    add_previous(source.document, event, [(b.start, b.end) for p in spoken for b in p.blocks])
    for part in parts:
        if part.role in ("improvement", "priority_action"):
            event.items += items(source, part, part.role, prose=True)
    return event


def _check_letter_date(event: EventFacts) -> None:
    written, ended = event.value("letter_date"), event.value("end_date")
    if written and ended and written < ended:
        event.flag(
            "misprint",
            f"The letter's date ({written.isoformat()}) is before the visit ended "
            f"({ended.isoformat()}).",
            "The printed date is kept: check its year.",
        )


def add_scope(source: Source, event: EventFacts, start: int, end: int) -> None:
    """What inspectors looked at: the words, the topic and the groups of children named."""
    # In monitoring letters it stands under a heading of its own, after the summary.
    later = min(end + 2500, len(source.document.text))
    span = letters.scope_block(source, start, end) or letters.scope_block(source, end, later)
    if span is None:
        return
    cited = source.document.cite(*span)
    event.add("scope", cited.quote, cited)
    event.add("topic", topic_of(cited.quote), cited)
    for cohort in cohorts_in(cited.quote):
        event.add("cohorts", cohort, cited)


def _add_virtual(source: Source, event: EventFacts, start: int, end: int) -> None:
    remote = letters.is_remote(source, start, end)
    if remote:
        event.add("virtual", True, source.document.cite(*remote))
