"""What a home page says of data: whether a load failed, is not published, or has much to mend."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from sightline.web.loads import told
from sightline.web.loads.models import Job, State
from sightline.web.look.filters import count, day
from sightline.web.people.rights import Right

Card = dict[str, Any]


def cards(person: Any) -> list[Card]:
    """Cards of title, text, link and number, for those who see loads; none for others."""
    if not person.may(Right.SEE_DATA):
        return []
    rows = [one for one in told.loads() if one.last]
    made = [_latest(rows[0]), _to_mend(rows[0], person)] if rows else [_nothing(person)]
    return [*made, *_failed()]


def _card(title: str, text: str, link: str, number: int | None = None) -> Card:
    return {"title": title, "text": text, "link": link, "number": number}


def _nothing(person: Any) -> Card:
    may = person.may(Right.LOAD_DATA)
    text = "Nothing is loaded yet." + (" Load the first files." if may else "")
    return _card("Data", text, reverse("upload" if may else "loads"))


def _latest(load: told.Load) -> Card:
    said = f"The last load is as at {day(load.as_at)}."
    if load.partial:
        said += f" In part: {load.partial}."
    if not load.published:
        said += " It is not published."
    return _card("Data", said, reverse("load", args=[load.id]))


def _to_mend(load: told.Load, person: Any) -> Card:
    from sightline.web.loads import issues

    found = told.load_of(load.id)
    assert found is not None, "the load was just listed"
    mine = issues.owners(issues.within(issues.issues_of(found), person.scope), by_worker=False)
    errors = sum(one.errors for one in mine)
    text = f"{count(errors, 'error')} to mend in the last load."
    return _card("Fixing list", text, reverse("fixing", args=[load.id]), errors)


def _failed() -> list[Card]:
    """The jobs that failed since the last one that was done."""
    last = Job.objects.filter(state=State.DONE).order_by("-ended_at").first()
    failed = Job.objects.filter(state=State.FAILED)
    if last:
        failed = failed.filter(ended_at__gt=last.ended_at)
    number = failed.count()
    if not number:
        return []
    words = "A job failed" if number == 1 else f"{number:,} jobs failed"
    return [_card("Jobs", f"{words} since the last that was done.", reverse("jobs"), number)]
