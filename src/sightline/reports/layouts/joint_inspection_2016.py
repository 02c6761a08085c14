"""JTAI letters of 2016 to 2020: key strengths, studies, narrative areas for improvement."""

from sightline.reports.facts import EventFacts, Section
from sightline.reports.layouts import _joint
from sightline.reports.layouts.declare import Layout, Source


def _read(source: Source, parts: list[Section]) -> list[EventFacts]:
    return [_joint.read(source, parts, "JTAI_2016")]


LAYOUT = Layout(
    id="joint_inspection_2016",
    kind="joint_inspection",
    title="Joint targeted area inspection letter, narrative",
    in_use="2016 to 2020",
    recognises=_joint.looks_joint,
    read=_read,
    sections=_joint.sections,
    notes="Areas for improvement are long bullets, often under sub-headings.",
    traps=("“Case study: area for improvement” is a study, not the list.",),
)
