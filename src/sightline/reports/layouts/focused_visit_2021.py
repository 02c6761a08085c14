"""Focused visit letters from July 2021: "Headline findings", then "Main findings"."""

from sightline.reports.facts import EventFacts, Section
from sightline.reports.layouts import _visit
from sightline.reports.layouts.declare import Layout, Source
from sightline.reports.layouts.focused_visit_2018 import is_focused_visit


def _recognises(source: Source) -> bool:
    text = source.document.text.lower()
    return is_focused_visit(source) and ("headline finding" in text or "main findings" in text)


def _read(source: Source, parts: list[Section]) -> list[EventFacts]:
    return [_visit.read(source, parts, "focused_visit", "FOCUSED_2018_01")]


LAYOUT = Layout(
    id="focused_visit_2021",
    kind="focused_visit",
    title="Focused visit letter with headline findings",
    in_use="July 2021 on",
    recognises=_recognises,
    read=_read,
    sections=_visit.sections,
    notes="From spring 2025 items end with the National Framework outcome they serve.",
    traps=("Body lines may begin with the words of a heading: whole blocks are compared.",),
)
