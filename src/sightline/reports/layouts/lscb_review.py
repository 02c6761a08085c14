"""A review of a Local Safeguarding Children Board alone: no judgement of the authority."""

from sightline.kit.problems import Problem
from sightline.reports.facts import EventFacts, Section
from sightline.reports.layouts import _sif
from sightline.reports.layouts.declare import Layout, Source


def _recognises(source: Source) -> bool:
    opening = source.opening[:900]
    return (
        "review of the effectiveness of the local safeguarding children" in opening
        and "dear " not in opening
    )


def _read(source: Source, parts: list[Section]) -> list[EventFacts]:
    event = _sif.read(source, [], "SIF")
    event.kind = "other"
    event.problems.append(
        Problem("other_document", "This is a review of a Local Safeguarding Children Board alone.")
    )
    return [event]


LAYOUT = Layout(
    id="lscb_review",
    kind="other",
    title="Review of a Local Safeguarding Children Board",
    in_use="2013 to 2018",
    recognises=_recognises,
    read=_read,
    sections=_sif.sections,
)
