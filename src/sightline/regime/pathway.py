"""The pathway: what kind of graded inspection comes next, by the last one and what followed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sightline.kit.calendar import long_date
from sightline.regime.expected import HIGH, LOW, MEDIUM
from sightline.regime.grades import Grade
from sightline.regime.history import Event, grade_for_pathway, short_route
from sightline.regime.rules import Rules
from sightline.regime.visits import Kind, Step


@dataclass(frozen=True, slots=True)
class Pathway:
    """Which graded inspection comes next, by which rules, why, and how sure that is."""

    step: Step
    rules: tuple[str, ...]
    reasons: tuple[str, ...]
    confidence: str
    words: str
    alternative: str = ""
    monitored: bool = False

    def adding(self, rule: str, reason: str) -> Pathway:
        """The same pathway with one more rule and its reason."""
        return replace(self, rules=(*self.rules, rule), reasons=(*self.reasons, reason))


STANDARD = Step.STANDARD_INSPECTION
SHORT = Step.SHORT_INSPECTION


def priority_visits(later: Sequence[Event]) -> list[Event]:
    """The focused visits that set an area for priority action, in order."""
    return [e for e in later if e.kind is Kind.FOCUSED_VISIT and e.priority_actions > 0]


def pathway(last: Event, later: Sequence[Event], as_of: date, rules: Rules) -> Pathway:
    """The pathway from the last graded inspection and the visits since (decision rows R0 to R6)."""
    grade = grade_for_pathway(last)
    if grade is None:
        return _unknown()
    if grade is Grade.INADEQUATE:
        return _inadequate(last, rules)
    if priority_visits(later) and grade.good_or_better:
        return _priority_action(priority_visits(later)[-1])
    if "overall" not in last.grades:
        path = _by_parts(last)
    else:
        path = _good(last) if grade.good_or_better else _requires_improvement(last)
        path = _reread(path, last, rules)
    return _before_ilacs(_joint_action(path, later), as_of)


def _unknown() -> Pathway:
    return Pathway(
        STANDARD,
        ("R-unknown",),
        ("The judgements of the last inspection are not known, so its kind cannot be told.",),
        LOW,
        "The judgements are not known; a standard inspection is the longer of the two.",
        alternative=SHORT.words,
    )


_RE_INSPECTED = (
    "Inadequate authorities were re-inspected by the single inspection framework; from September "
    "2018 23 of 24 had a standard inspection instead."
)
_INSPECTED = "Since September 2018 23 of 23 inadequate authorities had a standard inspection next."


def _inadequate(last: Event, rules: Rules) -> Pathway:
    step = rules.nominal.inadequate_next
    standard = step is STANDARD
    path = Pathway(
        step,
        ("R3",),
        (f"Inadequate: monitoring visits come first, and then a {step.words}.",),
        HIGH if standard else MEDIUM,
        _INSPECTED if standard else _RE_INSPECTED,
        alternative="" if standard else STANDARD.words,
        monitored=True,
    )
    if "overall" in last.grades:
        return path
    assumed = replace(
        path, confidence=LOW, words="What starts monitoring since April 2026 is not confirmed."
    )
    return assumed.adding(
        "R0",
        "Assumption: since April 2026, with no overall judgement, any inadequate judgement "
        "is taken to start monitoring visits.",
    )


def _priority_action(visit: Event) -> Pathway:
    when = f" of {long_date(visit.when)}" if visit.when else ""
    return Pathway(
        STANDARD,
        ("R1a",),
        (
            f"The focused visit{when} set an area for priority action. Ofsted's letters then say "
            "that the next activity will be a focused visit or a standard inspection.",
        ),
        HIGH,
        "All 18 authorities with an area for priority action and a later graded inspection had a "
        "standard one, whatever their grade.",
    )


def _good(last: Event) -> Pathway:
    weak = [g for area, g in last.grades.items() if area not in ("overall", "lscb")]
    if any(not grade.good_or_better for grade in weak):
        path = Pathway(
            SHORT,
            ("R1", "R1b"),
            ("Good overall with a part that is not: a short inspection, or a standard one.",),
            LOW,
            "Of 16 such authorities 9 had a short inspection and 7 a standard one.",
            alternative=f"{STANDARD.words} (about 45 in 100)",
        )
    else:
        path = Pathway(
            SHORT,
            ("R1", "R1c"),
            ("Good or outstanding in every part: a short inspection.",),
            HIGH,
            "46 of 49 such authorities had a short inspection.",
        )
    return _after_sif(path, last)


def _requires_improvement(last: Event) -> Pathway:
    path = Pathway(
        STANDARD,
        ("R2",),
        ("Requires improvement: a standard inspection.",),
        HIGH,
        "51 of 51 authorities that required improvement had a standard inspection.",
    )
    if last.grades.get("leaders") is Grade.INADEQUATE:
        path = replace(path, confidence=MEDIUM).adding(
            "R6",
            "Leadership alone was inadequate: expect to hear from Ofsted sooner, and from the "
            "Department for Education. When is not known.",
        )
    return _after_sif(path, last)


_FIRST_ILACS = {
    SHORT: "35 of 43 authorities that were good or better had a short one as their first of ILACS.",
    STANDARD: "56 of 58 that required improvement had a standard one as their first of ILACS.",
}


def _after_sif(path: Pathway, last: Event) -> Pathway:
    """What was seen of first ILACS inspections (row R4) in place of what was seen of later ones."""
    if last.framework != "SIF":
        return path
    if path.step is SHORT and path.confidence is HIGH:
        path = replace(path, confidence=MEDIUM, alternative=f"{STANDARD.words} (8 of 43)")
    if "R1b" not in path.rules:
        path = replace(path, words=_FIRST_ILACS[path.step])
    reason = "The last inspection was of the single inspection framework; its grade counts."
    return path.adding("R4", reason)


def _by_parts(last: Event) -> Pathway:
    """Row R0: since April 2026 the separate judgements decide."""
    short = bool(short_route(last))
    has = "are" if short else "are not"
    return Pathway(
        SHORT if short else STANDARD,
        ("R0",),
        (
            f"Leaders, and two or more of the three practice judgements, {has} good or "
            f"outstanding: a {(SHORT if short else STANDARD).words}.",
        ),
        MEDIUM,
        "The rule of April 2026 rests on one account of it, and no cycle has yet run under it.",
    )


def _reread(path: Pathway, last: Event, rules: Rules) -> Pathway:
    """Row R0 for an inspection that still had an overall grade, where the rules apply it so."""
    route = short_route(last)
    if not rules.nominal.earlier_grades_by_parts or route is None:
        return path
    step = SHORT if route else STANDARD
    if step is path.step:
        return path.adding("R0", "The rule of April 2026, by its parts, gives the same.")
    return replace(
        path,
        step=step,
        confidence=LOW,
        alternative=path.step.words,
        words="The rule of April 2026 and the rule before it give different kinds of inspection.",
    ).adding(
        "R0",
        f"Taken by its parts, as the rule of April 2026 does, the next is a {step.words}; taken "
        f"by its overall grade it would be a {path.step.words}. Whether inspections before April "
        "2026 are taken by their parts is not confirmed.",
    )


def _joint_action(path: Pathway, later: Sequence[Event]) -> Pathway:
    """Row R1d: priority action at a joint inspection does not by itself change the kind."""
    joint = any(e.kind is Kind.JOINT_INSPECTION and e.priority_actions for e in later)
    if not joint or path.step is not SHORT:
        return path
    alternative = path.alternative or STANDARD.words
    confidence = LOW if path.confidence is LOW else MEDIUM
    return replace(path, confidence=confidence, alternative=alternative).adding(
        "R1d",
        "A joint inspection set priority action; a short inspection has followed one all the same "
        "(Harrow, 2023 to 2025).",
    )


def _before_ilacs(path: Pathway, as_of: date) -> Pathway:
    if as_of >= date(2018, 1, 1):
        return path
    return replace(
        path,
        confidence=LOW,
        words="Before January 2018 there was one kind of inspection for every authority.",
    ).adding("SIF", "Short and standard inspections came in with ILACS in January 2018.")
