"""SIF reports of February 2014 to June 2015: priority actions and areas for improvement."""

from sightline.reports.facts import EventFacts, Section
from sightline.reports.layouts import _sif
from sightline.reports.layouts.declare import Layout, Source


def _asks_what_to_improve(source: Source) -> bool:
    text = source.document.text.lower()
    return "what does the local authority need to improve" in " ".join(text[:20000].split())


def _recognises(source: Source) -> bool:
    return _sif.looks_like_sif(source) and _asks_what_to_improve(source)


def _read(source: Source, parts: list[Section]) -> list[EventFacts]:
    return [_sif.read(source, parts, "SIF")]


LAYOUT = Layout(
    id="sif_2014",
    kind="inspection",
    title="Single Inspection Framework report, “What does the local authority need to improve?”",
    in_use="February 2014 to June 2015",
    recognises=_recognises,
    read=_read,
    sections=_sif.sections,
    notes="Items carry on the numbers of the paragraphs before them, or start again at 1. "
    "Some have “Priority and immediate action” above “Areas for improvement”.",
    traps=(
        "“Leicestershire Inspection of services” is not a re-inspection.",
        "The list of previous inspections holds old grades in the same words.",
    ),
)
