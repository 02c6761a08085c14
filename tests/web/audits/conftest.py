"""Audits for tests: one of a child of a team, answered in full where that is asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from made_up_published import MadeUp


@pytest.fixture
def published(monkeypatch: pytest.MonkeyPatch) -> MadeUp:
    """Made-up published data, which every page of audits then reads."""
    made = MadeUp()
    for module in ("view_sample", "view_programme", "view_results"):
        monkeypatch.setattr(f"sightline.web.audits.{module}.published_for", lambda person: made)
    return made


@pytest.fixture
def audit(db: Any, person: Callable[..., Any]) -> Callable[..., Any]:
    """Makes an audit: ``audit(auditor, tool="reaudit", team="North", state=…)``."""
    from sightline.audits.tools import tool as declared
    from sightline.web.audits.models import Audit

    def made(auditor: Any = None, tool: str = "reaudit", **said: Any) -> Any:
        given = {
            "team": "North", "worker": "Worker 1", "child_id": "SECRET-7", "reference": "abcdefgh",
            "due": date.today() + timedelta(days=10), "said_of": ["child_in_need", "under_18"],
        } | said  # fmt: skip
        version = declared(tool).version
        return Audit.objects.create(
            tool=tool, tool_version=version, auditor=auditor or person("auditor"), **given
        )

    return made


@pytest.fixture
def answered() -> Callable[..., dict[str, Any]]:
    """Answers to every question of an audit, all as good as ``grade``."""

    def made(audit: Any, grade: str = "Good") -> dict[str, Any]:
        from sightline.web.audits import sheet

        found: dict[str, Any] = {}
        for question in audit.declared.questions:
            audit.answers = found
            if question in sheet.asked(audit):
                found[question.id] = _answer(audit, question, grade)
        return found

    return made


def _answer(audit: Any, question: Any, grade: str) -> dict[str, str]:
    steps = [step.value for step in audit.declared.steps(question)]
    value = grade if grade in steps else "yes" if "yes" in steps else (steps or ["Words."])[-1]
    said = {"value": value, "rationale": "Because it is so.", "evidence": "Visit of 3 May"}
    return said | ({"impact": "some"} if question.impact else {})


@pytest.fixture
def finished(audit: Any, answered: Any) -> Callable[..., Any]:
    """Makes an audit that is finished with a grade, some days ago."""
    from django.utils import timezone

    def made(auditor: Any = None, grade: str = "Good", days: int = 1, **said: Any) -> Any:
        one = audit(auditor, **said)
        one.answers = answered(one, grade)
        one.derived = one.overall = grade
        one.state, one.submitted_at = one.SUBMITTED, timezone.now() - timedelta(days=days)
        one.save()
        return one

    return made
