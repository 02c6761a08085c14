"""What audits found: the answers of finished audits, ready to be counted; and a theme's in short.

Grades are counted and never averaged.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils import timezone

from sightline.audits import results as counted
from sightline.audits.agreement import Moderated
from sightline.audits.declare import YES
from sightline.audits.results import CHILD, PARENT, PRACTITIONER, Audited, Distribution
from sightline.audits.scales import OFSTED
from sightline.regime.grades import Grade
from sightline.regime.themes import THEME_IDS, by_id
from sightline.web.audits.models import Action, Audit, FeedbackInvitation, Moderation
from sightline.web.look.filters import day

GOOD = str(Grade.GOOD)
SMALL, FEWEST = 6, 10
HIDDEN = "Too few to share: small numbers are hidden."
_VOICES = {"child": CHILD, "parent": PARENT, "carer": PARENT, "practitioner": PRACTITIONER}
_HEARD = {
    "child_heard": CHILD, "parent_heard": PARENT, "worker_spoken_to": PRACTITIONER,
    "practitioner_present": PRACTITIONER,
}  # fmt: skip
"""Questions whose yes says that somebody was heard."""


def audited(audits: Iterable[Audit]) -> list[Audited]:
    """Finished audits as results need them, with the grade that stands and who was heard."""
    held = [one for one in audits if one.submitted_at]
    asked = _reached([one.pk for one in held])
    return [_audited(one, asked.get(one.pk, set())) for one in held]


def _reached(ids: Sequence[Any]) -> dict[Any, set[str]]:
    found: dict[Any, set[str]] = {}
    wanted = set(ids)
    rows = FeedbackInvitation.objects.filter(status="reached").values_list("audit", "who")
    for audit, who in rows:
        if audit in wanted:
            found.setdefault(audit, set()).add(_VOICES[who])
    return found


def _audited(one: Audit, reached: set[str]) -> Audited:
    given = one.given
    said = {v for q, v in _HEARD.items() if q in given and given[q].value == YES}
    return Audited(
        one.declared, one.reference, one.team, one.done_on, frozenset(one.said_of), given,
        one.final or None, frozenset(said | reached),
    )  # fmt: skip


def moderated(audits: Iterable[Audit]) -> list[Moderated]:
    """The audits on Ofsted's words whose moderation is agreed: both grades and both days."""
    found = []
    for one in audits:
        made = getattr(one, "moderation", None)
        if made is None or made.state != Moderation.AGREED or not made.agreed_at:
            continue
        if one.overall in OFSTED.values and made.overall in OFSTED.values:
            agreed = timezone.localtime(made.agreed_at).date()
            found.append(
                Moderated(one.auditor.name, one.overall, made.overall, one.done_on, agreed)
            )
    return found


def of_theme(theme: str, sharing: bool = False) -> dict[str, Any] | None:
    """What finished audits found on a theme, for its page: None where none graded it.

    ``sentence`` says it, ``table`` counts it, ``since`` and ``until`` are the days of the audits,
    ``actions`` is what came of it in words. With ``sharing`` small numbers are hidden: ``table``
    is then None.
    """
    if theme not in THEME_IDS:
        return None
    from sightline.web.audits.owing import finished

    rows = [g for g in counted.grades(audited(finished(answers=True))) if g.question.theme == theme]
    found = [d for d in counted.by_theme(_only(rows)) if d.key == theme]
    if not found:
        return None
    days = [row.audit.on for row in rows]
    words = [sentence(one) for one in found]
    told = {
        "theme": theme,
        "title": by_id(theme).title,
        "audits": len({id(row.audit) for row in rows}),
        "since": min(days),
        "until": max(days),
        "sentence": " ".join(words),
        "table": distribution_table(found, f"Grades on {by_id(theme).title.lower()}"),
        "actions": actions_of(theme),
    }
    return _shared(told, found) if sharing else told


def _only(rows: Sequence[counted.Graded]) -> list[Audited]:
    return list({id(row.audit): row.audit for row in rows}.values())


def sentence(one: Distribution) -> str:
    """How many are good or better, of how many; of another scale each word's count."""
    if one.scale.id != OFSTED.id:
        return f"{one.scale.title} {one}."
    good, of = one.at_least(GOOD)
    share = f"{round(100 * good / of)}% ({good} of {of})" if of else "none"
    return f"Good or better in {share} of the grades given."


def distribution_table(found: Sequence[Distribution], caption: str) -> dict[str, Any]:
    """Distributions on one scale as a table: how many of each word, of how many."""
    scale = found[0].scale
    rows = [
        [one.title, *(one.counts[s.value] for s in scale.steps), one.of]
        for one in found
        if one.scale.id == scale.id
    ]
    head = ["Of what", *(s.label for s in scale.steps), "All"]
    return {
        "caption": caption,
        "head": head,
        "rows": rows,
        "numbers": list(range(1, len(head))),
    }


def actions_of(theme: str) -> str:
    """What was set to be done on a theme, and how far it is, in words; nothing where none was."""
    held = Action.objects.filter(theme=theme).select_related("owner", "done_by", "verified_by")
    rows = [one.standing() for one in held]
    if not rows:
        return ""
    verified = sum(str(state) == "verified" for state in rows)
    late = sum(state.overdue_by > 0 for state in rows)
    return f"{verified} of {len(rows)} actions verified; {late} overdue."


def _shared(told: dict[str, Any], found: Sequence[Distribution]) -> dict[str, Any]:
    """Only what tells of nobody: the one share, where no number in it is small."""
    one = next((d for d in found if d.scale.id == OFSTED.id), None)
    good, of = one.at_least(GOOD) if one else (0, 0)
    tells = of < FEWEST or 0 < good < SMALL or 0 < of - good < SMALL
    said = HIDDEN if tells else told["sentence"]
    return told | {"sentence": said, "table": None, "audits": None, "actions": ""}


def period(audits: Sequence[Audited]) -> str:
    """The days of some audits in words: "from 3 May 2026 to 21 October 2026"."""
    if not audits:
        return ""
    days = [one.on for one in audits]
    return f"from {day(min(days))} to {day(max(days))}"
