"""Focused visit letters of 2018 to mid 2021: "Overview", then bulleted findings."""

from sightline.reports.facts import EventFacts, Section
from sightline.reports.layouts import _visit
from sightline.reports.layouts.declare import Layout, Source


def is_focused_visit(source: Source) -> bool:
    """Whether the letter's subject is a focused visit."""
    opening = source.opening
    return "focused visit" in opening[:2500] and (
        "dear " in opening[:1500] or "this letter summarises" in opening[:3000]
    )


def _read(source: Source, parts: list[Section]) -> list[EventFacts]:
    return [_visit.read(source, parts, "focused_visit", "FOCUSED_2018_01")]


LAYOUT = Layout(
    id="focused_visit_2018",
    kind="focused_visit",
    title="Focused visit letter with an overview",
    in_use="February 2018 to July 2021",
    recognises=is_focused_visit,
    read=_read,
    sections=_visit.sections,
    notes="In early 2018 the section on what needs to improve comes last and runs up to the "
    "signature. Findings are bulleted too: only bullets in that section are items.",
    traps=(
        "The year of the visit may be missing: it is that before the letter's date.",
        "A second heading “Areas for improvement” after the findings holds findings.",
    ),
)
