"""What audits found, of those that one may see, and how far auditors and moderators agree."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from sightline.audits import results as counted
from sightline.web.audits import access, found, lists
from sightline.web.audits.models import Audit
from sightline.web.audits.opened import crumbs
from sightline.web.audits.results import audited, period
from sightline.web.look.listing import chips, csv_download
from sightline.web.people.rights import Right
from sightline.web.published import published_for
from sightline.web.trail.record import record

HEAD = ("Counted by", "Of what", "Answer", "How many", "Of")


class ResultsFilter(forms.Form):
    """Which audits to count."""

    tool = forms.ChoiceField(label="Tool", required=False)
    team = forms.ChoiceField(label="Team", required=False)
    since = forms.DateField(label="Since", required=False, help_text="For example 2026-04-01")
    until = forms.DateField(label="Until", required=False, help_text="For example 2026-10-31")

    def __init__(self, *args: Any, seen: QuerySet[Audit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        teams = seen.order_by("team").values_list("team", flat=True).distinct()
        tools = [("", "All"), *((t.id, t.title) for t in lists.child_tools())]
        self.fields["tool"].choices = tools
        self.fields["team"].choices = [("", "All"), *((t, t) for t in teams if t)]

    def kept(self, seen: QuerySet[Audit]) -> list[Audit]:
        """The audits that the filters keep."""
        said = self.cleaned_data if self.is_valid() else {}
        names = {
            "tool": "tool", "team": "team", "since": "submitted_at__date__gte",
            "until": "submitted_at__date__lte",
        }  # fmt: skip
        return list(seen.filter(**{names[k]: v for k, v in said.items() if v}))


def _seen(person: Any) -> QuerySet[Audit]:
    return access.visible(person).filter(state__in=Audit.FINISHED)


def results(request: HttpRequest) -> HttpResponse:
    """Every way of counting, beside the measures; agreement for those who see moderation."""
    person = request.user
    form = ResultsFilter(request.GET or None, seen=_seen(person))
    audits = form.kept(_seen(person))
    rows = audited(audits)
    told: dict[str, Any] = {
        "title": "What audits found",
        "everything": access.sees_all(person),
        "count": len(rows),
        "period": period(rows),
        "none_at_all": not _seen(person).exists(),
        "filters": {"fields": list(form), "chips": chips(request, form), "clear": request.path},
        "query": request.GET.urlencode(),
        "crumbs": crumbs(None, ("Results", None)),
    }
    if rows:
        told |= _counted(person, audits, rows)
    return render(request, "audits/results.html", told)


def _counted(person: Any, audits: list[Audit], rows: list[Any]) -> dict[str, Any]:
    only = None if access.sees_all(person) else person.name
    return {
        "overall": found.overall(rows),
        "distributions": found.distributions(rows),
        "compliance": found.compliance(rows, published_for(person)),
        "voices": found.voices(rows),
        "repeats": found.repeats(rows),
        "agreed": found.agreed(audits, only) if access.sees_moderation(person) else None,
        "families": found.families(audits) if person.may(Right.SEE_FIGURES) else None,
    }


def download(request: HttpRequest) -> HttpResponseBase:
    """Every count as a file: a row for each answer of each question, section, theme and team."""
    form = ResultsFilter(request.GET or None, seen=_seen(request.user))
    rows = audited(form.kept(_seen(request.user)))
    ways = {
        "theme": counted.by_theme, "section": counted.by_section,
        "question": counted.by_question, "team": counted.by_team, "all": counted.overall,
    }  # fmt: skip
    lines = [
        [way, one.title, step.label, one.counts[step.value], one.of]
        for way, by in ways.items()
        for one in by(rows)
        for step in one.scale.steps
    ]
    record(request, "exported", "results of audits", rows=len(lines))
    return csv_download(f"audit-results-{timezone.localdate()}.csv", HEAD, lines)
