"""What a person's first page says about audits: cards with a number, each with a link."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils import timezone

from sightline.web.audits import again, owing
from sightline.web.audits.access import sees_all, visible, visible_actions
from sightline.web.audits.models import Action, Audit
from sightline.web.look.filters import count, day
from sightline.web.people.rights import Right

Card = dict[str, Any]


def cards(person: Any) -> list[Card]:
    """Cards for a person: title, text, link and number; what is urgent first."""
    if not person.may(Right.SEE_AUDITS):
        return []
    return [*_urgent(person), *_mine(person), *_actions(person), *_leading(person)]


def _card(title: str, text: str, link: str, number: int) -> Card:
    return {"title": title, "text": text, "link": link, "number": number}


def _urgent(person: Any) -> Iterator[Card]:
    urgent = visible_actions(person).filter(urgent=True, done_at=None)
    first = urgent.first()
    if first is not None and (first.owner_id == person.pk or sees_all(person)):
        words = f"Said in an audit, {day(first.set_at)}. See to it today."
        link = reverse("audit_action", args=[first.pk])
        yield _card("A child may not be safe", words, link, urgent.count())


def _mine(person: Any) -> Iterator[Card]:
    if not person.may(Right.AUDIT):
        return
    mine = visible(person).filter(auditor=person, state__in=Audit.OPEN)
    first = mine.first()
    if first is not None:
        late = mine.filter(due__lt=timezone.localdate()).count()
        words = f"The next is due {day(first.due)}. {count(late, 'is', 'are')} late."
        yield _card("Audits given to you", words, reverse("audits") + "#mine", mine.count())


def _actions(person: Any) -> Iterator[Card]:
    rows: list[Action] = list(visible_actions(person).filter(owner=person, done_at=None))
    if rows:
        late = sum(one.standing().overdue_by > 0 for one in rows)
        words = f"{count(late, 'is', 'are')} overdue. The next is due {day(rows[0].due)}."
        yield _card("Your actions", words, reverse("audit_actions") + "?whose=mine", len(rows))
    waiting = visible_actions(person).exclude(done_at=None).filter(verified_at=None)
    able = waiting.exclude(owner=person).exclude(done_by=person)
    if person.may(Right.RUN_PROGRAMME) and able.exists():
        link = reverse("audit_actions") + "?state=done%2C+awaiting+verification"
        yield _card("Actions to verify", "Done, and not seen by anybody else.", link, able.count())


def _leading(person: Any) -> Iterator[Card]:
    if waiting := owing.to_moderate(person):
        link = reverse("audits") + "#moderate"
        yield _card("Audits to moderate", "Each has its reason beside it.", link, len(waiting))
    if not sees_all(person):
        return
    programme = owing.current()
    late = [one for one in owing.still_owed(programme) if one.late] if programme else []
    if late:
        left = sum(one.due.left for one in late)
        people = len({one.due.who for one in late})
        words = f"Late in the programme, of {count(people, 'person', 'people')}."
        yield _card("Audits owed", words, reverse("audit_programme"), left)
    if person.may(Right.RUN_PROGRAMME) and (due := again.due()):
        words = "Found inadequate three months ago or more."
        yield _card("To look at again", words, reverse("audit_programme"), len(due))
