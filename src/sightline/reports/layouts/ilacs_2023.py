"""ILACS reports of 2023 to March 2026: care leavers have a judgement of their own."""

from sightline.reports.facts import EventFacts, Section
from sightline.reports.layouts import _ilacs
from sightline.reports.layouts.declare import Layout, Source


def _recognises(source: Source) -> bool:
    return (
        _ilacs.looks_like_ilacs(source)
        and _ilacs.has_separate_care_leavers(source)
        and _ilacs.has_overall(source)
    )


def _read(source: Source, parts: list[Section]) -> list[EventFacts]:
    return [_ilacs.read(source, parts, "ILACS_2023_01")]


LAYOUT = Layout(
    id="ilacs_2023",
    kind="inspection",
    title="ILACS inspection report, five judgements",
    in_use="January 2023 to March 2026",
    recognises=_recognises,
    read=_read,
    sections=_ilacs.sections,
    notes="From spring 2025 areas for improvement name an outcome or enabler of the National "
    "Framework.",
    traps=("Both forms were published in early 2023: the rows decide, not the date.",),
)
