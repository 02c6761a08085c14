"""An audit as its pages show it: its sections, how far each is, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sightline.audits import answers as plain
from sightline.audits.answers import Answer
from sightline.audits.declare import Question, Section
from sightline.web.audits.models import AnswerRow, Audit

NOT_STARTED, IN_PROGRESS, COMPLETED = "Not yet started", "In progress", "Completed"


@dataclass(frozen=True)
class Standing:
    """How far a section is, and who was there last and when."""

    section: Section
    done: int
    of: int
    begun: bool
    by: str = ""
    at: datetime | None = None

    @property
    def status(self) -> str:
        """In words."""
        if self.of and self.done == self.of and (self.begun or self.of):
            return COMPLETED
        return IN_PROGRESS if self.begun else NOT_STARTED


def asked(audit: Audit) -> tuple[Question, ...]:
    """The questions that are asked now."""
    return plain.asked(audit.declared, audit.said_of, audit.given)


def saves(audit: Audit) -> dict[str, AnswerRow]:
    """The last save of each question, with who made it."""
    rows = AnswerRow.objects.filter(audit=audit).select_related("by").order_by("version")
    return {row.question: row for row in rows}


def standings(audit: Audit, last: Mapping[str, AnswerRow]) -> list[Standing]:
    """Every section that is asked, in order, with how far it is."""
    tool, questions = audit.declared, {q.id for q in asked(audit)}
    left = {r.question.id for r in plain.missing(tool, audit.said_of, audit.given)}
    made = []
    for section in tool.sections:
        mine = [q for q in section.questions if q.id in questions]
        if mine:
            made.append(_standing(section, mine, left, last))
    return made


def _standing(
    section: Section, mine: Sequence[Question], left: set[str], last: Mapping[str, AnswerRow]
) -> Standing:
    must = [q.id for q in mine if q.required or q.id in left]
    rows = [last[q.id] for q in mine if q.id in last and last[q.id].by_id]
    newest = max(rows, key=lambda row: row.at, default=None)
    return Standing(
        section,
        sum(id not in left for id in must),
        len(must),
        newest is not None,
        newest.by.name if newest and newest.by else "",
        newest.at if newest else None,
    )


def completeness(audit: Audit) -> plain.Completeness:
    """How much of an audit is done."""
    return plain.completeness(audit.declared, audit.said_of, audit.given)


def contradicts(audit: Audit, question: str, answer: Answer | None) -> bool:
    """Whether an answer says other than the data."""
    said = audit.told.get(question)
    return bool(said and answer and answer.value and answer.value != said["value"])


def wrong(audit: Audit, finishing: bool = False) -> dict[str, list[str]]:
    """What is wrong with the answers, by question, in order; with what contradicts data."""
    given = audit.given
    found = plain.problems(audit.declared, audit.said_of, given, finishing)
    for question in asked(audit):
        answer = given.get(question.id)
        if contradicts(audit, question.id, answer) and answer and not answer.rationale.strip():
            words = f"The data say {audit.told[question.id]['value']}. Say why you say otherwise."
            found.setdefault(question.id, []).append(words)
    order = {q.id: n for n, q in enumerate(audit.declared.questions)}
    return dict(sorted(found.items(), key=lambda pair: order.get(pair[0], 0)))


def first_left(audit: Audit) -> dict[str, str]:
    """The part of each unfinished answer that is to be given first, such as its evidence."""
    left = plain.missing(audit.declared, audit.said_of, audit.given)
    return {remaining.question.id: remaining.parts[0] for remaining in left}


def next_question(audit: Audit, after: str = "") -> Question | None:
    """The next question with something left to do, past another."""
    return plain.next_unanswered(audit.declared, audit.said_of, audit.given, after)


def section_of(audit: Audit, section: str) -> Section | None:
    """A section that is asked, by its id."""
    questions = {q.id for q in asked(audit)}
    for one in audit.declared.sections:
        if one.id == section and any(q.id in questions for q in one.questions):
            return one
    return None


def shown(audit: Audit, question: Question, answer: Answer) -> str:
    """An answer in the words of its scale."""
    steps = {step.value: step.label for step in audit.declared.steps(question)}
    return steps.get(answer.value, answer.value)


def read(audit: Audit, learning: bool = False) -> list[dict[str, Any]]:
    """Every section with its answers in words; with ``learning`` only what teaches.

    That is what was graded or said in words: not what was ticked, and not where it was seen.
    """
    given, questions = audit.given, asked(audit)
    wanted = [q for q in questions if not learning or q.kind in ("grade", "text", "scale")]
    made = []
    for section in audit.declared.sections:
        rows = [_row(audit, q, given.get(q.id)) for q in wanted if q in section.questions]
        if rows:
            made.append({"id": section.id, "title": section.title, "rows": rows})
    return made


def _row(audit: Audit, question: Question, answer: Answer | None) -> dict[str, Any]:
    given = answer or Answer()
    impacts = {step.value: step.label for step in audit.declared.impact.steps}
    return {
        "id": question.id,
        "text": question.text,
        "kind": str(question.kind),
        "value": shown(audit, question, given),
        "rationale": given.rationale,
        "evidence": given.evidence,
        "impact": impacts.get(given.impact, ""),
        "from_data": given.from_data,
        "contradicts": contradicts(audit, question.id, given),
    }


def flat(audits: Iterable[Audit]) -> Iterable[list[Any]]:
    """A row for each answer of each audit, for a download."""
    for audit in audits:
        for section in read(audit):
            for row in section["rows"]:
                yield [
                    audit.label, audit.declared.title, audit.tool_version, section["title"],
                    row["text"], row["value"], row["rationale"], row["evidence"], row["impact"],
                    "yes" if row["from_data"] else "no",
                ]  # fmt: skip


FLAT_HEAD = (
    "Audit", "Tool", "Version", "Section", "Question", "Answer", "Rationale", "Evidence",
    "Impact", "From the data",
)  # fmt: skip
