"""Draws samples and gives out audits: the same draw from the same seed, and nothing half-done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from sightline.audits.declare import Tool
from sightline.audits.sampling import Assignment, Auditor, Chosen, Method, Sample, assign, draw
from sightline.audits.tools import tool as declared
from sightline.web.audits import from_data
from sightline.web.audits.frames import Frame
from sightline.web.audits.models import AnswerRow, Audit, SampleDraw
from sightline.web.people.rights import ROLES, Right

if TYPE_CHECKING:
    from sightline.packs.published.read import Published


@dataclass(frozen=True)
class Wanted:
    """What somebody asks of a draw. Children are named by reference."""

    tool: str
    source: str
    named: str
    method: str
    size: int
    seed: str
    due: date
    auditors: tuple[int, ...]
    strata: tuple[str, ...] = ()
    picks: Mapping[str, str] = field(default_factory=dict)
    exclusions: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Drawn:
    """A draw before it is confirmed: the sample, and who is given which child."""

    sample: Sample
    given: Assignment
    frame: Frame

    def auditor_of(self, child: str) -> str:
        """The auditor of a child, by their name in ``auditors``; nothing where there is none."""
        return self.given.given.get(child, "")


def auditors() -> list[Any]:
    """Everybody who may be given an audit."""
    from sightline.web.people.models import Person

    roles = [role.key for role in ROLES.values() if Right.AUDIT in role.rights]
    people = Person.objects.filter(role__in=roles, is_active=True)
    return list(people.order_by("last_name", "first_name"))


def auditor_id(person: Any) -> str:
    """How the draw knows a person: as the data know workers, so that nobody audits themselves."""
    return str(person.worker) if person.worker else f"@{person.username}"


def plain_auditors(people: Sequence[Any]) -> list[Auditor]:
    """People as the draw knows them, with the teams that are their own."""
    return [Auditor(auditor_id(one), frozenset(one.teams)) for one in people]


def last_audited() -> dict[str, date]:
    """When each child was last audited, or given to be; by reference."""
    rows = Audit.objects.exclude(state=Audit.WITHDRAWN).values_list(
        "reference", "submitted_at", "given_at"
    )
    found: dict[str, date] = {}
    for reference, submitted, given in rows:
        day = timezone.localtime(submitted or given).date()
        found[reference] = max(found.get(reference, day), day)
    return found


def drawn(wanted: Wanted, frame: Frame, as_at: date) -> Drawn:
    """Draw, and give each child an auditor. ValueError where what is asked contradicts itself."""
    people = [one for one in auditors() if one.pk in wanted.auditors]
    if not people:
        raise ValueError("Choose one auditor or more.")
    able = plain_auditors(people)
    sample = draw(
        frame.members,
        wanted.size,
        seed=wanted.seed,
        as_at=as_at,
        method=Method(wanted.method),
        strata=wanted.strata if wanted.method == Method.STRATIFIED else (),
        picks=wanted.picks,
        exclusions=wanted.exclusions,
        recent={} if wanted.method == Method.PURPOSIVE else last_audited(),
        auditors=able,
    )
    return Drawn(sample, assign(sample, able), frame)


def give_out(
    published: Published, wanted: Wanted, made: Drawn, person: Any, parent: Mapping[str, Any] = {}
) -> list[Audit]:
    """Keep a draw and make its audits, all or none. A child without an auditor is left out.

    ``parent`` is the audit that is looked at again, by child.
    """
    people = {auditor_id(one): one for one in auditors()}
    tool = declared(wanted.tool)
    with transaction.atomic():
        kept = _kept(wanted, made, person)
        audits = [
            _audit(published, tool, one, people[made.auditor_of(one.child)], wanted.due, kept,
                   made.frame, parent.get(one.child))
            for one in made.sample.chosen
            if made.auditor_of(one.child)
        ]  # fmt: skip
        save_all(audits)
    return audits


def save_all(audits: Sequence[Audit]) -> None:
    """Write audits with the first answers that data gave."""
    Audit.objects.bulk_create(audits)
    AnswerRow.objects.bulk_create(
        AnswerRow(audit=audit, question=question, value=value, version=1, at=audit.given_at)
        for audit in audits
        for question, value in audit.answers.items()
    )


def _kept(wanted: Wanted, made: Drawn, person: Any) -> SampleDraw:
    sample = made.sample
    return SampleDraw.objects.create(
        seed=str(sample.seed),
        method=str(sample.method),
        source=wanted.source,
        named=wanted.named,
        frame_size=sample.frame_size,
        statement=sample.statement,
        exclusions=dict(Counter(sample.excluded.values())),
        spare=[[one.child, one.stratum, one.why] for one in sample.replacements],
        by=person,
    )


def _audit(
    published: Published,
    tool: Tool,
    chosen: Chosen,
    auditor: Any,
    due: date,
    kept: SampleDraw,
    frame: Frame,
    parent: Audit | None,
) -> Audit:
    member = chosen.member
    return new_audit(
        published,
        tool,
        frame.numbers[member.child],
        reference=member.child,
        team=member.team,
        worker=member.worker,
        auditor=auditor,
        due=due,
        draw=kept,
        stratum=chosen.stratum,
        why=chosen.why[:300],
        parent=parent,
    )


def new_audit(published: Published, tool: Tool, child_id: str, **said: Any) -> Audit:
    """An audit of a child with what data say of it, not written to the database yet."""
    of = published.of_child(child_id)
    told = from_data.told(published, of, tool) if of else {}
    return Audit(
        tool=tool.id,
        tool_version=tool.version,
        child_id=child_id,
        snapshot=published.said.snapshot,
        said_of=from_data.about(of) if of else [],
        told=told,
        answers=from_data.answers(told),
        **said,
    )


def replace(audit: Audit, published: Published, reason: str, person: Any) -> Audit | None:
    """Withdraw an audit of a child who cannot be looked at; the next of the draw takes its place.

    None where nobody stands ready. Raises ``ValueError`` where it is finished.
    """
    with transaction.atomic():
        held = Audit.objects.select_for_update().select_related("draw").get(pk=audit.pk)
        if held.state not in Audit.OPEN:
            raise ValueError("This audit is finished, or withdrawn already.")
        held.state, held.override_reason = Audit.WITHDRAWN, reason
        held.touched_at, held.touched_by = timezone.now(), person
        held.save()
        other = _next(held, published)
        if other is not None:
            save_all([other])
    return other


def _next(held: Audit, published: Published) -> Audit | None:
    """The audit of whoever stands ready for a child of the same group; its auditor may take it."""
    if held.draw is None:
        return None
    used = set(Audit.objects.filter(draw=held.draw).values_list("reference", flat=True))
    for reference, stratum, why in held.draw.spare:
        child = published.child(reference)
        if child is None or reference in used or stratum != held.stratum:
            continue
        if child.team in held.auditor.teams or child.worker == auditor_id(held.auditor):
            continue
        return new_audit(
            published, held.declared, child.child_id, reference=reference, team=child.team,
            worker=child.worker, auditor=held.auditor, due=held.due, draw=held.draw,
            stratum=stratum, why=f"In the place of another child. {why}"[:300],
        )  # fmt: skip
    return None
