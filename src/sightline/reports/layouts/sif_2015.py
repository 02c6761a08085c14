"""SIF reports of June 2015 to August 2018, and re-inspections: numbered recommendations."""

from sightline.reports.facts import EventFacts, Section
from sightline.reports.layouts import _sif
from sightline.reports.layouts.declare import Layout, Source


def _read(source: Source, parts: list[Section]) -> list[EventFacts]:
    return [_sif.read(source, parts, "SIF")]


LAYOUT = Layout(
    id="sif_2015",
    kind="inspection",
    title="Single Inspection Framework report, “Recommendations”",
    in_use="June 2015 to August 2018",
    recognises=_sif.looks_like_sif,
    read=_read,
    sections=_sif.sections,
    notes="A second list of recommendations, to the Local Safeguarding Children Board, carries on "
    "the numbers: it is not the authority's.",
    traps=("“Not judged” is no grade.", "A table's grades may run over three lines."),
)
