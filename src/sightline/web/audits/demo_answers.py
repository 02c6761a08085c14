"""Answers of the demonstration's auditors: grades that spread, and some who grade high."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any

from sightline.audits.declare import NO, NOT_APPLICABLE, YES, Kind, Question
from sightline.audits.scoring import derived_overall
from sightline.web.audits import demo_words, sheet
from sightline.web.audits.demo_words import EVIDENCE, REASONS, TEXTS
from sightline.web.audits.models import AnswerRow, Audit

_SPREAD = (0.12, 0.48, 0.9)
"""Where inadequate, requires improvement and good end, of how good the work with a child is."""
_HIGH = 3
"""How many auditors grade high."""


class Writer:
    """Writes audits: ``truth`` keeps how good the work with each child was before it was graded."""

    def __init__(self, random: Random, auditors: Sequence[Any]) -> None:
        self.random = random
        self.high = {one.pk for one in auditors[:_HIGH]}
        self.truth: dict[Any, int] = {}

    def write(self, audit: Audit, on: datetime, part: float, unsafe: bool) -> list[AnswerRow]:
        """Answer a part of an audit by ``on``, finish it where that is all of it."""
        level = 0 if unsafe else self._level()
        self.truth[audit.pk] = level
        begun = on - timedelta(hours=2)
        rows: list[AnswerRow] = []
        wanted = int(len(sheet.asked(audit)) * part)
        for number, question in enumerate(audit.declared.questions):
            if len(rows) >= wanted or question.id in audit.answers:
                continue
            if question in sheet.asked(audit):
                value = self._value(audit, question, level, unsafe)
                audit.answers[question.id] = value
                at = begun + timedelta(minutes=number + 1)
                rows.append(self._row(audit, question, value, at))
        audit.state, audit.touched_at, audit.touched_by = Audit.STARTED, on, audit.auditor
        if part >= 1:
            self._finish(audit, on, unsafe)
        return rows

    def _level(self) -> int:
        """How good the work with a child is, from 0 to 3."""
        drawn = self.random.random()
        return sum(drawn > end for end in _SPREAD)

    def _row(self, audit: Audit, question: Question, value: Any, at: datetime) -> AnswerRow:
        return AnswerRow(
            audit=audit, question=question.id, value=value, version=1, by=audit.auditor, at=at
        )

    def _value(self, audit: Audit, question: Question, level: int, unsafe: bool) -> dict[str, Any]:
        said = {"value": self._said(audit, question, level, unsafe)}
        if question.kind is Kind.GRADE:
            said["rationale"] = self._reason(audit, said["value"])
        if question.needs_evidence and said["value"] != NOT_APPLICABLE:
            said["evidence"] = self.random.choice(EVIDENCE)
        if question.impact:
            said["impact"] = audit.declared.impact.values[level]
        return said

    def _said(self, audit: Audit, question: Question, level: int, unsafe: bool) -> str:
        steps = [step.value for step in audit.declared.steps(question)]
        if question.kind is Kind.TEXT:
            return self.random.choice(TEXTS.get(question.id, TEXTS[""]))
        if question.kind is Kind.SAFE:
            return NO if unsafe else YES
        if question.kind is Kind.YES_NO:
            return YES if self.random.random() < 0.35 + 0.18 * level else NO
        if question.kind is Kind.CHOICE:
            return self.random.choice(steps)
        place = self._near(level, audit.auditor_id in self.high)
        return steps[round(place * (len(steps) - 1) / 3)]

    def _near(self, level: int, high: bool) -> int:
        """A grade near how good the work is; of who grades high, often one above."""
        drawn = self.random.random()
        step = -1 if drawn < 0.15 else 1 if drawn > (0.62 if high else 0.88) else 0
        return max(0, min(3, level + step))

    def _reason(self, audit: Audit, value: str) -> str:
        """A reason that the audit does not give yet, while there are any."""
        reasons = REASONS.get(value, demo_words.TEXTS[""])
        said = {given.get("rationale") for given in audit.answers.values()}
        return self.random.choice([r for r in reasons if r not in said] or list(reasons))

    def _finish(self, audit: Audit, on: datetime, unsafe: bool) -> None:
        derived = derived_overall(audit.declared, audit.said_of, audit.given)
        audit.derived = audit.overall = derived.grade or ""
        audit.state, audit.submitted_at = Audit.SUBMITTED, on
        if unsafe:
            audit.unsafe_at = on - timedelta(hours=1)
