"""Answers: what was given to each question, what is still to do, and what is wrong with it."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from sightline.audits.declare import NOT_APPLICABLE, Kind, Question, Tool
from sightline.audits.whom import check_about

VALUE, RATIONALE, EVIDENCE, IMPACT = "value", "rationale", "evidence", "impact"


@dataclass(frozen=True, slots=True)
class Answer:
    """What was given to one question.

    ``value`` is a word of the question's scale or choices, or the text. ``evidence`` says where
    it was seen. ``rationale`` is the reason for a grade. ``impact`` is a word of the impact
    scale. ``from_data`` marks an answer that a measure gave.
    """

    value: str = ""
    evidence: str = ""
    rationale: str = ""
    impact: str = ""
    from_data: bool = False


Answers = Mapping[str, Answer]
"""Answers by the question's id."""


@dataclass(frozen=True, slots=True)
class Remaining:
    """A question with something left to do, and what: its value, rationale, evidence, impact."""

    question: Question
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Completeness:
    """How many of the questions that must be answered are done."""

    done: int
    of: int

    @property
    def complete(self) -> bool:
        """Whether nothing is left to do."""
        return self.done == self.of

    def __str__(self) -> str:
        """In words: "12 of 40 done"."""
        return f"{self.done} of {self.of} done"


def to_plain(answers: Answers) -> dict[str, dict[str, Any]]:
    """Answers as plain values, for a record that keeps JSON. Empty parts are left out."""
    return {
        question: {part: said for part, said in asdict(answer).items() if said}
        for question, answer in answers.items()
    }


def from_plain(plain: Mapping[str, Mapping[str, Any]]) -> dict[str, Answer]:
    """Answers back from plain values; ValueError for a part that an answer does not have."""
    try:
        return {question: Answer(**parts) for question, parts in plain.items()}
    except TypeError as error:
        raise ValueError(f"These are not answers: {error}") from error


def to_json(answers: Answers) -> str:
    """Answers as JSON, alike for equal answers."""
    return json.dumps(to_plain(answers), ensure_ascii=False, sort_keys=True)


def from_json(said: str) -> dict[str, Answer]:
    """Answers back from JSON."""
    return from_plain(json.loads(said))


def asked(tool: Tool, about: Collection[str], answers: Answers) -> tuple[Question, ...]:
    """The questions that are asked about this child after the answers so far, in order.

    An answer to a question that is not asked any more opens no other.
    """
    check_about(about)
    values: dict[str, str] = {}
    questions: list[Question] = []
    for section in tool.sections:
        if not section.applies.holds(about, values):
            continue
        for question in section.questions:
            if question.asked_when.holds(about, values):
                questions.append(question)
                if question.id in answers:
                    values[question.id] = answers[question.id].value
    return tuple(questions)


def not_asked(tool: Tool, about: Collection[str], answers: Answers) -> tuple[str, ...]:
    """Ids of answers to questions that are not asked now. They are kept, and count for nothing."""
    now = {question.id for question in asked(tool, about, answers)}
    return tuple(question for question in answers if question not in now)


def in_play(tool: Tool, about: Collection[str], answers: Answers) -> dict[str, Answer]:
    """The answers that count: given, and asked."""
    return {
        question.id: answers[question.id]
        for question in asked(tool, about, answers)
        if question.id in answers and answers[question.id].value.strip()
    }


def missing(tool: Tool, about: Collection[str], answers: Answers) -> tuple[Remaining, ...]:
    """What is left to do before the audit can be finished, in order."""
    left = (
        Remaining(question, _parts_left(question, answers.get(question.id, Answer())))
        for question in asked(tool, about, answers)
    )
    return tuple(remaining for remaining in left if remaining.parts)


def next_unanswered(
    tool: Tool, about: Collection[str], answers: Answers, after: str = ""
) -> Question | None:
    """The next question with something left to do; past ``after`` first, then from the start."""
    order = [question.id for question in tool.questions]
    here = order.index(after) if after in order else -1
    left = [remaining.question for remaining in missing(tool, about, answers)]
    ahead = [question for question in left if order.index(question.id) > here]
    return next(iter([*ahead, *left]), None)


def completeness(tool: Tool, about: Collection[str], answers: Answers) -> Completeness:
    """How many of the questions that must be answered are done."""
    must = {question.id for question in asked(tool, about, answers) if question.required}
    must |= {remaining.question.id for remaining in missing(tool, about, answers)}
    return Completeness(len(must) - len(missing(tool, about, answers)), len(must))


def _parts_left(question: Question, answer: Answer) -> tuple[str, ...]:
    """The parts of an answer that are still to be given, in the order that they are asked."""
    begun = any((answer.value.strip(), answer.evidence, answer.rationale))
    if not question.required and not begun:
        return ()
    return tuple(part for part, needed in _needed(question, answer) if needed)


def _needed(question: Question, answer: Answer) -> tuple[tuple[str, bool], ...]:
    applies = answer.value != NOT_APPLICABLE
    evidence = question.needs_evidence and applies and not answer.from_data
    return (
        (RATIONALE, question.kind is Kind.GRADE and not answer.rationale.strip()),
        (EVIDENCE, evidence and not answer.evidence.strip()),
        (VALUE, not answer.value.strip()),
        (IMPACT, question.impact and not answer.impact),
    )


_SAYS = {
    RATIONALE: "Say why, before you give the grade.",
    EVIDENCE: "Say where you saw it: the record and its date, or who told you.",
    VALUE: "Answer this question.",
    IMPACT: "Say what difference it made to the child.",
}


def problems(
    tool: Tool, about: Collection[str], answers: Answers, finishing: bool = False
) -> dict[str, list[str]]:
    """What is wrong, in plain sentences by question, in order.

    While an audit goes on, only answers that were begun are looked at; on ``finishing`` those
    that were not begun too. A question that the tool does not have is an error of its own.
    """
    found = {
        question.id: _problems(tool, question, answers.get(question.id), finishing)
        for question in asked(tool, about, answers)
    }
    known = {question.id for question in tool.questions}
    strangers = {q: [f"{tool.title} has no such question."] for q in answers if q not in known}
    return {question: said for question, said in {**found, **strangers}.items() if said}


def _problems(tool: Tool, question: Question, answer: Answer | None, finishing: bool) -> list[str]:
    given = answer or Answer()
    wrong = _not_allowed(tool, question, given)
    if finishing:
        return wrong + [_SAYS[part] for part in _parts_left(question, given)]
    # A question that was only begun is not scolded for what comes after.
    begun = bool(given.value.strip())
    return wrong + [_SAYS[part] for part in _parts_left(question, given) if begun]


def _not_allowed(tool: Tool, question: Question, answer: Answer) -> list[str]:
    steps = tool.steps(question)
    wrong = []
    if steps and answer.value and answer.value not in {step.value for step in steps}:
        labels = ", ".join(step.label for step in steps)
        wrong.append(f"{answer.value!r} is not an answer to this question. Choose from {labels}.")
    if answer.impact and answer.impact not in tool.impact.values:
        labels = ", ".join(step.label for step in tool.impact.steps)
        wrong.append(f"{answer.impact!r} is not an impact. Choose from {labels}.")
    if answer.from_data and not question.answered_from:
        wrong.append("Data cannot answer this question. Answer it yourself.")
    return wrong
