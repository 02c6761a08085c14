"""One audit: its sections as a task list, the whole of it to read, and its downloads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from sightline.audits.scoring import derived_overall
from sightline.audits.whom import WHOM
from sightline.web.audits import access, lists, sheet
from sightline.web.audits.models import Audit
from sightline.web.audits.opened import crumbs, kept, only, opened
from sightline.web.look.filters import moment
from sightline.web.look.listing import attached, csv_download


def audit(request: HttpRequest, audit: UUID) -> HttpResponse:
    """The task list of an audit that goes on; one that is finished opens to be read."""
    one = opened(request, audit)
    if one.finished:
        return redirect("audit_read", audit=one.pk)
    told = _first(request, one) | {
        "parts": tasks(one, access.may_answer(request.user, one)),
        "done": sheet.completeness(one),
        "next": sheet.next_question(one),
        "may_answer": access.may_answer(request.user, one),
        "unsafe": one.unsafe_at,
    }
    return render(request, "audits/audit.html", told)


def _first(request: HttpRequest, one: Audit) -> dict[str, Any]:
    """What every page of an audit shows at its top."""
    return {
        "title": one.declared.title,
        "audit": one,
        "status": lists.status(one),
        "told_of": [WHOM[word] for word in one.said_of],
        "crumbs": crumbs(one),
        "works": access.works_on(request.user, one),
        "actions": actions_of(one),
        "open_comments": one.comments.filter(resolved_at=None).count(),
        "moderates": access.may_moderate(request.user, one),
        "sees_moderation": access.sees_moderation(request.user),
    }


def tasks(one: Audit, may_answer: bool) -> list[dict[str, Any]]:
    """Each section as an item of a task list: how far it is, and who was there last."""
    return [_task(one, s, may_answer) for s in sheet.standings(one, sheet.saves(one))]


def _task(one: Audit, standing: sheet.Standing, may_answer: bool) -> dict[str, Any]:
    words = standing.status
    who = f"{standing.by}, {moment(standing.at)}" if standing.by else ""
    shown: dict[str, Any] = {"text": words}
    if words == sheet.IN_PROGRESS:
        shown = {"html": lists.in_progress(who)}
    elif words == sheet.NOT_STARTED:
        shown = {"tag": {"text": words, "classes": "govuk-tag--blue"}}
    return {
        "title": {"text": standing.section.title},
        "hint": {"text": f"{standing.done} of {standing.of} done"},
        "href": reverse("audit_section", args=[one.pk, standing.section.id]) if may_answer else "",
        "status": shown,
    }


def actions_of(one: Audit) -> list[dict[str, Any]]:
    """The actions of an audit, each with where it stands in words."""
    actions = one.actions.select_related("owner", "done_by", "verified_by", "audit")
    return [{"action": action, "state": str(action.standing())} for action in actions]


def read(request: HttpRequest, audit: UUID) -> HttpResponse:
    """A finished audit, whole; a practitioner reads what can be learned from it."""
    one = opened(request, audit)
    only(access.may_read(request.user, one))
    learning = request.user.role == "practitioner"
    told = _first(request, one) | {
        "sections": sheet.read(one, learning),
        "grade": lists.grade(one, one.final),
        "derived": derived_overall(one.declared, one.said_of, one.given),
        "first_grade": lists.grade(one, one.overall),
        "moderation": _moderation(one) if access.sees_moderation(request.user) else None,
        "comments": _comments(one) if access.sees_moderation(request.user) else {},
        "learning": learning,
        "feedback": [] if learning else one.invitations.all(),
    }
    return render(request, "audits/read.html", told)


def _moderation(one: Audit) -> dict[str, Any] | None:
    made = getattr(one, "moderation", None)
    if made is None or made.state != made.AGREED:
        return None
    return {"made": made, "grade": lists.grade(one, made.overall)}


def _comments(one: Audit) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for comment in one.comments.select_related("by", "resolved_by"):
        found.setdefault(comment.question, []).append(comment)
    return found


def who(request: HttpRequest, audit: UUID) -> HttpResponse:
    """Which child it is about. Shown when it is asked for, and kept in the trail."""
    one = opened(request, audit, "read whose audit it is")
    only(access.may_answer(request.user, one) or access.sees_all(request.user) or one.finished)
    told = {"title": "Which child it is", "audit": one, "crumbs": crumbs(one, ("Who", None))}
    return render(request, "audits/who.html", told | {"child_page": child_page(one)})


def child_page(one: Audit) -> str:
    """The address of the child's page, where the site has one."""
    from django.urls import NoReverseMatch

    try:
        return reverse("child", args=[one.reference]) if one.reference else ""
    except NoReverseMatch:
        return ""


def download(request: HttpRequest, audit: UUID) -> HttpResponseBase:
    """The audit as a file: ``?as=csv`` or ``json``. Open or finished, it is its auditor's own."""
    one = opened(request, audit, "exported")
    only(request.user.role != "practitioner")
    name = f"audit-{one.label.lower()}"
    if request.GET.get("as") == "json":
        answer = JsonResponse(as_json(one), json_dumps_params={"ensure_ascii": False, "indent": 1})
        return attached(answer, f"{name}.json")
    return csv_download(f"{name}.csv", sheet.FLAT_HEAD, list(sheet.flat([one])))


def as_json(one: Audit) -> dict[str, Any]:
    """An audit as plain values: no child's name or number, and whose answers they are."""
    return {
        "audit": str(one.pk),
        "tool": one.declared.ref,
        "title": one.declared.title,
        "child_reference": one.reference,
        "team": one.team,
        "auditor": one.auditor.name,
        "state": one.state,
        "said_of": list(one.said_of),
        "answers": one.answers,
        "derived": one.derived,
        "overall": one.overall,
        "override_reason": one.override_reason,
        "stands": one.final,
        "submitted_at": one.submitted_at.isoformat() if one.submitted_at else None,
        "actions": [_action(row["action"]) for row in actions_of(one)],
    }


def _action(action: Any) -> dict[str, Any]:
    return {
        "what": action.what,
        "different": action.different,
        "owner": action.owner.name if action.owner else "",
        "due": action.due.isoformat(),
        "state": str(action.standing()),
    }


def about(request: HttpRequest, audit: UUID) -> HttpResponse:
    """Correct what is said of the child, which decides what is asked."""
    one = opened(request, audit)
    only(access.may_answer(request.user, one))
    if request.method == "POST":
        ticked = set(request.POST.getlist("said_of"))
        _say(one, [word for word in WHOM if word in ticked])
        kept(request, one, "changed", said_of=one.said_of)
        return redirect("audit", audit=one.pk)
    items = [
        {"value": word, "text": words.capitalize(), "checked": word in one.said_of}
        for word, words in WHOM.items()
    ]
    told = {"title": "Who this audit is about", "audit": one, "ticks": items}
    return render(request, "audits/about.html", told | {"crumbs": crumbs(one, ("Who", None))})


def _say(one: Audit, words: Sequence[str]) -> None:
    one.said_of = list(words)
    one.save(update_fields=["said_of"])
