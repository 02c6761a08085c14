"""JTAI letters from 2022: headline findings, "What needs to improve?", then main findings."""

from sightline.reports.facts import EventFacts, Section
from sightline.reports.layouts import _joint
from sightline.reports.layouts.declare import Layout, Source


def _recognises(source: Source) -> bool:
    return _joint.looks_joint(source) and "\nHeadline findings" in source.document.text


def _read(source: Source, parts: list[Section]) -> list[EventFacts]:
    return [_joint.read(source, parts, "JTAI_2022")]


LAYOUT = Layout(
    id="joint_inspection_2022",
    kind="joint_inspection",
    title="Joint targeted area inspection letter with headline findings",
    in_use="2022 on",
    recognises=_recognises,
    read=_read,
    sections=_joint.sections,
)
