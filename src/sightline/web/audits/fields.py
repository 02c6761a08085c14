"""The questions of a section as its page shows them: with answers, guidance, and what is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sightline.audits.declare import Kind, Question, Section
from sightline.audits.scales import Step
from sightline.web.audits import sheet
from sightline.web.audits.models import AnswerRow, Audit
from sightline.web.audits.saving import PARTS, Clash

MINE, THEIRS = "mine", "theirs"


def posted(data: Mapping[str, Any], question: str) -> dict[str, str]:
    """The parts of an answer out of a sent form."""
    return {part: str(data.get(f"{question}-{part}", "")) for part in PARTS}


def was_sent(data: Mapping[str, Any], question: str) -> bool:
    """Whether a form holds a question at all."""
    return f"{question}-version" in data


def version(data: Mapping[str, Any], question: str, name: str = "version") -> int:
    """The version that a sent answer was made over; 0 where it is not a number.

    With the name "over" it is the one that somebody else saved, and that is to be replaced.
    """
    said = str(data.get(f"{question}-{name}", ""))
    return int(said) if said.isdecimal() and len(said) < 9 else 0


def of_section(
    audit: Audit,
    section: Section,
    last: Mapping[str, AnswerRow],
    sent: Mapping[str, Any] | None = None,
    wrong: Mapping[str, Sequence[str]] | None = None,
    clashes: Mapping[str, Clash] | None = None,
) -> list[dict[str, Any]]:
    """Every question of a section that is asked, as plain values for its template.

    What was ``sent`` and is not saved yet stands in place of what is.
    """
    now = {question.id for question in sheet.asked(audit)}
    return [
        _shown(audit, q, last.get(q.id), sent or {}, (wrong or {}).get(q.id, ()),
               (clashes or {}).get(q.id))
        for q in section.questions
        if q.id in now
    ]  # fmt: skip


def _shown(
    audit: Audit,
    question: Question,
    row: AnswerRow | None,
    sent: Mapping[str, Any],
    wrong: Sequence[str],
    clash: Clash | None,
) -> dict[str, Any]:
    held = audit.answers.get(question.id, {})
    now = posted(sent, question.id) if was_sent(sent, question.id) else held
    base = version(sent, question.id) if was_sent(sent, question.id) else _version(row)
    told = audit.told.get(question.id)
    graded = question.kind is Kind.GRADE
    return {
        "id": question.id,
        "text": question.text,
        "guidance": question.guidance,
        "required": question.required,
        "words": question.kind is Kind.TEXT,
        "graded": graded,
        "now": {part: now.get(part, "") for part in PARTS},
        "version": base,
        "over": clash.version if clash else None,
        "asks_evidence": question.needs_evidence or bool(told),
        "asks_rationale": graded or bool(told),
        "steps": _steps(audit.declared.steps(question), str(now.get("value", ""))),
        "impacts": _steps(audit.declared.impact.steps if question.impact else (),
                          str(now.get("impact", ""))),
        "told": told,
        "wrong": list(wrong),
        "clash": clash_shown(audit, question, clash),
        "saved": row.at if row and row.by_id else None,
    }  # fmt: skip


def _version(row: AnswerRow | None) -> int:
    return row.version if row else 0


def _steps(steps: Sequence[Step], chosen: str) -> list[dict[str, Any]]:
    return [
        {
            "value": step.value,
            "text": step.label,
            "hint": {"text": step.means} if step.means else None,
            "checked": step.value == chosen,
        }
        for step in steps
    ]


def clash_shown(audit: Audit, question: Question, clash: Clash | None) -> dict[str, Any] | None:
    """Another's answer in words, beside one's own."""
    if clash is None:
        return None
    labels = {step.value: step.label for step in audit.declared.steps(question)}
    impacts = {step.value: step.label for step in audit.declared.impact.steps}
    said = clash.theirs
    value = str(said.get("value", ""))
    parts = [
        ("Answer", labels.get(value, value)),
        ("Why", said.get("rationale", "")),
        ("Where it was seen", said.get("evidence", "")),
        ("Difference", impacts.get(said.get("impact", ""), "")),
    ]
    return {"by": clash.by or "The data", "at": clash.at, "parts": [p for p in parts if p[1]]}
