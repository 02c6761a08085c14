"""The overall grade that follows from the answers by the tool's rules, and when it may differ.

Grades are never averaged: a tool's rules say what an overall grade cannot be better than.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sightline.audits.answers import Answers, in_play, missing
from sightline.audits.declare import NO, UNSURE, Kind, Question, Tool
from sightline.audits.rules import Limit
from sightline.audits.scales import Scale

WORDS_IN_A_REASON = 5
ESCALATE = (
    "The child is not safe now. Tell the team manager and the service manager today, and write "
    "down whom you told and when."
)
FIND_OUT = (
    "Nobody can say yet whether the child is safe. Ask the team manager today, and write down "
    "whom you asked and when."
)


@dataclass(frozen=True, slots=True)
class Overall:
    """An overall grade, or None with the reason why there is none.

    ``reasons`` are sentences: each rule that lowered the grade, with the questions behind it.
    ``unsafe`` says that the child is not safe now. ``escalate`` is what to do the same day, or
    empty.
    """

    grade: str | None
    reasons: tuple[str, ...]
    unsafe: bool = False
    escalate: str = ""
    scale: Scale | None = None


def derived_overall(tool: Tool, about: Collection[str], answers: Answers) -> Overall:
    """The overall grade by the tool's rules. A child who is not safe is at the worst, at once."""
    given = in_play(tool, about, answers)
    safe = {given[q.id].value for q in tool.questions if q.kind is Kind.SAFE and q.id in given}
    unsafe = NO in safe
    escalate = ESCALATE if unsafe else FIND_OUT if UNSURE in safe else ""
    scale = tool.scale
    if not tool.overall:
        return Overall(None, ("This tool gives no overall grade.",), unsafe, escalate, scale)
    if unsafe:
        reason = f"The child is not safe now, so the work is {_label(scale, scale.worst)}."
        return Overall(scale.worst, (reason,), True, escalate, scale)
    if UNSURE in safe:
        reason = "There is no overall grade until it is known whether the child is safe."
        return Overall(None, (reason,), False, escalate, scale)
    undone = _ungraded(tool, about, answers)
    if undone:
        return Overall(None, (undone,), False, "", scale)
    graded = [(q, given[q.id].value) for q in tool.graded if q.id in given]
    return _limited(tool, graded)


def alerts(tool: Tool, about: Collection[str], answers: Answers) -> tuple[Question, ...]:
    """The questions whose answer a manager is told of the same day, in order."""
    given = in_play(tool, about, answers)
    return tuple(q for q in tool.questions if q.id in given and given[q.id].value in q.alerts)


def _ungraded(tool: Tool, about: Collection[str], answers: Answers) -> str:
    kinds = (Kind.GRADE, Kind.SAFE)
    left = [r.question for r in missing(tool, about, answers) if r.question.kind in kinds]
    if left:
        titles = ", ".join(tool.section_of(question.id).title for question in left)
        return f"There is no overall grade yet. These are not finished: {titles}."
    given = in_play(tool, about, answers)
    if not any(question.id in given for question in tool.graded):
        return "There is no overall grade: nothing was graded."
    return ""


def _limited(tool: Tool, graded: list[tuple[Question, str]]) -> Overall:
    """The best grade that every rule allows, and the rules that stand in the way of a better."""
    scale = tool.scale
    counted = [(value, question.key) for question, value in graded]
    held = [limit for limit in tool.overall if limit.holds(counted, scale)]
    grade = scale.lowest([limit.at_most for limit in held] + [scale.best])
    binding = [limit for limit in held if limit.at_most == grade]
    reasons = tuple(_reason(tool, limit, graded) for limit in binding if grade != scale.best)
    best = (f"No rule stands in the way of {_label(scale, scale.best)}.",)
    return Overall(grade, reasons or best, False, "", scale)


def _reason(tool: Tool, limit: Limit, graded: list[tuple[Question, str]]) -> str:
    low = [
        f"{tool.section_of(question.id).title} ({_label(tool.scale, value)})"
        for question, value in graded
        if tool.scale.no_better(value, limit.grade) and (question.key or not limit.key)
    ]
    return f"{limit.says} Here: {', '.join(low)}."


def _label(scale: Scale, value: str) -> str:
    return scale.step(value).label


def check_override(derived: Overall, given: str, reason: str) -> list[str]:
    """What is wrong with giving another grade than the derived one; empty where nothing is.

    The reason is kept with the audit. An unsafe child's grade cannot be raised.
    """
    if given == derived.grade:
        return []
    if derived.scale is not None and given not in derived.scale.values:
        labels = ", ".join(step.label for step in derived.scale.steps)
        return [f"{given!r} is not on the scale. Choose from {labels}."]
    if derived.unsafe:
        return ["The child is not safe now, so the grade cannot be raised. Make the child safe."]
    if derived.escalate or derived.grade is None:
        said = derived.reasons[0] if derived.reasons else "There is no grade to differ from."
        return [f"{said} Finish that first."]
    if len(reason.split()) < WORDS_IN_A_REASON:
        return [
            f"The rules give {derived.grade}. Say why you give {given} instead, in a sentence: "
            "what do the rules not see?"
        ]
    return []
