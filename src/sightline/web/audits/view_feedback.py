"""Asking a family what they think of the help, from the auditor's side."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from sightline.web.audits import access, invitations
from sightline.web.audits.models import Audit, FeedbackInvitation
from sightline.web.audits.opened import crumbs, kept, only, opened
from sightline.web.people.forms import problems

_LINK, _TOGETHER = "link", "together"


class AskForm(forms.Form):
    """Whom to ask, and how; or what came of it."""

    who = forms.ChoiceField(label="Who?", choices=FeedbackInvitation.WHO, widget=forms.RadioSelect)
    how = forms.ChoiceField(
        label="What happens?",
        widget=forms.RadioSelect,
        choices=[
            (_LINK, "Make a link for them, which works once"),
            (_TOGETHER, "Fill it in with them now"),
            *((str(status), f"Only keep: {status}") for status in invitations.BY_HAND),
        ],
        help_text="Never send a link where it is not safe that somebody else may see it",
    )

    def clean(self) -> dict[str, Any]:
        """The practitioner has no form."""
        said = super().clean() or {}
        if said.get("how") in (_LINK, _TOGETHER) and said.get("who") not in invitations.FORMS:
            self.add_error("how", "The practitioner has no form. Speak with them, and keep that")
        return said


def feedback(request: HttpRequest, audit: UUID) -> HttpResponse:
    """Who was asked, what came of it, and a way to ask. A link is shown once."""
    one = opened(request, audit)
    only(_may_read(request.user, one))
    form, link = AskForm(request.POST or None), ""
    if request.method == "POST":
        only(_may_ask(request.user, one))
        if form.is_valid():
            answer = _asked(request, one, form.cleaned_data)
            if isinstance(answer, HttpResponse):
                return answer
            link, form = answer, AskForm()
    told = {
        "title": "What the family thinks",
        "audit": one,
        "form": form if _may_ask(request.user, one) else None,
        "link": link,
        "asked": [_shown(i) for i in one.invitations.select_related("assisted_by", "by")],
        "problems": problems(form),
        "crumbs": crumbs(one, ("What the family thinks", None)),
    }
    return render(request, "audits/feedback.html", told)


def _may_read(person: Any, one: Audit) -> bool:
    return access.works_on(person, one) or (one.finished and person.role != "practitioner")


def _may_ask(person: Any, one: Audit) -> bool:
    return access.works_on(person, one) and one.state != Audit.WITHDRAWN


def _asked(request: HttpRequest, one: Audit, said: dict[str, str]) -> HttpResponse | str:
    """The new link to show; or where to go."""
    who, how = said["who"], said["how"]
    kept(request, one, "asked a family", who=who, how=how)
    if how not in (_LINK, _TOGETHER):
        invitations.note(one, who, how, request.user)
        messages.success(request, "Kept.")
        return redirect("audit_feedback", audit=one.pk)
    token, _ = invitations.ask(one, who, request.user, assisted=how == _TOGETHER)
    address = reverse("family", args=[token])
    return redirect(address) if how == _TOGETHER else request.build_absolute_uri(address)


def _shown(one: FeedbackInvitation) -> dict[str, Any]:
    """An invitation with its answers in words."""
    said = []
    if one.used_at and one.tool:
        tool = invitations.tool_of(one)
        for question in tool.questions:
            if question.id in one.answers:
                value = one.answers[question.id]["value"]
                labels = {step.value: step.label for step in tool.steps(question)}
                said.append((question.text, labels.get(value, value)))
    return {"one": one, "said": said}
