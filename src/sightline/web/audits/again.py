"""Re-audits: work that was found inadequate months ago is drawn by itself, for another eye."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from sightline.audits.again import Finished, first_auditors, to_audit_again
from sightline.audits.sampling import Method, assign, draw
from sightline.audits.scales import OFSTED
from sightline.web.audits import draws, owing
from sightline.web.audits.draws import Drawn, Wanted
from sightline.web.audits.frames import Frame, member_of
from sightline.web.audits.models import Audit

if TYPE_CHECKING:
    from sightline.packs.published.read import Published

TOOL, SOURCE, DAYS = "reaudit", "again", 20


def due(today: date | None = None) -> list[tuple[Audit, str]]:
    """The last audit of each child whose work is to be looked at again, with why.

    A child whose audit was looked at again, or is given out to be, is not due.
    """
    today = today or timezone.localdate()
    audits = {str(a.pk): a for a in owing.finished() if a.final in OFSTED.values and a.reference}
    reasons = to_audit_again([_plain(a) for a in audits.values()], OFSTED, today)
    taken = set(Audit.objects.exclude(parent=None).exclude(state=Audit.WITHDRAWN)
                .values_list("parent", flat=True))  # fmt: skip
    last: dict[str, Audit] = {}
    for audit in sorted(audits.values(), key=lambda a: a.done_on):
        last[audit.reference] = audit
    return [(last[ref], why) for ref, why in reasons.items() if last[ref].pk not in taken]


def _plain(audit: Audit) -> Finished:
    return Finished(
        str(audit.pk), audit.reference, audit.auditor.username, audit.done_on, audit.final
    )


def give_out(published: Published, person: Any, today: date | None = None) -> list[Audit]:
    """Draw and give out what is due, never to the first auditor. Nothing where nothing is due.

    A child who is not in the published data any more waits.
    """
    today = today or timezone.localdate()
    with transaction.atomic():
        # Two who ask at once wait for each other here: the second then finds nothing due.
        list(Audit.objects.select_for_update().filter(pk__in=[a.pk for a, _ in due(today)]))
        return _given(published, person, today)


def _given(published: Published, person: Any, today: date) -> list[Audit]:
    wanted = {audit.reference: (audit, why) for audit, why in due(today)}
    children = [c for ref in wanted if (c := published.child(ref)) is not None]
    if not children:
        return []
    frame = Frame(tuple(map(member_of, children)), {c.ref: c.child_id for c in children})
    asked = _wanted(today, {ref: wanted[ref][1] for ref in frame.numbers})
    return draws.give_out(
        published,
        asked,
        _drawn(asked, frame, published.said.as_at),
        person,
        {ref: audit for ref, (audit, _) in wanted.items()},
    )


def _wanted(today: date, picks: dict[str, str]) -> Wanted:
    return Wanted(
        tool=TOOL,
        source=SOURCE,
        named="",
        method=str(Method.PURPOSIVE),
        size=len(picks),
        seed=f"again {today.isoformat()}",
        due=today + timedelta(days=DAYS),
        auditors=tuple(one.pk for one in draws.auditors() if one.role in ("auditor", "qa_lead")),
        picks=picks,
    )


def _drawn(asked: Wanted, frame: Frame, as_at: date) -> Drawn:
    able = draws.plain_auditors([p for p in draws.auditors() if p.pk in asked.auditors])
    sample = draw(
        frame.members, asked.size, seed=asked.seed, as_at=as_at, method=Method.PURPOSIVE,
        picks=asked.picks, auditors=able,
    )  # fmt: skip
    return Drawn(sample, assign(sample, able, barred=_barred()), frame)


def _barred() -> dict[str, frozenset[str]]:
    """Who audited each child before, as the draw knows people."""
    return first_auditors(
        [
            Finished(str(a.pk), a.reference, draws.auditor_id(a.auditor), a.done_on, a.final)
            for a in owing.finished()
        ]
    )


def run_daily(today: date | None = None) -> int:
    """What the queue does each day: gives out what is due. How many audits that were."""
    from django.conf import settings

    from sightline.tasks.publish import published

    found = published(str(settings.WORKSPACE.root), "working")
    return len(give_out(found, None, today)) if found is not None else 0
