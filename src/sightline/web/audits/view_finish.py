"""Finishing an audit: what is left, and the grade that follows; and a child who is not safe."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from sightline.audits.scoring import Overall, check_override, derived_overall
from sightline.web.audits import access, lists, sheet
from sightline.web.audits.models import Action, Audit
from sightline.web.audits.opened import crumbs, kept, only, opened
from sightline.web.audits.saving import submit


def check(request: HttpRequest, audit: UUID) -> HttpResponse:
    """Every answer with a link to change it, the grade by the rules, and the way to hand it in."""
    one = opened(request, audit)
    if one.finished:
        return redirect("audit_read", audit=one.pk)
    only(access.may_answer(request.user, one))
    derived = derived_overall(one.declared, one.said_of, one.given)
    if request.method != "POST":
        return _page(request, one, derived)
    wrong = [*_unanswered(one), *_override(request, one, derived)]
    if wrong:
        return _page(request, one, derived, wrong)
    try:
        submit(one, request.user, request.POST.get("overall", ""), _reason(request))
    except ValueError as error:
        messages.error(request, str(error))
        return redirect("audit_read", audit=one.pk)
    kept(request, one, "submitted", overall=one.overall, derived=one.derived)
    messages.success(request, "The audit is finished. You can read, print and download it here.")
    return redirect("audit_read", audit=one.pk)


def _reason(request: HttpRequest) -> str:
    return request.POST.get("reason", "").replace("\x00", "").strip()[:2_000]


def _unanswered(one: Audit) -> list[tuple[str, str]]:
    """What is wrong, each with the address of its field."""
    found, first = [], sheet.first_left(one)
    for question, said in sheet.wrong(one, finishing=True).items():
        here = one.declared.section_of(question)
        field = f"{question}-{first.get(question, 'rationale')}"
        link = f"{reverse('audit_section', args=[one.pk, here.id])}#{field}"
        text = one.declared.question(question).text
        found += [(f"{text} {words}", link) for words in said]
    return found


def _override(request: HttpRequest, one: Audit, derived: Overall) -> list[tuple[str, str]]:
    given = request.POST.get("overall", "") or (derived.grade or "")
    if not one.declared.overall or given == (derived.grade or ""):
        return []
    return [(words, "#reason") for words in check_override(derived, given, _reason(request))]


def _page(
    request: HttpRequest,
    one: Audit,
    derived: Overall,
    wrong: list[tuple[str, str]] | None = None,
) -> HttpResponse:
    left = [q for q, _ in sheet.wrong(one, finishing=True).items()]
    scale = one.declared.scale
    chosen = request.POST.get("overall", "") or (derived.grade or "")
    told = {
        "title": "Check the answers",
        "audit": one,
        "sections": sheet.read(one),
        "left": set(left),
        "done": sheet.completeness(one),
        "derived": derived,
        "grade": lists.grade(one, derived.grade or ""),
        "steps": [
            {"value": s.value, "text": s.label, "checked": s.value == chosen}
            for s in (reversed(scale.steps) if one.declared.overall else ())
        ],
        "reason": _reason(request),
        "wrong": wrong or [],
        "crumbs": crumbs(one, ("Check the answers", None)),
    }
    return render(request, "audits/check.html", told)


def unsafe(request: HttpRequest, audit: UUID) -> HttpResponse:
    """What to do now for a child who is not safe, and saying whom one has told."""
    one = opened(request, audit)
    action = one.actions.filter(urgent=True).order_by("done_at", "-set_at").first()
    only(action is not None and (access.works_on(request.user, one) or one.finished))
    assert action is not None
    words = request.POST.get("evidence", "").replace("\x00", "").strip()[:5_000]
    if request.method == "POST" and access.works_on(request.user, one) and words:
        _told_somebody(action, request.user, words)
        kept(request, one, "told that a child is not safe", number=action.pk)
        messages.success(request, "Kept. Go on with the audit once the child is safe.")
        return redirect("audit", audit=one.pk)
    problems = []
    if request.method == "POST":
        problems = [("Say whom you told, and when.", "evidence")]
    told: dict[str, Any] = {"title": "The child may not be safe", "audit": one, "action": action}
    told |= {"problems": problems, "crumbs": crumbs(one, ("Not safe", None))}
    told["may_write"] = access.works_on(request.user, one)
    return render(request, "audits/unsafe.html", told)


def _told_somebody(action: Action, person: Any, words: str) -> None:
    """Add who was told to the action. Its owner says when it is done."""
    line = f"{timezone.localtime():%H:%M}, {person.name}: {words}"
    action.evidence = "\n".join(filter(None, [action.evidence, line]))
    action.started_at = action.started_at or timezone.now()
    action.save(update_fields=["evidence", "started_at"])
