"""ILACS reports from April 2026: four judgements and no overall grade."""

from sightline.reports.facts import EventFacts, Section
from sightline.reports.layouts import _ilacs
from sightline.reports.layouts.declare import Layout, Source


def _recognises(source: Source) -> bool:
    return (
        _ilacs.looks_like_ilacs(source)
        and _ilacs.has_separate_care_leavers(source)
        and not _ilacs.has_overall(source)
    )


def _read(source: Source, parts: list[Section]) -> list[EventFacts]:
    return [_ilacs.read(source, parts, "ILACS_2026_04")]


LAYOUT = Layout(
    id="ilacs_2026",
    kind="inspection",
    title="ILACS inspection report without an overall grade",
    in_use="inspections from 1 April 2026",
    recognises=_recognises,
    read=_read,
    sections=_ilacs.sections,
    notes="The text may still speak of the overall effectiveness of the inspection before.",
    traps=("Reports of earlier fieldwork were published after 1 April 2026: the table decides.",),
)
