"""What came of the demonstration's audits: moderation, comments, what families said, actions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any

from django.utils import timezone

from sightline.audits.feedback import Reach
from sightline.audits.scoring import ESCALATE
from sightline.audits.tools import tool
from sightline.kit.calendar import add_working_days
from sightline.web.audits import demo_words as words
from sightline.web.audits.escalation import DIFFERENT, leader
from sightline.web.audits.invitations import FORMS
from sightline.web.audits.models import Action, Audit, Comment, FeedbackInvitation, Moderation
from sightline.web.audits.owing import waiting

_LATEST = 4
"""How many of those chosen for moderation still wait for it."""
_REACH = (Reach.REACHED, Reach.REACHED, Reach.REACHED, Reach.ASKED, Reach.DECLINED, Reach.NOT_SAFE)


def after(audits: Sequence[Audit], people: Sequence[Any], lead: Any, random: Random) -> None:
    """All that came of the finished ones."""
    done = [one for one in audits if one.finished]
    _moderate(done, lead, random)
    _families(done, random)
    _actions(done, people, lead, random)


def _moderate(done: Sequence[Audit], lead: Any, random: Random) -> None:
    chosen = sorted(waiting(done), key=lambda pair: pair[0].done_on)
    made, comments = [], []
    for one, _ in chosen[:-_LATEST]:
        assert one.submitted_at is not None
        at = one.submitted_at + timedelta(days=random.randrange(1, 12))
        at = min(at, timezone.now())
        made.append(_moderation(one, lead, at, random))
        comments += _comments(one, lead, at, random)
        one.state = Audit.MODERATED
    for one, _ in chosen[-1:]:
        assert one.submitted_at is not None
        comments.append(Comment(audit=one, text=words.COMMENTS[0], by=lead, at=one.submitted_at))
    Moderation.objects.bulk_create(made)
    Comment.objects.bulk_create(comments)
    Audit.objects.bulk_update(list(done), ["state"])


def _moderation(one: Audit, lead: Any, at: datetime, random: Random) -> Moderation:
    steps = one.declared.scale.values
    drawn = random.random()
    step = 0 if one.unsafe_at else -1 if drawn < 0.35 else 1 if drawn > 0.93 else 0
    place = max(0, min(len(steps) - 1, steps.index(one.overall) + step))
    moved = place - steps.index(one.overall)
    return Moderation(
        audit=one,
        moderator=lead,
        overall=steps[place],
        reason=words.MODERATED[moved],
        state=Moderation.AGREED,
        begun_at=at,
        agreed_at=at,
    )


def _comments(one: Audit, lead: Any, at: datetime, random: Random) -> list[Comment]:
    graded = [q.id for q in one.declared.graded if q.id in one.answers]
    picked = random.sample(graded, min(len(graded), random.randrange(0, 3)))
    return [
        Comment(
            audit=one,
            question=question,
            text=random.choice(words.COMMENTS),
            by=lead,
            at=at - timedelta(hours=5),
            resolved_by=one.auditor,
            resolved_at=at,
        )
        for question in picked
    ]


def _families(done: Sequence[Audit], random: Random) -> None:
    FeedbackInvitation.objects.bulk_create(
        _invitation(one, who, random)
        for one in done
        for who in ("child", "parent")
        if random.random() < 0.55
    )


def _invitation(one: Audit, who: str, random: Random) -> FeedbackInvitation:
    assert one.submitted_at is not None
    status, form = random.choice(_REACH), tool(FORMS[who])
    at = one.submitted_at - timedelta(days=3)
    made = FeedbackInvitation(
        audit=one, who=who, status=str(status), by=one.auditor, at=at, tool=form.id,
        tool_version=form.version, expires=at + timedelta(days=28),
    )  # fmt: skip
    if status is Reach.REACHED:
        made.used_at = one.submitted_at - timedelta(days=1)
        made.answers = _said(form, random)
    return made


def _said(form: Any, random: Random) -> dict[str, Any]:
    """What a family answers: mostly well of the worker, less of the plan; nobody is unsafe."""
    given: dict[str, Any] = {}
    for question in form.questions:
        steps = [step.value for step in form.steps(question)]
        if question.alerts:
            given[question.id] = {"value": "yes"}
        elif steps and random.random() < 0.9:
            given[question.id] = {"value": random.choice([*steps, *steps[-1:]])}
    given["good"] = {"value": random.choice(words.GOOD_FOR_FAMILIES)}
    given["change"] = {"value": random.choice(words.CHANGE_FOR_FAMILIES)}
    return given


def _actions(done: Sequence[Audit], people: Sequence[Any], lead: Any, random: Random) -> None:
    owners = [one for one in people if one.role in ("manager", "head", "practitioner")]
    made = []
    for one in done:
        if one.overall in ("Inadequate", "Requires improvement", "not_met", "partly_met"):
            for theme, what, different in random.sample(words.ACTIONS, random.randrange(1, 3)):
                made.append(_action(one, theme, what, different, random.choice(owners), lead,
                                    random))  # fmt: skip
        if one.unsafe_at:
            made.append(_urgent(one, lead))
    Action.objects.bulk_create(made)


def _action(
    one: Audit, theme: str, what: str, different: str, owner: Any, lead: Any, random: Random
) -> Action:
    assert one.submitted_at is not None
    due = add_working_days(one.done_on, random.choice((5, 10, 20)))
    made = Action(
        audit=one, theme=theme, what=what, different=different, owner=owner, due=due,
        set_by=one.auditor, set_at=one.submitted_at,
    )  # fmt: skip
    now, drawn = timezone.now(), random.random()
    done = one.submitted_at + timedelta(days=random.randrange(3, 25))
    if drawn < 0.75 and done < now:
        made.started_at = made.done_at = done
        made.done_by = owner
        made.evidence = "On the child's record, with the date of the talk with the family."
        if drawn < 0.5 and done + timedelta(days=5) < now:
            made.verified_at, made.verified_by = done + timedelta(days=5), lead
    return made


def _urgent(one: Audit, lead: Any) -> Action:
    """The child who was not safe: told, done and seen the same day."""
    at = one.unsafe_at
    assert at is not None
    return Action(
        audit=one, theme="risk", what=ESCALATE, different=DIFFERENT, owner=leader(one.team),
        due=timezone.localtime(at).date(), urgent=True, set_by=one.auditor, set_at=at,
        started_at=at, done_at=at + timedelta(hours=5), done_by=leader(one.team),
        evidence=f"{words.TOLD}\n{words.SAFE_NOW}",
        verified_at=at + timedelta(days=1), verified_by=lead,
    )  # fmt: skip
