"""Letters of the virtual assurance visits of 2020 to 2021, which looked across all areas."""

import re

from sightline.reports.facts import EventFacts, Section
from sightline.reports.layouts import _visit
from sightline.reports.layouts.declare import Layout, Source
from sightline.reports.layouts.focused_visit_2018 import is_focused_visit
from sightline.reports.topics import topic_of

_STANDING = re.compile(
    r"leading ofsted's work (?:in)?to (?:look at |examine |understand )?how england's social "
    r"care system"
)
_FIRST, _LAST = "2020-09-01", "2021-05-31"


def _recognises(source: Source) -> bool:
    return is_focused_visit(source) and bool(_STANDING.search(source.opening))


def _read(source: Source, parts: list[Section]) -> list[EventFacts]:
    event = _visit.read(source, parts, "focused_visit", "FOCUSED_2018_01")
    _set_topic(source, event)
    return [event]


def _set_topic(source: Source, event: EventFacts) -> None:
    """Assurance visits looked across all areas; the same words open some of the next visits."""
    start, scope = event.value("start_date"), event.fact("scope")
    within = start is not None and _FIRST <= start.isoformat() <= _LAST
    one_topic = (
        scope is not None and _ONE_AREA.search(scope.value) and topic_of(scope.value) != "other"
    )
    if within and not (one_topic and not _ALL_AREAS.search(scope.value if scope else "")):
        event.facts.pop("topic", None)
        note = "an assurance visit: it looked across all areas"
        event.add("topic", "covid", scope.citation if scope else None, "", note)


_ONE_AREA = re.compile(r"arrangements\s+for", re.I)
_ALL_AREAS = re.compile(
    r"across|key\s+decision|leaders|quality\s+and\s+impact|care\s+leavers", re.I
)

LAYOUT = Layout(
    id="assurance_visit",
    kind="focused_visit",
    title="Assurance visit letter (COVID-19)",
    in_use="September 2020 to mid 2021",
    recognises=_recognises,
    read=_read,
    sections=_visit.sections,
    notes="Routine inspections had stopped; these visits looked at all areas and gave no grade.",
)
