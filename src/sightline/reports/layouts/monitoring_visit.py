"""Letters of monitoring visits to authorities judged inadequate, each with its number."""

import re
from datetime import date

from sightline.regime.frameworks import framework_for
from sightline.regime.visits import Kind
from sightline.reports.facts import EventFacts, Section
from sightline.reports.layouts import _visit
from sightline.reports.layouts.declare import Layout, Source
from sightline.reports.ordinals import ORDINAL, ordinal_value

_ILACS_BEGAN = date(2018, 1, 1)
_ORDINAL = re.compile(rf"\b({ORDINAL})\s+(?:\w+\s+)?monitoring\s+visit", re.I)


def _recognises(source: Source) -> bool:
    opening = source.opening
    return "monitoring visit" in opening[:2500] and (
        "dear " in opening[:1500] or "this letter summarises" in opening[:3000]
    )


def _read(source: Source, parts: list[Section]) -> list[EventFacts]:
    event = _visit.read(source, parts, "monitoring_visit", "")
    start = event.value("start_date")
    event.framework = "SIF" if start and start < _ILACS_BEGAN else "ILACS"
    version = framework_for(event.framework, start, Kind.MONITORING_VISIT)
    event.framework_version = version.id if version else ""
    match = _ORDINAL.search(source.document.text)
    if match:
        cited = source.document.cite(match.start(1), match.end(1))
        event.add("ordinal", ordinal_value(match[1]), cited, cited.quote)
    return [event]


LAYOUT = Layout(
    id="monitoring_visit",
    kind="monitoring_visit",
    title="Monitoring visit letter",
    in_use="2016 on",
    recognises=_recognises,
    read=_read,
    sections=_visit.sections,
    notes="Written from descriptions and news of such letters: none was at hand when it was made.",
)
