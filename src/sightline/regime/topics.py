"""The topics that a focused visit may take, the likeliest first, each with its reasons."""

from __future__ import annotations

from collections.abc import Sequence

from sightline.regime.expected import LikelyTopic
from sightline.regime.grades import Grade
from sightline.regime.history import Event
from sightline.regime.rules import Rules
from sightline.regime.visits import Kind, Topic

AREA_OF_TOPIC = {
    Topic.FRONT_DOOR: "help_and_protection",
    Topic.CIN_CP: "help_and_protection",
    Topic.VULNERABLE_ADOLESCENTS: "help_and_protection",
    Topic.CHILDREN_IN_CARE: "in_care",
    Topic.PERMANENCE: "in_care",
    Topic.OLDER_CHILDREN_PLACEMENTS: "in_care",
    Topic.CARE_LEAVERS: "care_leavers",
}
NAMED, WEAKER, VISITED = 2.0, 1.5, 0.5
"""How much a topic's share is weighted when it was named as needing to improve, when its area
had a lower grade than another, and when it has been visited in this cycle: our assumptions."""


def likely_topics(
    last: Event, later: Sequence[Event], grade: Grade, rules: Rules
) -> tuple[LikelyTopic, ...]:
    """The topics in order of how likely they are, by past visits and by this history."""
    counts = rules.calibrated.topics.get(grade, {})
    total = rules.calibrated.topic_totals.get(grade, 1)
    scored = []
    for topic, count in counts.items():
        weight, reasons = _weight(topic, last, later)
        taken = f"{count} of {total} visits to authorities of that grade took this topic."
        likely = LikelyTopic(topic, count / total, (taken, *reasons))
        scored.append((weight * likely.share, likely))
    scored.sort(key=lambda pair: -pair[0])
    return tuple(likely for _, likely in scored)


def _weight(topic: Topic, last: Event, later: Sequence[Event]) -> tuple[float, list[str]]:
    weight, reasons = 1.0, []
    visits = [event for event in later if event.kind is Kind.FOCUSED_VISIT]
    if topic in last.needs or any(topic in event.needs for event in later):
        weight *= NAMED
        reasons.append("It is among what needs to improve.")
    if _is_weaker(AREA_OF_TOPIC[topic], last):
        weight *= WEAKER
        reasons.append("Its part of the service had a lower grade than another.")
    if any(topic in event.topics for event in visits):
        weight *= VISITED
        reasons.append("It has been visited since the last inspection, which makes it less likely.")
    return weight, reasons


def _is_weaker(area: str, last: Event) -> bool:
    """Whether the area is not good, and some other part had a better grade."""
    grades = dict(last.grades)
    own = grades.get(area) or (grades.get("in_care") if area == "care_leavers" else None)
    if own is None or own.good_or_better:
        return False
    return any(grade.good_or_better for key, grade in grades.items() if key != "lscb")
