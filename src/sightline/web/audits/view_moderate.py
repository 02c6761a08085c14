"""Moderation: a second grade with its reason, and comments until each is resolved."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from sightline.web.audits import access, lists, sheet
from sightline.web.audits.models import Audit, Comment, Moderation
from sightline.web.audits.opened import crumbs, kept, only, opened
from sightline.web.people.forms import problems

_LEAST = 10


class ModerationForm(forms.Form):
    """A moderator's grade and reason."""

    overall = forms.ChoiceField(label="Your overall grade", widget=forms.RadioSelect)
    reason = forms.CharField(
        label="Why?",
        min_length=_LEAST,
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="What in the audit and the record leads you to this grade",
    )

    def __init__(self, *args: Any, audit: Audit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        steps = [(s.value, s.label) for s in reversed(audit.declared.scale.steps)]
        if audit.declared.overall:
            self.fields["overall"].choices = steps
        else:
            del self.fields["overall"]


class CommentForm(forms.Form):
    """A word on a question, or on the whole."""

    question = forms.ChoiceField(label="On which question?", required=False)
    text = forms.CharField(
        label="Comment", max_length=5_000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, audit: Audit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(q.id, q.text) for q in sheet.asked(audit)]
        self.fields["question"].choices = [("", "On the whole audit"), *choices]


def moderate(request: HttpRequest, audit: UUID) -> HttpResponse:
    """Grade an audit again. Agreed, the grade stands; it is agreed once no comment is open."""
    one = opened(request, audit)
    only(access.may_moderate(request.user, one))
    made = getattr(one, "moderation", None)
    first = {"overall": made.overall, "reason": made.reason} if made else {"overall": one.overall}
    form = ModerationForm(request.POST or None, initial=first, audit=one)
    if request.method == "POST" and form.is_valid():
        return _moderated(request, one, form.cleaned_data, agree="agree" in request.POST)
    told = _shown(one, "Moderate") | {
        "form": form,
        "comment_form": CommentForm(audit=one),
        "problems": problems(form),
        "made": made,
        "first_grade": lists.grade(one, one.overall),
    }
    return render(request, "audits/moderate.html", told)


def _shown(one: Audit, title: str) -> dict[str, Any]:
    comments: dict[str, list[Comment]] = {}
    for comment in one.comments.select_related("by", "resolved_by"):
        comments.setdefault(comment.question, []).append(comment)
    texts = {q.id: q.text for q in one.declared.questions} | {"": "The whole audit"}
    open_now = [
        (c, texts.get(c.question, "")) for group in comments.values() for c in group
        if c.resolved_at is None
    ]  # fmt: skip
    return {
        "title": title,
        "audit": one,
        "sections": sheet.read(one),
        "comments": comments,
        "open_comments": open_now,
        "crumbs": crumbs(one, (title, None)),
    }


def _moderated(request: HttpRequest, one: Audit, said: dict[str, Any], agree: bool) -> HttpResponse:
    if agree and one.comments.filter(resolved_at=None).exists():
        messages.error(request, "A comment is still open. The grade is kept, and not agreed yet.")
        agree = False
    with transaction.atomic():
        held = Audit.objects.select_for_update().get(pk=one.pk)
        made, _ = Moderation.objects.get_or_create(audit=held, defaults={"moderator": request.user})
        made.moderator, made.reason = request.user, said["reason"]
        made.overall = said.get("overall", "")
        if agree:
            made.state, made.agreed_at = Moderation.AGREED, timezone.now()
            held.state = Audit.MODERATED
            held.save(update_fields=["state"])
        made.save()
    kept(request, one, "moderated", overall=made.overall, agreed=agree)
    if agree:
        messages.success(request, "The moderation is agreed, and its grade stands.")
        return redirect("audit_read", audit=one.pk)
    return redirect("audit_moderate", audit=one.pk)


def comments(request: HttpRequest, audit: UUID) -> HttpResponse:
    """The comments on an audit: its auditor and moderator write, and resolve each other's."""
    one = opened(request, audit)
    only(_talks(request.user, one))
    form = CommentForm(request.POST or None, audit=one)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        Comment.objects.create(
            audit=one, question=said["question"], text=said["text"], by=request.user
        )
        kept(request, one, "commented", question=said["question"])
        messages.success(request, "The comment is kept.")
        return _back(request, one)
    told = _shown(one, "Comments") | {"comment_form": form, "problems": problems(form)}
    return render(request, "audits/comments.html", told)


def _talks(person: Any, one: Audit) -> bool:
    return one.finished and (access.works_on(person, one) or access.may_moderate(person, one))


def _back(request: HttpRequest, one: Audit) -> HttpResponse:
    where = "audit_moderate" if access.may_moderate(request.user, one) else "audit_comments"
    return redirect(where, audit=one.pk)


def resolve(request: HttpRequest, audit: UUID, comment: int) -> HttpResponse:
    """Say that a comment is resolved."""
    one = opened(request, audit)
    only(_talks(request.user, one))
    found = get_object_or_404(Comment, pk=comment, audit=one)
    if request.method == "POST" and found.resolved_at is None:
        found.resolved_by, found.resolved_at = request.user, timezone.now()
        found.save(update_fields=["resolved_by", "resolved_at"])
        kept(request, one, "resolved a comment", question=found.question)
        messages.success(request, "The comment is resolved.")
    return _back(request, one)
