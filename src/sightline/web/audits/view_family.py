"""The form of a family: no sign-in, one question a page, easy words, and a quick way out."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from sightline.audits.declare import Kind, Question, Tool
from sightline.web.audits import invitations
from sightline.web.audits.models import FeedbackInvitation

_ELSEWHERE = "https://www.bbc.co.uk/weather"
_FACES = {"no": "no", "a_bit": "a-bit", "yes": "yes"}
_ENDED = 410


def family(request: HttpRequest, token: str) -> HttpResponse:
    """The first page: what it is about, and that nothing has to be answered."""
    one, why = invitations.find(token)
    if one is None or why:
        return _closed(request, why)
    tool = invitations.tool_of(one)
    told = {"title": "What do you think of the help?", "count": len(tool.questions)}
    return render(request, "audits/family_start.html", told | _every(request, token, one))


def _every(request: HttpRequest, token: str, one: FeedbackInvitation) -> dict[str, Any]:
    easy = request.GET.get("easy") == "1"
    return {
        "easy": easy,
        "query": "?easy=1" if easy else "",
        "switched": request.path if easy else f"{request.path}?easy=1",
        "token": token,
        "for_child": one.who == "child",
        "elsewhere": _ELSEWHERE,
    }


def _closed(request: HttpRequest, why: str) -> HttpResponse:
    told = {"title": "This link does not open", "why": why, "elsewhere": _ELSEWHERE}
    return render(request, "audits/family_closed.html", told, status=_ENDED)


def question(request: HttpRequest, token: str, number: int) -> HttpResponse:
    """One question. Answered or passed over, the next one comes."""
    one, why = invitations.find(token)
    if one is None or why:
        return _closed(request, why)
    tool = invitations.tool_of(one)
    if not 1 <= number <= len(tool.questions):
        raise Http404
    asked = tool.questions[number - 1]
    problem = ""
    if request.method == "POST":
        try:
            invitations.answer(one, asked, request.POST.get("answer", ""))
            return _onward(request, token, number, len(tool.questions))
        except ValueError as error:
            problem = str(error)
    every = _every(request, token, one)
    told = _asked(tool, asked, one, bool(every["easy"])) | {
        "number": number,
        "count": len(tool.questions),
        "problems": [(problem, "answer")] if problem else [],
        "back": _before(token, number) + every["query"],
    }
    return render(request, "audits/family_question.html", told | every)


def _before(token: str, number: int) -> str:
    if number == 1:
        return reverse("family", args=[token])
    return reverse("family_question", args=[token, number - 1])


def _onward(request: HttpRequest, token: str, number: int, count: int) -> HttpResponse:
    query = "?easy=1" if request.GET.get("easy") == "1" else ""
    if number < count:
        return redirect(reverse("family_question", args=[token, number + 1]) + query)
    return redirect(reverse("family_send", args=[token]) + query)


def _asked(tool: Tool, asked: Question, one: FeedbackInvitation, easy: bool) -> dict[str, Any]:
    """A question in words, easy or not, with its answers and their pictures."""
    held = one.answers.get(asked.id, {}).get("value", "")
    steps = tool.steps(asked)
    best_first = reversed(steps) if asked.kind is Kind.SCALE else iter(steps)
    items = [
        {"value": s.value, "text": s.label, "checked": s.value == held,
         "picture": _FACES.get(s.value) if s.picture else None}
        for s in best_first
    ]  # fmt: skip
    words = asked.easy_text if easy and asked.easy_text else asked.text
    return {"title": words, "asked": asked, "choices": items, "held": held}


def send(request: HttpRequest, token: str) -> HttpResponse:
    """What was answered, to look over and to send. Sent, the link is closed."""
    one, why = invitations.find(token)
    if one is None or why:
        return _closed(request, why)
    if request.method == "POST":
        invitations.send(one)
        return redirect("family_sent")
    every = _every(request, token, one)
    told = {"title": "Send your answers", "rows": _rows(token, one, every)}
    return render(request, "audits/family_send.html", told | every)


def _rows(token: str, one: FeedbackInvitation, every: dict[str, Any]) -> list[dict[str, str]]:
    tool, made = invitations.tool_of(one), []
    for number, asked in enumerate(tool.questions, start=1):
        held = one.answers.get(asked.id, {}).get("value", "")
        labels = {step.value: step.label for step in tool.steps(asked)}
        words = asked.easy_text if every["easy"] and asked.easy_text else asked.text
        link = reverse("family_question", args=[token, number]) + every["query"]
        made.append({"words": words, "said": labels.get(held, held), "link": link})
    return made


def sent(request: HttpRequest) -> HttpResponse:
    """Thank you."""
    told = {"title": "Thank you", "elsewhere": _ELSEWHERE}
    return render(request, "audits/family_sent.html", told)
