"""A history as the timetable takes it: the events of ``sightline.regime.history``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sightline.regime.frameworks import framework_for
from sightline.regime.grades import Grade
from sightline.regime.history import Event
from sightline.regime.visits import Kind, Topic
from sightline.reports.same_event.history_event import HistoryEvent, days_on_site
from sightline.reports.same_event.spans import span_of
from sightline.reports.topics import topic_of

_GRADES = {grade.value: grade for grade in Grade}


def to_regime_events(history: Iterable[HistoryEvent]) -> list[Event]:
    """The events of a history, in order, for ``regime.timetable.next_events``.

    A date that is known to a month or a year stands as its first day, and a day on which news
    came out stands for the day of publication. An inspection known by hearsay gets the framework
    of its date. ``source`` is the hash of the weightiest document.
    """
    return [_event(one) for one in history]


def _event(event: HistoryEvent) -> Event:
    site = days_on_site(event)
    hearsay = event.when if event.when_is.startswith("the inspection or") else None
    news = event.when if event.when_is.startswith("the first article") else None
    return Event(
        kind=Kind(event.kind),
        start=site.first if site else hearsay.first if hearsay else None,
        end=site.last if site else None,
        letter_date=_day(event.value("letter_date")),
        published=_day(event.value("published_date")) or (news.first if news else None),
        framework=event.framework or _framework(event),
        framework_version=event.framework_version,
        inspection_type=event.inspection_type,
        grades={area: _GRADES[text] for area, text in event.grades.items() if text in _GRADES},
        topics=_topics([event.value("topic")]),
        cohorts=tuple(map(str, _values(event, "cohorts"))),
        priority_actions=event.count("priority_action"),
        ordinal=event.value("ordinal") if isinstance(event.value("ordinal"), int) else None,
        virtual=bool(event.value("virtual")),
        urn=event.urn,
        source=event.sources[0].sha256,
        stated_due_dates=_due_dates(event),
        needs=_needs(event),
    )


def _day(value: Any) -> date | None:
    span = span_of(str(value or ""))
    return span.first if span and span.precision == "day" else None


def _values(event: HistoryEvent, name: str) -> tuple[Any, ...]:
    shown = event.facts.get(name)
    return shown.values if shown else ()


def _topics(names: Iterable[str | None]) -> tuple[Topic, ...]:
    known = {topic.value: topic for topic in Topic}
    return tuple(dict.fromkeys(known[name] for name in names if name in known))


def _needs(event: HistoryEvent) -> tuple[Topic, ...]:
    """The topics that the list of improvements names."""
    found = (topic_of(item["quote"]) for item in event.items)
    return _topics(name for name in found if name not in ("other", "several"))


def _due_dates(event: HistoryEvent) -> dict[str, date]:
    """Dates that the document itself gives for a duty; the note of such a fact is the duty's id."""
    shown = event.facts.get("due_date")
    own = [s for s in shown.said if s.source == shown.source] if shown else []
    return {said.note: day for said in own if said.note and (day := _day(said.value))}


def _framework(event: HistoryEvent) -> str:
    """The family that a graded inspection of that date must have been of, or an empty text.

    One told of without its grade gets none, so that it starts no new cycle: it may not have been
    an inspection of the whole service.
    """
    if event.kind != Kind.INSPECTION or event.when is None or not event.grades:
        return ""
    found = {_family(event.when.first), _family(event.when.last)}
    return found.pop() if len(found) == 1 else ""


def _family(day: date) -> str:
    families = [name for name in ("SIF", "ILACS") if framework_for(name, day)]
    return families[0] if len(families) == 1 else ""
