"""One event of an authority's history: what is known of it, and from which documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sightline.kit.cite import Citation
from sightline.regime.authorities import by_urn
from sightline.reports.facts import FIELDS, GRADES
from sightline.reports.same_event.groups import Group
from sightline.reports.same_event.spans import PRECISIONS, Span, between, span_of
from sightline.reports.same_event.tellings import Said, Source, Standing, Telling

_DATES = ("start_date", "end_date")
_SEVERAL = ("inspectors", "scope", "cohorts", "inspectorates", "due_date")
_COMPARED = (*GRADES, "ordinal", "lead_inspector", "letter_date", "published_date")
_TITLES = {
    "inspection": "Inspection",
    "focused_visit": "Focused visit",
    "monitoring_visit": "Monitoring visit",
    "joint_inspection": "Joint targeted area inspection",
}
_ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth")


@dataclass(frozen=True, slots=True)
class Shown:
    """A fact as it is shown, and everything that was said of it, the weightiest first.

    ``values`` are all values that the chosen document gives, where a fact may have several.
    """

    value: Any
    values: tuple[Any, ...]
    said: tuple[Said, ...]

    @property
    def citation(self) -> Citation | None:
        """The words that give the value shown."""
        return self.said[0].citation

    @property
    def source(self) -> Source:
        """The document that gives the value shown."""
        return self.said[0].source


@dataclass(frozen=True)
class HistoryEvent:
    """One inspection or visit, with every document that tells of it.

    ``facts`` go by the names in ``facts.FIELDS``. ``when`` is of fieldwork where that is known
    (``when_is`` says what it is of). ``notes`` say how documents were joined and what is unsure;
    ``contradictions`` where they differ. ``voice`` is the one document whose findings stand for
    the event, so that nothing is counted twice: None where it is known by hearsay alone.
    """

    who: str
    urn: str
    authority: str
    kind: str
    framework: str
    framework_version: str
    inspection_type: str
    facts: Mapping[str, Shown]
    sources: tuple[Source, ...]
    items: tuple[Mapping[str, Any], ...]
    when: Span | None
    when_is: str
    notes: tuple[str, ...]
    contradictions: tuple[str, ...]
    voice: Source | None

    def value(self, name: str) -> Any:
        """The value of a fact as it is shown, or None."""
        shown = self.facts.get(name)
        return shown.value if shown else None

    @property
    def grades(self) -> dict[str, str]:
        """The grades by judgement area, in the order of ``facts.GRADES``."""
        return {name: self.facts[name].value for name in GRADES if name in self.facts}

    @property
    def official(self) -> bool:
        """Whether its own report or letter is in the library."""
        return any(source.standing is Standing.REPORT for source in self.sources)

    @property
    def title(self) -> str:
        """What it was, in words: "Fifth monitoring visit"."""
        words = _TITLES[self.kind]
        ordinal = self.value("ordinal")
        if isinstance(ordinal, int) and 1 <= ordinal <= len(_ORDINALS):
            return f"{_ORDINALS[ordinal - 1]} {words.lower()}"
        return words

    @property
    def when_words(self) -> str:
        """When it was, in words, no more exact than is known."""
        return self.when.words if self.when else "not dated"

    def count(self, role: str) -> int:
        """How many items of a role the document in ``voice`` has: "improvement", for example."""
        return sum(1 for item in self.items if item["role"] == role)


def event_of(group: Group) -> HistoryEvent:
    """What a group of tellings says together: a later one never takes an earlier one's place."""
    members = sorted(group.members, key=_weight)
    best, facts = members[0], _facts(members)
    framework = next((m.framework for m in members if m.framework), "")
    when, when_is = _when(members, group)
    voice = next((m for m in members if m.source.standing.first_hand and m.n_findings), None)
    return HistoryEvent(
        who=best.who,
        urn=best.urn,
        authority=best.authority,
        kind=best.kind,
        framework=framework,
        framework_version=next((m.framework_version for m in members if m.framework_version), ""),
        inspection_type=next((m.inspection_type for m in members if m.inspection_type), ""),
        facts=facts,
        sources=tuple(member.source for member in members),
        items=(voice or best).items,
        when=when,
        when_is=when_is,
        notes=(*_known_by(members), *_of_another(best.urn, when), *group.notes),
        contradictions=tuple(_contradictions(facts)),
        voice=voice.source if voice else None,
    )


def _weight(telling: Telling) -> tuple[int, int, str, int]:
    """The weightiest first; of two alike, the one that says more."""
    source = telling.source
    return -source.standing, -telling.n_findings, source.sha256, source.place


def _facts(members: Iterable[Telling]) -> dict[str, Shown]:
    found: dict[str, Shown] = {}
    for name in FIELDS:
        said = [one for member in members for one in member.facts.get(name, ())]
        if said:
            found[name] = _shown(name, said)
    return found


def _shown(name: str, said: list[Said]) -> Shown:
    """The weightiest value first; a date that only makes it more exact comes before it."""
    first = said[0]
    span = span_of(str(first.value)) if name in _DATES else None
    if span:
        first = min(said, key=lambda one: _exactness(one, span, first))
        said = [first, *(one for one in said if one is not first)]
    own = [one.value for one in said if one.source == first.source]
    return Shown(first.value, tuple(own) if name in _SEVERAL else (first.value,), tuple(said))


def _exactness(said: Said, span: Span, first: Said) -> tuple[int, bool]:
    other = span_of(str(said.value))
    if other is None or not other.within(span):
        return len(PRECISIONS), said is not first
    return PRECISIONS.index(other.precision), said is not first


def _when(members: list[Telling], group: Group) -> tuple[Span | None, str]:
    """When it was, and what that date is of."""
    for member in members:
        if member.source.standing.first_hand and member.stated:
            return member.stated, "the days on site"
    if group.reported:
        return min(group.reported), "the letter or report"
    hearsay = [m.stated for m in members if m.stated]
    if hearsay:
        exact = min(hearsay, key=lambda span: PRECISIONS.index(span.precision))
        return exact, "the inspection or its report, as stated later"
    if group.news:
        return min(group.news), "the first article about it"
    return None, ""


def _known_by(members: list[Telling]) -> list[str]:
    standing = members[0].source.standing
    if standing is Standing.NEWS:
        return ["Known from news alone: the report or letter is not in the library."]
    if standing in (Standing.LATER_REPORT, Standing.LATER_NEWS):
        graded = any(member.grades for member in members)
        unsure = " No grade is told: it may have been of a part of the service."
        return [f"Known only from what {standing.words} says of it.{'' if graded else unsure}"]
    return []


def _of_another(urn: str, when: Span | None) -> list[str]:
    """An authority that is new has its predecessor's inspections told in its reports."""
    authority = by_urn(urn) if urn else None
    if authority and authority.established and when and when.last < authority.established:
        return ["It was of an authority that this one has replaced."]
    return []


def _contradictions(facts: Mapping[str, Shown]) -> Iterable[str]:
    """What two documents say differently of the same thing, each with its words."""
    for name in _COMPARED:
        if name in facts:
            yield from _differing(name, facts[name])
    for name in _DATES:
        if name in facts:
            yield from _other_days(name, facts[name])


def _differing(name: str, shown: Shown) -> Iterable[str]:
    for said in shown.said[1:]:
        if _plain(said.value) != _plain(shown.value) and said.source != shown.source:
            yield _contradiction(name, shown.said[0], said)


def _other_days(name: str, shown: Shown) -> Iterable[str]:
    """Two documents about this very event that give other days; hearsay may mean the report."""
    own = span_of(str(shown.value))
    for said in shown.said[1:]:
        other = span_of(str(said.value))
        if own and other and said.source.standing.first_hand and not own.meets(other):
            yield _contradiction(name, shown.said[0], said)


def _contradiction(name: str, first: Said, other: Said) -> str:
    what = FIELDS[name].split(";")[0]
    return (
        f"{what}: {first.value} in {first.source.path}, "
        f"but {other.value} in {other.source.path}. The first is shown."
    )


def _plain(value: Any) -> str:
    return " ".join(str(value).lower().split())


def days_on_site(event: HistoryEvent) -> Span | None:
    """From the first day on site to the last, where a document about the event gives them."""
    if event.when_is != "the days on site":
        return None
    return between(str(event.value("start_date") or ""), str(event.value("end_date") or ""))
