"""What is owed: by whom how many audits, and which finished ones a moderator should grade again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils import timezone

from sightline.audits.again import Finished
from sightline.audits.again import to_moderate as chosen
from sightline.audits.programme import Done, Owed, Quota, owed
from sightline.audits.programme import Programme as Plain
from sightline.audits.tools import tool
from sightline.kit.calendar import MONTHS_IN_YEAR, add_months
from sightline.web.audits.access import sees_all, visible
from sightline.web.audits.models import Audit, Programme
from sightline.web.people.rights import Right

LONG = ("answers", "told")
"""Columns that lists do not need."""


def current(today: date | None = None) -> Programme | None:
    """The programme of the year that today is in; None where there is none."""
    today = today or timezone.localdate()
    latest = Programme.objects.filter(start__lte=today).order_by("-start").first()
    ended = latest is not None and add_months(latest.start, MONTHS_IN_YEAR) <= today
    return None if ended else latest


def plain(programme: Programme) -> Plain:
    """The programme as plain values. Raises ``ValueError`` where its quotas contradict."""
    return Plain(programme.start, tuple(Quota(**quota) for quota in programme.quotas))


def done(audits: Iterable[Audit]) -> list[Done]:
    """What finished audits count for."""
    return [Done(a.tool, a.auditor.username, a.done_on) for a in audits if a.submitted_at]


def finished(answers: bool = False) -> Any:
    """Every finished audit; without ``answers``, which are long, unless they are asked for."""
    held = Audit.objects.filter(state__in=Audit.FINISHED).select_related("auditor", "moderation")
    return held if answers else held.defer(*LONG)


def still_owed(programme: Programme, today: date | None = None) -> tuple[Owed, ...]:
    """Who owes what today, what is longest late first."""
    return owed(plain(programme), done(finished()), today or timezone.localdate())


def names() -> dict[str, str]:
    """People's names by user name."""
    from sightline.web.people.models import Person

    return {one.username: one.name for one in Person.objects.all()}


def words(one: Owed, called: dict[str, str]) -> dict[str, Any]:
    """What somebody owes, in words for a page."""
    late = "late" if one.late else "not late yet"
    return {
        "who": called.get(one.due.who, one.due.who),
        "what": tool_title(one.due.activity),
        "left": one.due.left,
        "number": one.due.number,
        "due": one.due.due,
        "late": one.late,
        "state": f"{late}, {one.working_days} working days {'past' if one.late else 'left'}",
    }


def tool_title(tool_id: str) -> str:
    """What a tool is called; its id where it is no more."""
    try:
        return tool(tool_id).title
    except KeyError:
        return tool_id


def owed_words(person: Any, only_late: bool = False) -> list[dict[str, Any]]:
    """What a person owes, or, for those who lead quality, what anybody does."""
    programme = current()
    if programme is None:
        return []
    called = names()
    all_owed = still_owed(programme)
    mine = [o for o in all_owed if sees_all(person) or o.due.who == person.username]
    return [words(one, called) for one in mine if one.late or not only_late]


def to_moderate(person: Any) -> list[tuple[Audit, str]]:
    """Finished audits that wait for a moderator, each with the reason; never a person's own."""
    if not person.may(Right.MODERATE):
        return []
    made: list[tuple[Audit, str]] = []
    for one, why in waiting(visible(person).filter(state__in=Audit.FINISHED).defer(*LONG)):
        if one.auditor_id != person.pk:
            made.append((one, why))
    return made


def waiting(audits: Iterable[Audit]) -> list[tuple[Audit, str]]:
    """Of some finished audits, those chosen for moderation that are not moderated yet.

    Each scale is chosen from on its own; the seed is the year, so a choice stays.
    """
    by_scale: dict[str, list[Audit]] = {}
    for audit in audits:
        if audit.overall:
            by_scale.setdefault(audit.declared.scale.id, []).append(audit)
    made = []
    for group in by_scale.values():
        group.sort(key=lambda audit: audit.done_on)
        reasons = chosen([_finished(a) for a in group], group[0].declared.scale, "moderation")
        made += [
            (audit, reasons[str(audit.pk)])
            for audit in group
            if str(audit.pk) in reasons and audit.state == Audit.SUBMITTED
        ]
    return made


def _finished(audit: Audit) -> Finished:
    return Finished(
        str(audit.pk), audit.reference, audit.auditor.username, audit.done_on, audit.overall
    )
