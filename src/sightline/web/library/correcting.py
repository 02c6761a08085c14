"""Corrections as they are made, listed and withdrawn; each change is kept in the trail."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from sightline.packs.words import POLARITIES, TOPICS, when
from sightline.regime.themes import by_id
from sightline.web.library.forms import DATES, NOT_CORRECTED, FactForm, FindingForm
from sightline.web.library.models import Correction, Field
from sightline.web.library.shelf import Library, Row
from sightline.web.trail.record import record

IN_FORCE, LOST, WITHDRAWN = "in force", "no longer found", "withdrawn"
COLOURS = {IN_FORCE: "blue", LOST: "yellow", WITHDRAWN: "grey"}


def finding_at(library: Library, sha256: str, start: int, end: int | None = None) -> Row | None:
    """The finding that begins there, as corrected."""
    for row in library.findings(sha256=sha256):
        if row["start"] == start and end in (None, row["end"]):
            return row
    return None


def fact_at(library: Library, sha256: str, event: int, name: str, start: int) -> Row | None:
    """A fact of an event, as corrected; None where there is none, or it is not to be corrected."""
    if name in NOT_CORRECTED:
        return None
    for row in library.events(sha256=sha256):
        for fact in row["facts"]:
            cited = fact["citation"] or {"start": 0}
            if row["place"] == event and fact["fact"] == name and cited["start"] == start:
                return dict(fact)
    return None


@transaction.atomic
def correct_finding(request: HttpRequest, finding: Row, form: FindingForm) -> list[Correction]:
    """Keep what a form says of a finding: one correction for each thing that differs."""
    themes = [theme for theme in finding["themes"] if theme != "none"]
    differing: list[tuple[Any, Any, Any]] = []
    if form.cleaned_data["not_a_finding"]:
        differing.append((Field.NOT_A_FINDING, False, True))
    else:
        if form.themes() != themes:
            differing.append((Field.THEMES, themes, form.themes()))
        if form.cleaned_data["polarity"] != finding["polarity"]:
            differing.append((Field.POLARITY, finding["polarity"], form.cleaned_data["polarity"]))
    place = {name: finding[name] for name in ("sha256", "start", "end", "quote", "event")}
    return [
        _keep(request, form.cleaned_data["reason"], field=field, was=was, now=now, **place)
        for field, was, now in differing
    ]


@transaction.atomic
def correct_fact(
    request: HttpRequest, sha256: str, event: int, fact: Row, form: FactForm
) -> Correction:
    """Keep what a form says of a fact."""
    cited = fact["citation"] or {"start": 0, "end": 0, "quote": ""}
    place = {name: cited[name] for name in ("start", "end", "quote")}
    return _keep(
        request, form.cleaned_data["reason"], field=Field.FACT, fact=fact["fact"],
        was=fact["value"], now=form.cleaned_data["value"], sha256=sha256, event=event, **place,
    )  # fmt: skip


def _keep(request: HttpRequest, reason: str, **said: Any) -> Correction:
    made = Correction.objects.create(by=request.user, reason=reason, **said)
    record(
        request, "corrected", f"{what(made)} in document {made.sha256[:12]}", reason=reason,
        correction=made.pk, was=made.was, now=made.now,
    )  # fmt: skip
    return made


@transaction.atomic
def withdraw(request: HttpRequest, one: Correction, why: str) -> bool:
    """Withdraw a correction; whether it was in force until now."""
    done = Correction.objects.filter(pk=one.pk, withdrawn_at=None).update(
        withdrawn_by=request.user, withdrawn_at=timezone.now(), withdrawn_why=why
    )
    if done:
        about = f"{what(one)} in document {one.sha256[:12]}"
        record(request, "withdrew a correction", about, reason=why, correction=one.pk)
    return bool(done)


def what(one: Correction) -> str:
    """What a correction is of, in words."""
    if one.field == Field.FACT:
        return f"Fact: {one.fact.replace('_', ' ')}"
    return str(Field(one.field).label)


def listed(rows: Iterable[Correction], lost: set[int]) -> list[dict[str, Any]]:
    """Corrections as pages show them."""
    return [
        {
            "number": one.pk, "one": one, "what": what(one), "was": value(one, one.was),
            "now": value(one, one.now), "by": one.by.name, "at": one.at, "reason": one.reason,
            "state": state(one, lost), "colour": COLOURS[state(one, lost)],
            "quote": " ".join(one.quote.split()),
            "withdrawn_by": one.withdrawn_by.name if one.withdrawn_by else "",
        }
        for one in rows
    ]  # fmt: skip


def state(one: Correction, lost: set[int]) -> str:
    """Whether it holds."""
    if one.withdrawn_at is not None:
        return WITHDRAWN
    return LOST if one.pk in lost else IN_FORCE


def value(one: Correction, said: Any) -> str:
    """What it was or is, in words."""
    if one.field == Field.THEMES:
        return ", ".join(by_id(theme).title for theme in said) or "no theme"
    if one.field == Field.POLARITY:
        return POLARITIES.get(said, str(said))
    if one.field == Field.NOT_A_FINDING:
        return "not a finding" if said else "a finding"
    if one.fact in DATES:
        return when(said)
    return TOPICS.get(said, str(said)) if one.fact == "topic" else str(said)


def of_document(sha256: str) -> Sequence[Correction]:
    """Every correction of a document, the latest first."""
    rows = Correction.objects.filter(sha256=sha256).select_related("by", "withdrawn_by")
    return list(rows)
