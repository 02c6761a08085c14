"""Inspections of looked-after children services, 2013: the programme before the SIF."""

import re

from sightline.kit.problems import Problem
from sightline.reports.facts import EventFacts, Section
from sightline.reports.judgements import Judgement, add_judgements
from sightline.reports.layouts import _sif
from sightline.reports.layouts.declare import Layout, Source
from sightline.reports.people import names_in, tidy
from sightline.reports.sections import Heading, items, plain, split

_HEADINGS = (
    Heading(
        r"(?:contents|about this inspection|the inspection judgements and what they mean)", "apart"
    ),
    Heading(r"(?:service information|record of main findings|.*inspection judgements.*)", "apart"),
    Heading(r"areas for improvement", "improvement"),
    Heading(
        r"(?:overall effectiveness of services.*|capacity to improve|outcomes for looked after.*"
        r"|quality of provision|leadership and management)",
        "finding",
    ),
)
_GRADE_LINE = re.compile(r"Grade\s+\d\s*\((\w+)\)", re.I)
_CHIEF = re.compile(r"Reporting\s+inspector:?", re.I)


def _recognises(source: Source) -> bool:
    return bool(
        re.match(
            r"(?:\S+ ){0,8}inspection of (?:services for )?looked after children", source.opening
        )
    )


def _sections(source: Source) -> list[Section]:
    return split(source, _HEADINGS, first_role="apart")


def _read(source: Source, parts: list[Section]) -> list[EventFacts]:
    event = EventFacts("other", "LAC", "LAC_2013")
    document = source.document
    end = document.first_page_end
    _sif._add_dates(source, event, end)
    label = _CHIEF.search(document.text, 0, end)
    for citation in names_in(document, label.end(), label.end() + 60)[:1] if label else []:
        event.add("lead_inspector", tidy(citation.quote), citation)
        event.add("inspectors", tidy(citation.quote), citation)
    _add_grades(source, event)
    for part in parts:
        if part.role == "improvement":
            event.items += items(source, part, part.role)
    event.problems.append(
        Problem(
            "other_document",
            "This is an inspection of looked-after children services (2013), of an earlier "
            "programme "
            "with its own scale.",
        )
    )
    return [event]


def _add_grades(source: Source, event: EventFacts) -> None:
    """Each chapter's heading is followed by its grade."""
    area = ""
    for block in source.blocks:
        words = plain(source.words(block))
        match = _GRADE_LINE.search(source.document.text, block.start, block.end)
        if match and area and event.fact(area) is None:
            cited = source.document.cite(match.start(1), match.end(1))
            add_judgements(event, [Judgement(area, cited)])
        if words.startswith("overall effectiveness of"):
            area = "overall"
        elif words.startswith("leadership and management"):
            area = "leaders"
        elif block.kind == "heading" and not match:
            area = ""


LAYOUT = Layout(
    id="looked_after_2013",
    kind="other",
    title="Inspection of looked-after children services",
    in_use="2013",
    recognises=_recognises,
    read=_read,
    sections=_sections,
    notes="On the older four-point scale with “adequate”. Only the overall grade and that of "
    "leadership are kept: the others have no match in later frameworks.",
)
