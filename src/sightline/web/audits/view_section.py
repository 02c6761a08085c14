"""Answering a section: on its page without scripts, and question by question with them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from sightline.audits.declare import Question, Section
from sightline.web.audits import access, fields, kept, sheet
from sightline.web.audits.models import Audit
from sightline.web.audits.opened import crumbs, only, opened
from sightline.web.audits.opened import kept as in_trail
from sightline.web.audits.saving import Clash, Saved, save


def section(request: HttpRequest, audit: UUID, section: str) -> HttpResponse:
    """The questions of a section; sent, they are saved, and the next section opens."""
    one = opened(request, audit)
    if one.finished:
        return redirect("audit_read", audit=one.pk)
    only(access.may_answer(request.user, one))
    here = sheet.section_of(one, section)
    if here is None:
        raise Http404
    if request.method == "POST":
        return _save_all(request, one, here)
    back = kept.put_back(request)
    sent = {name: values[-1] for name, values in (back or {}).items() if values}
    return _page(request, one, here, sent=sent, put_back=back is not None)


def _page(
    request: HttpRequest,
    one: Audit,
    here: Section,
    sent: Mapping[str, Any] | None = None,
    wrong: Mapping[str, list[str]] | None = None,
    clashes: Mapping[str, Clash] | None = None,
    put_back: bool = False,
) -> HttpResponse:
    questions = fields.of_section(one, here, sheet.saves(one), sent, wrong, clashes)
    told = {
        "title": here.title,
        "audit": one,
        "section": here,
        "questions": questions,
        "put_back": put_back,
        "done": sheet.completeness(one),
        "next": sheet.next_question(one, here.questions[-1].id),
        "problems": _problems(wrong or {}, clashes or {}),
        "crumbs": crumbs(one, (here.title, None)),
    }
    return render(request, "audits/section.html", told, status=409 if clashes else 200)


def _problems(
    wrong: Mapping[str, list[str]], clashes: Mapping[str, Clash]
) -> list[tuple[str, str]]:
    """What is wrong, each with the id of its field."""
    return [
        (words, f"{question}-{'choice' if question in clashes else 'value'}")
        for question, said in wrong.items()
        for words in said
    ]


def _save_all(request: HttpRequest, one: Audit, here: Section) -> HttpResponse:
    """Save each question that was sent; stop at what is wrong or was saved by another since."""
    before = {q.id for q in sheet.asked(one)}
    wrong: dict[str, list[str]] = {}
    clashes: dict[str, Clash] = {}
    unsafe = False
    for question in here.questions:
        if fields.was_sent(request.POST, question.id):
            said = _save_one(request, one, question, wrong, clashes)
            unsafe = unsafe or (said is not None and said.unsafe and said.new)
    if wrong or clashes:
        return _page(request, one, here, request.POST, wrong, clashes)
    kept.forget(request)
    if unsafe:
        return redirect("audit_unsafe", audit=one.pk)
    return _go_on(request, one, here, before)


def _save_one(
    request: HttpRequest,
    one: Audit,
    question: Question,
    wrong: dict[str, list[str]],
    clashes: dict[str, Clash],
) -> Saved | None:
    choice = request.POST.get(f"{question.id}-choice")
    if choice == fields.THEIRS:
        return None
    parts = fields.posted(request.POST, question.id)
    over = "over" if choice == fields.MINE else "version"
    base = fields.version(request.POST, question.id, over)
    try:
        said = save(one, request.user, question, parts, base)
    except ValueError as error:
        wrong[question.id] = [str(error)]
        return None
    if isinstance(said, Clash):
        clashes[question.id] = said
        wrong[question.id] = ["Somebody else saved another answer. Choose which one to keep."]
        return None
    if said.new:
        in_trail(request, one, "saved", question=question.id)
    return said


def _go_on(request: HttpRequest, one: Audit, here: Section, before: set[str]) -> HttpResponse:
    """To what is still to do here, where an answer opened a question; else onward."""
    opened_here = [q for q in here.questions if q.id in {a.id for a in sheet.asked(one)} - before]
    if opened_here:
        messages.info(request, "Another question follows from your answer. It is on this page.")
        where = reverse("audit_section", args=[one.pk, here.id])
        return redirect(f"{where}#{opened_here[0].id}")
    if request.POST.get("then") == "list":
        return redirect("audit", audit=one.pk)
    order = [s.section.id for s in sheet.standings(one, {})]
    after = order[order.index(here.id) + 1 :] if here.id in order else []
    if after:
        return redirect("audit_section", audit=one.pk, section=after[0])
    return redirect("audit_check", audit=one.pk)


def next_one(request: HttpRequest, audit: UUID) -> HttpResponse:
    """The next question that is not answered; the last page where all are."""
    one = opened(request, audit)
    only(access.may_answer(request.user, one))
    question = sheet.next_question(one, request.GET.get("after", ""))
    if question is None:
        return redirect("audit_check", audit=one.pk)
    here = one.declared.section_of(question.id)
    return redirect(f"{reverse('audit_section', args=[one.pk, here.id])}#{question.id}")


def answers(request: HttpRequest, audit: UUID) -> HttpResponse:
    """What a page's script asks: the versions that stand, or to save one answer (JSON)."""
    one = opened(request, audit, "read" if request.method == "GET" else "opened to save")
    only(access.may_answer(request.user, one) or one.finished)
    if request.method != "POST":
        versions = {q: row.version for q, row in sheet.saves(one).items()}
        return JsonResponse({"csrf": get_token(request), "versions": versions})
    try:
        said = json.loads(request.body)
        question = one.declared.question(str(said["question"]))
        parts, base = dict(said["answer"]), int(said["version"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return JsonResponse({"problem": "That could not be read."}, status=400)
    return _answered(request, one, question, parts, base)


def _answered(
    request: HttpRequest, one: Audit, question: Question, parts: dict[str, Any], base: int
) -> HttpResponse:
    before = {q.id for q in sheet.asked(one)}
    try:
        done = save(one, request.user, question, parts, base)
    except ValueError as error:
        return JsonResponse({"problem": str(error)}, status=400)
    if isinstance(done, Clash):
        return JsonResponse(_told_of(one, question, done), status=409)
    if done.new:
        in_trail(request, one, "saved", question=question.id)
    local = timezone.localtime(done.at)
    return JsonResponse(
        {
            "version": done.version,
            "saved": f"{local:%H:%M}",
            "done": str(sheet.completeness(one)),
            "more": before != {q.id for q in sheet.asked(one)},
            "unsafe": reverse("audit_unsafe", args=[one.pk]) if done.unsafe and done.new else "",
        }
    )


def _told_of(one: Audit, question: Question, clash: Clash) -> dict[str, Any]:
    """Another's answer: in words to show, and as parts to take over."""
    shown = fields.clash_shown(one, question, clash) or {}
    local = timezone.localtime(clash.at)
    return {
        "version": clash.version,
        "by": shown["by"],
        "at": f"{local:%H:%M}",
        "words": [list(part) for part in shown["parts"]],
        "answer": {part: clash.theirs.get(part, "") for part in fields.PARTS},
    }
