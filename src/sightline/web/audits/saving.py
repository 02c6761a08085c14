"""Saves answers: every save is kept, two who save at once are told, and a child is made safe."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from sightline.audits.declare import Question
from sightline.audits.scoring import alerts, derived_overall
from sightline.web.audits.escalation import escalate
from sightline.web.audits.models import AnswerRow, Audit

PARTS = ("value", "evidence", "rationale", "impact")
LONGEST = 20_000


@dataclass(frozen=True)
class Saved:
    """What a save came to: its version, when, whether a child is not safe, and what is odd."""

    version: int
    at: datetime
    unsafe: bool = False
    new: bool = True


@dataclass(frozen=True)
class Clash:
    """Somebody saved another answer since: theirs, whose it is, when, and its version."""

    theirs: dict[str, Any]
    by: str
    at: datetime
    version: int


def cleaned(audit: Audit, question: Question, parts: Mapping[str, Any]) -> dict[str, Any]:
    """An answer's parts as they are kept. ValueError for what cannot be an answer to it.

    What data say is the source of an answer that says the same.
    """
    said = {part: _text(parts.get(part)) for part in PARTS}
    steps = {step.value for step in audit.declared.steps(question)}
    if steps and said["value"] and said["value"] not in steps:
        raise ValueError("Choose one of the answers to this question.")
    if said["impact"] and said["impact"] not in audit.declared.impact.values:
        raise ValueError("Choose one of the differences that it may have made.")
    made: dict[str, Any] = {part: words for part, words in said.items() if words}
    if _as_told(audit, question, said):
        made["from_data"] = True
    return made


def _text(said: Any) -> str:
    """What was typed, without what no database keeps, and no longer than an answer may be."""
    return str(said or "").replace("\x00", "").strip()[:LONGEST]


def _as_told(audit: Audit, question: Question, said: Mapping[str, str]) -> bool:
    told = audit.told.get(question.id)
    return bool(told and question.answered_from and said["value"] == told["value"])


def save(
    audit: Audit, person: Any, question: Question, parts: Mapping[str, Any], base: int
) -> Saved | Clash:
    """Keep an answer that was made over the version ``base`` of it.

    The same answer again is no new save. Raises ``ValueError`` for what cannot be an answer, and
    where the audit takes no answers any more.
    """
    with transaction.atomic():
        held = Audit.objects.select_for_update().get(pk=audit.pk)
        if held.state not in Audit.OPEN:
            raise ValueError("This audit is finished. Nothing was changed.")
        made = cleaned(held, question, parts)
        last = _last(held, question.id)
        if _same(held.answers.get(question.id, {}), made):
            audit.answers = held.answers
            at = last.at if last else timezone.now()
            return Saved(last.version if last else 0, at, new=False)
        if last is not None and last.version != base:
            return Clash(last.value, last.by.name if last.by else "", last.at, last.version)
        row = AnswerRow.objects.create(
            audit=held,
            question=question.id,
            value=made,
            version=(last.version if last else 0) + 1,
            by=person,
        )
        unsafe = _kept(held, person, question, row)
    audit.answers, audit.state, audit.unsafe_at = held.answers, held.state, held.unsafe_at
    audit.touched_at, audit.touched_by = held.touched_at, person
    return Saved(row.version, row.at, unsafe)


def _last(audit: Audit, question: str) -> AnswerRow | None:
    rows = AnswerRow.objects.filter(audit=audit, question=question).select_related("by")
    return rows.order_by("version").last()


def _same(held: Mapping[str, Any], made: Mapping[str, Any]) -> bool:
    return dict(held) == dict(made)


def _kept(audit: Audit, person: Any, question: Question, row: AnswerRow) -> bool:
    """Put the answer among those that stand; whether it says that the child is not safe."""
    audit.answers = {**audit.answers, question.id: row.value}
    if not row.value:
        audit.answers.pop(question.id)
    audit.state = Audit.STARTED
    audit.touched_at, audit.touched_by = row.at, person
    told = alerts(audit.declared, audit.said_of, audit.given)
    unsafe = any(one.id == question.id for one in told)
    if unsafe:
        escalate(audit, person, question, derived_overall(audit.declared, audit.said_of,
                                                          audit.given).escalate)  # fmt: skip
    audit.save(
        update_fields=["answers", "state", "touched_at", "touched_by", "unsafe_at"],
    )
    return unsafe


def submit(audit: Audit, person: Any, overall: str, reason: str) -> None:
    """Finish an audit with the grade that its auditor gives. It was checked before."""
    with transaction.atomic():
        held = Audit.objects.select_for_update().get(pk=audit.pk)
        if held.state not in Audit.OPEN:
            raise ValueError("This audit is finished already. Nothing was changed.")
        derived = derived_overall(held.declared, held.said_of, held.given)
        held.derived = derived.grade or ""
        held.overall = overall or held.derived
        held.override_reason = reason if held.overall != held.derived else ""
        held.state, held.submitted_at = Audit.SUBMITTED, timezone.now()
        held.touched_at, held.touched_by = held.submitted_at, person
        held.save()
    audit.refresh_from_db()


def start(audit: Audit, person: Any, parts: Mapping[str, Mapping[str, Any]]) -> list[AnswerRow]:
    """The first versions of answers that data gave, not yet written to the database."""
    return [
        AnswerRow(audit=audit, question=question, value=dict(value), version=1, by=person)
        for question, value in parts.items()
    ]
