"""Short ways to declare a question of each kind."""

from __future__ import annotations

from typing import Any

from sightline.audits.declare import NO, UNSURE, Kind, Question
from sightline.audits.scales import FACES, Scale, Step
from sightline.audits.whom import ALWAYS, When


def yes_no(
    id: str,
    text: str,
    guidance: str = "",
    *,
    data: str | None = None,
    when: When = ALWAYS,
    **said: Any,
) -> Question:
    """Whether something was done. ``data`` is the measure that may answer it."""
    return Question(
        id, text, Kind.YES_NO, guidance=guidance, answered_from=data, asked_when=when, **said
    )


def grade(
    id: str, text: str, guidance: str = "", *, evidence: bool = True, **said: Any
) -> Question:
    """How good something was, on the tool's scale. The reasons are asked before the grade."""
    return Question(id, text, Kind.GRADE, guidance=guidance, needs_evidence=evidence, **said)


def observed(id: str, text: str, guidance: str = "", **said: Any) -> Question:
    """How far something was seen. What was seen is the reason; no record need be named."""
    return grade(id, text, guidance, evidence=False, **said)


def text(
    id: str, text: str, guidance: str = "", *, required: bool = False, **said: Any
) -> Question:
    """Something said in words."""
    return Question(id, text, Kind.TEXT, guidance=guidance, required=required, **said)


def choice(
    id: str, text: str, *choices: tuple[str, str], guidance: str = "", **said: Any
) -> Question:
    """One of some answers, each as what is kept and what is shown."""
    steps = tuple(Step(value, label) for value, label in choices)
    return Question(id, text, Kind.CHOICE, guidance=guidance, choices=steps, **said)


def scaling(id: str, text: str, scale: Scale, guidance: str = "", **said: Any) -> Question:
    """A place on a scale other than the tool's grade."""
    return Question(id, text, Kind.SCALE, guidance=guidance, scale=scale, **said)


def face(id: str, text: str, easy: str, **said: Any) -> Question:
    """A question to a child or a parent, answered with a face. Nobody has to answer it."""
    return Question(id, text, Kind.SCALE, scale=FACES, easy_text=easy, required=False, **said)


def safe(id: str = "safe_now") -> Question:
    """Whether the child is safe now. No is told to a manager the same day."""
    return Question(
        id,
        "Is the child safe now?",
        Kind.SAFE,
        theme="risk",
        guidance=(
            "Think of today, not of the whole period. If the answer is no, or you cannot tell, "
            "stop and tell the team manager and the service manager the same day. Write down "
            "whom you told, and when. Then go on with the audit."
        ),
        needs_evidence=True,
        alerts=(NO, UNSURE),
    )
