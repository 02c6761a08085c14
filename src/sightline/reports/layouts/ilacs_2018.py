"""ILACS reports of 2018 to early 2023: children in care and care leavers judged together."""

from sightline.regime.frameworks.ilacs_2018_09 import ILACS_2018_09
from sightline.reports.facts import EventFacts, Section
from sightline.reports.layouts import _ilacs
from sightline.reports.layouts.declare import Layout, Source


def _recognises(source: Source) -> bool:
    return _ilacs.looks_like_ilacs(source) and not _ilacs.has_separate_care_leavers(source)


def _read(source: Source, parts: list[Section]) -> list[EventFacts]:
    event = _ilacs.read(source, parts, "ILACS_2018_01")
    start = event.value("start_date")
    if start and start >= ILACS_2018_09.starts:
        event.framework_version = ILACS_2018_09.id
    return [event]


LAYOUT = Layout(
    id="ilacs_2018",
    kind="inspection",
    title="ILACS inspection report, four judgements",
    in_use="March 2018 to early 2023",
    recognises=_recognises,
    read=_read,
    sections=_ilacs.sections,
    notes="Children in care and care leavers have one judgement. Standard or short is not "
    "printed: it is inferred from the days on site.",
    traps=(
        "Page 1 prose often says “children in need of help and protection”, as a SIF title does.",
    ),
)
