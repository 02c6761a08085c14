"""Pages of loads: which there are, one of them, errors over time, and what is accepted."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from sightline.web.loads import accepting, shown, told
from sightline.web.loads.issues import by_rule, issues_of
from sightline.web.loads.models import Compared
from sightline.web.loads.queue import open_jobs
from sightline.web.loads.work import is_alive
from sightline.web.look.filters import day

_MOST = 40
"""How many rules the page of a load shows at first."""


def loads(request: HttpRequest) -> HttpResponse:
    """Every load, and what is being done."""
    rows = told.loads()
    return render(
        request,
        "loads/loads.html",
        {
            "title": "Data",
            "rows": rows,
            "list": shown.loads(rows),
            "authority": told.authority(),
            "jobs": shown.jobs(open_jobs()),
            "no_worker": not is_alive(),
        },
    )


def load(request: HttpRequest, snapshot: str) -> HttpResponse:
    """One load: its lists, what is wrong with it, and what it is good for."""
    found = told.load_of(snapshot)
    if found is None:
        raise Http404
    summary = found.manifest.summary
    row = next(one for one in told.loads() if one.id == snapshot)
    rules = by_rule(issues_of(found))
    return render(
        request,
        "loads/load.html",
        {
            "title": f"Data as at {day(row.as_at)}",
            "crumbs": crumbs(),
            "load": row,
            "sentences": summary.get("counts", ()),
            "rules": shown.rules(snapshot, rules if "all" in request.GET else rules[:_MOST]),
            "more": len(rules) if len(rules) > _MOST and "all" not in request.GET else 0,
            "most": _MOST,
            "lists": shown.lists(snapshot, summary.get("lists", ()), rules),
            "fitness": shown.fitness(summary.get("fitness", ())),
            "not_checked": summary.get("not_checked", ()),
        },
    )


def compared(request: HttpRequest, snapshot: str) -> HttpResponse:
    """What differs from the load before: counts, list by list."""
    from sightline.web.loads.kinds import before_of

    found = told.load_of(snapshot)
    if found is None:
        raise Http404
    before = before_of(snapshot)
    made = Compared.objects.filter(before=before, after=snapshot).first()
    return render(
        request,
        "loads/compared.html",
        {
            "title": "Compared with the load before",
            "crumbs": crumbs(snapshot, found.manifest.as_at),
            "snapshot": snapshot,
            "before": before,
            "made": made,
            "list": shown.compared(made.lists) if made else None,
            "waiting": open_jobs().filter(kind="compare", what__after=snapshot).first(),
        },
    )


def trend(request: HttpRequest) -> HttpResponse:
    """Errors and queries over the loads."""
    found = told.trend()
    return render(
        request,
        "loads/trend.html",
        {
            "title": "Errors over time",
            "crumbs": crumbs(),
            "trend": found,
            "over": shown.over_time(found),
            "rules": shown.rules_over_time(found),
        },
    )


def accepted(request: HttpRequest) -> HttpResponse:
    """What somebody has looked at and accepted."""
    rows = accepting.accepted()
    words = {"title": "Accepted issues", "crumbs": crumbs(), "list": shown.accepted(rows)}
    return render(request, "loads/accepted.html", words | {"rows": rows})


def crumbs(snapshot: str = "", as_at: object = None) -> list[tuple[str, str | None]]:
    """The way here from the first page."""
    way: list[tuple[str, str | None]] = [("Home", reverse("home")), ("Data", reverse("loads"))]
    if snapshot:
        way.append((f"As at {day(as_at)}", reverse("load", args=[snapshot])))
    return way
