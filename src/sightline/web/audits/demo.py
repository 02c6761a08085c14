"""Fills a demonstration with 60 audits by eight auditors, and what came of them. Made up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from sightline.audits.sampling import Method
from sightline.kit.calendar import add_months
from sightline.web.audits import draws, owing
from sightline.web.audits.demo_after import after
from sightline.web.audits.demo_answers import Writer
from sightline.web.audits.draws import Wanted
from sightline.web.audits.frames import SNAPSHOT, frame
from sightline.web.audits.models import AnswerRow, Audit, Programme
from sightline.web.audits.view_programme import year_of

if TYPE_CHECKING:
    from sightline.packs.published.read import Published

SEED, TOTAL, AUDITORS = 2026, 60, 8
_OPEN, _BEGUN = 8, 5
_WAVES = (
    ("full_child", 10), ("thematic_plans", 8), ("full_child", 9), ("collaborative", 6),
    ("full_child", 9), ("dip_sample", 8), ("full_child", 10),
)  # fmt: skip
"""What is drawn in each month, the oldest first: 60 in all."""
_DAYS = 30
_ASKED, _WHY = 3, "the worker asked for a second look"


def fill(published: Published, people: Sequence[Any]) -> str:
    """Make the programme and the audits, once. What was made, in a sentence.

    ``people`` are those of the demonstration, with eight auditors and somebody who leads quality.
    """
    if Audit.objects.exists():
        return "There are audits already."
    auditors = [one for one in people if one.role == "auditor"][:AUDITORS]
    lead = next(one for one in people if one.role == "qa_lead")
    random, today = Random(SEED), timezone.localdate()
    with transaction.atomic():
        _programme(auditors, lead, today)
        own = next((one.worker for one in people if one.role == "practitioner"), "")
        audits = _drawn(published, auditors, lead, today, own)
        _answer(audits, Writer(random, auditors), random)
        after(audits, people, lead, random)
    done = sum(one.finished for one in audits)
    return f"{len(audits)} audits by {len(auditors)} auditors, {done} of them finished."


def _programme(auditors: Sequence[Any], lead: Any, today: date) -> None:
    quotas = [
        {"activity": "full_child", "who": one.username, "per": "quarter", "number": 2}
        for one in auditors
    ]
    Programme.objects.create(start=year_of(today), quotas=quotas, by=lead)


def _drawn(
    published: Published, auditors: Sequence[Any], lead: Any, today: date, own: str
) -> list[Audit]:
    """A sample for each month, each child once, given out at the month's beginning.

    A child of the practitioner who signs in is picked in the first months, as they asked.
    """
    whole, made = frame(published, SNAPSHOT), list[Audit]()
    asked = [one.child for one in whole.members if own and one.worker == own][:_ASKED]
    for number, (tool, size) in enumerate(_WAVES):
        given = add_months(today, number - len(_WAVES)) + timedelta(days=2)
        wanted = Wanted(
            tool=tool,
            source=SNAPSHOT,
            named="",
            method=str(Method.STRATIFIED),
            size=size,
            seed=f"{SEED}-{number + 1}",
            due=given + timedelta(days=_DAYS),
            auditors=tuple(one.pk for one in auditors),
            strata=("open as",),
            picks={asked[number]: _WHY} if number < len(asked) else {},
        )
        drawn = draws.drawn(wanted, whole, given)
        audits = draws.give_out(published, wanted, drawn, lead)
        for one in audits:
            one.given_at = _at(given, 9, 30)
            one.draw.at = one.given_at
            one.draw.save(update_fields=["at"])
        made += audits
    return made


def _at(day: date, hour: int, minute: int) -> datetime:
    here = timezone.get_current_timezone()
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=here)


def _answer(audits: Sequence[Audit], writer: Writer, random: Random) -> None:
    """Answer each audit; the last few are begun, or wait."""
    rows: list[AnswerRow] = []
    for place, one in enumerate(audits):
        left = len(audits) - place
        if left <= _OPEN - _BEGUN:
            continue
        on = one.given_at + timedelta(days=random.randrange(6, 24), minutes=random.randrange(300))
        on = min(on, timezone.now() - timedelta(days=1, hours=left))
        part = random.uniform(0.3, 0.8) if left <= _OPEN else 1.0
        rows += writer.write(one, on, part, unsafe=place == _OPEN)
    AnswerRow.objects.bulk_create(rows)
    fields = [
        "answers", "state", "derived", "overall", "override_reason", "unsafe_at", "given_at",
        "touched_at", "touched_by", "submitted_at",
    ]  # fmt: skip
    Audit.objects.bulk_update(audits, fields)


def summary() -> dict[str, int]:
    """How many of each there are: for a test, and for whoever made them."""
    waiting = owing.waiting(owing.finished())
    return {
        "audits": Audit.objects.count(),
        "finished": owing.finished().count(),
        "waiting": len(waiting),
    }
