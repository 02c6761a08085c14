"""The year's programme: who is to do what by when, what is owed, who was looked at and who not."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from sightline.audits.coverage import Seen, coverage
from sightline.audits.programme import MONTHS, calendar, pay, unplanned
from sightline.audits.programme import Programme as Plain
from sightline.web.audits import again, draws, lists, owing
from sightline.web.audits.access import sees_all
from sightline.web.audits.frames import SNAPSHOT, frame
from sightline.web.audits.models import Programme
from sightline.web.audits.opened import crumbs
from sightline.web.look.filters import day
from sightline.web.people.forms import problems
from sightline.web.people.rights import Right
from sightline.web.published import published_for
from sightline.web.trail.record import record

FIRST_MONTH = 4


class QuotaForm(forms.Form):
    """So many of a tool from somebody in each month, quarter or year."""

    activity = forms.ChoiceField(label="Tool")
    who = forms.ChoiceField(label="Who")
    number = forms.IntegerField(label="How many", min_value=1, max_value=100)
    per = forms.ChoiceField(label="In each", choices=[(per, per) for per in MONTHS])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tools = [(t.id, t.title) for t in lists.child_tools()]
        people = [(p.username, p.name) for p in draws.auditors()]
        self.fields["activity"].choices = tools
        self.fields["who"].choices = people


def programme(request: HttpRequest) -> HttpResponse:
    """What the year asks for, what is owed, and what was done beside it."""
    return _page(request, QuotaForm())


def _page(request: HttpRequest, form: QuotaForm) -> HttpResponse:
    found = owing.current()
    runs = request.user.may(Right.RUN_PROGRAMME)
    told: dict[str, Any] = {
        "title": "Programme of audits",
        "form": form if runs else None,
        "problems": problems(form),
        "year": year_of(timezone.localdate()),
        "owed": owing.owed_words(request.user),
        "everything": sees_all(request.user),
        "again": again.due() if runs else [],
        "crumbs": crumbs(None, ("Programme", None)),
    }
    if found is not None:
        told |= _of(request, found)
    return render(request, "audits/programme.html", told)


def _of(request: HttpRequest, found: Programme) -> dict[str, Any]:
    plain, called = owing.plain(found), owing.names()
    done = owing.done(owing.finished())
    everything = sees_all(request.user)
    mine = {request.user.username}
    wanted = [q for q in found.quotas if everything or q["who"] in mine]
    return {
        "found": found,
        "end": plain.end,
        "quotas": [_quota(q, called) for q in wanted],
        "months": _months(plain, done, called, None if everything else mine),
        "shares": _shares(plain, done),
        "beside": len(unplanned(plain, done)),
        "covered": _coverage(request, plain) if everything else None,
    }


def _quota(quota: dict[str, Any], called: dict[str, str]) -> dict[str, Any]:
    return quota | {
        "name": called.get(quota["who"], quota["who"]),
        "title": owing.tool_title(quota["activity"]),
    }


def _months(
    plain: Plain, done: list[Any], called: dict[str, str], only: set[str] | None
) -> list[dict[str, Any]]:
    """The calendar: each month with what falls due in it."""
    made = []
    for month, dues in calendar(plain, done).items():
        rows = [
            [called.get(d.who, d.who), owing.tool_title(d.activity), day(d.due),
             f"{d.done} of {d.number}", "done" if not d.left else f"{d.left} to do"]
            for d in dues
            if only is None or d.who in only
        ]  # fmt: skip
        if rows:
            made.append({"month": f"{month:%B %Y}", "rows": rows})
    return made


def _shares(plain: Plain, done: list[Any]) -> tuple[int, int]:
    """How much of what is due by today is done."""
    today = timezone.localdate()
    due = [one for one in pay(plain, done) if one.due <= today]
    return sum(one.done for one in due), sum(one.number for one in due)


def _coverage(request: HttpRequest, plain: Plain) -> dict[str, Any] | None:
    """Which teams and workers were looked at this year, of those who have children now."""
    published = published_for(request.user)
    if published is None:
        return None
    seen = [Seen(a.team, a.worker, a.done_on) for a in owing.finished()]
    found = coverage(frame(published, SNAPSHOT).members, seen, plain.start, plain.end)
    rows = [[t.team, t.audits, f"{len(t.workers_seen)} of {t.workers}"] for t in found.teams]
    return {"rows": rows, "not_seen": found.not_seen, "as_at": published.said.as_at}


def year_of(today: date) -> date:
    """The first day of the year that a programme runs, from April."""
    year = today.year if today.month >= FIRST_MONTH else today.year - 1
    return date(year, FIRST_MONTH, 1)


def change(request: HttpRequest) -> HttpResponse:
    """Add a quota or take one away; draw the audits again that are due."""
    if request.method != "POST":
        return redirect("audit_programme")
    what = request.POST.get("do", "")
    if what == "again":
        return _again(request)
    if what == "take":
        _take(request)
        return redirect("audit_programme")
    form = QuotaForm(request.POST)
    if not form.is_valid() or not _add(request, form):
        return _page(request, form)
    return redirect("audit_programme")


def _add(request: HttpRequest, form: QuotaForm) -> bool:
    with transaction.atomic():
        first = {"by": request.user}
        found = (
            owing.current()
            or Programme.objects.get_or_create(start=year_of(timezone.localdate()), defaults=first)[
                0
            ]
        )
        quotas = [*found.quotas, dict(form.cleaned_data)]
        try:
            owing.plain(Programme(start=found.start, quotas=quotas))
        except ValueError:
            form.add_error("who", "This is asked of them already. Take that away first")
            return False
        _save(request, found, quotas)
    messages.success(request, "The programme is changed.")
    return True


def _take(request: HttpRequest) -> None:
    pair = (request.POST.get("activity", ""), request.POST.get("who", ""))
    with transaction.atomic():
        found = owing.current()
        if found is not None:
            _save(request, found, [
                q for q in found.quotas if (q["activity"], q["who"]) != pair
            ])  # fmt: skip
            messages.success(request, "The programme is changed.")


def _save(request: HttpRequest, found: Programme, quotas: list[dict[str, Any]]) -> None:
    found.quotas, found.by, found.at = quotas, request.user, timezone.now()
    found.save()
    record(request, "changed", "programme of audits", quotas=len(quotas))


def _again(request: HttpRequest) -> HttpResponse:
    published = published_for(request.user)
    if published is None:
        messages.error(request, "No data are published, so nothing can be drawn.")
        return redirect("audit_programme")
    audits = again.give_out(published, request.user)
    record(request, "drew", "audits again", audits=len(audits))
    messages.success(request, f"{len(audits)} audits are given out to be done again.")
    return redirect("audit_programme")
