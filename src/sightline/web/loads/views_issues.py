"""Pages of issues: what is wrong in a load, whose it is to mend, and accepting what is right."""

from __future__ import annotations

import math
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render

from sightline.web.loads import accepting, shown, told
from sightline.web.loads import issues as found_issues
from sightline.web.loads.forms import AcceptForm, IssueFilter, OwnerFilter
from sightline.web.loads.views import crumbs
from sightline.web.look.filters import count, day
from sightline.web.look.listing import chips, csv_download, links
from sightline.web.people.forms import problems
from sightline.web.people.refusals import refused
from sightline.web.people.rights import Right
from sightline.web.trail.record import record

_SIZE = 50


def _load(snapshot: str) -> Any:
    found = told.load_of(snapshot)
    if found is None:
        raise Http404
    return found


def _asked(request: HttpRequest, load: Any) -> tuple[IssueFilter, Any]:
    """The filters, and the issues that they leave of those that the person may see."""
    mine = found_issues.within(found_issues.issues_of(load), request.user.scope)
    choices = {
        name: [(value, value) for value in found_issues.found_in(mine, name)]
        for name in found_issues.FIELDS
    }
    for name, words in (("team", "No team is named"), ("worker", "No worker is named")):
        choices[name].append((found_issues.NOBODY, words))
    form = IssueFilter(request.GET, choices)
    form.is_valid()  # what is not a choice counts as blank
    return form, found_issues.chosen(mine, form.cleaned_data)


def issues(request: HttpRequest, snapshot: str) -> HttpResponse:
    """The issues of a load that a person may see, the gravest first."""
    load = _load(snapshot)
    form, left = _asked(request, load)
    pages = max(1, math.ceil(len(left) / _SIZE))
    page = min(_number(request.GET.get("page")), pages)
    rows = list(found_issues.rows(left, (page - 1) * _SIZE, _SIZE))
    _record_children(request, snapshot, rows)
    query = request.GET.urlencode()
    words = {
        "title": f"Issues as at {day(load.manifest.as_at)}",
        "crumbs": crumbs(snapshot, load.manifest.as_at),
        "snapshot": snapshot,
        "total": len(left),
        "list": shown.issues(
            snapshot, rows, request.user.may(Right.LOAD_DATA), count(len(left), "issue")
        ),
        "filters": {"fields": list(form), "chips": chips(request, form), "clear": request.path},
        "pages": links(request, page, pages),
        "query": f"?{query}" if query else "",
        "some": bool(form.changed_data),
    }
    return render(request, "loads/issues.html", words)


def _number(text: str | None) -> int:
    return max(1, int(text)) if text and text.isascii() and text.isdigit() and len(text) < 9 else 1


def _record_children(request: HttpRequest, snapshot: str, rows: list[dict[str, Any]]) -> None:
    """Keep that a list of children was read: of which load, and how many."""
    children = len({row["child_id"] for row in rows if row["child_id"]})
    if children:
        record(request, "read", f"issues of load {snapshot}", children=children)


def download(request: HttpRequest, snapshot: str) -> HttpResponse | StreamingHttpResponse:
    """The issues that the filters leave, as CSV. That it was downloaded is kept."""
    if not request.user.may(Right.EXPORT):
        return refused(request, Right.EXPORT)
    load = _load(snapshot)
    _, left = _asked(request, load)
    asked = {k: v for k, v in request.GET.items() if k in found_issues.FIELDS and v}
    record(request, "exported", f"issues of load {snapshot}", rows=len(left), filters=asked)
    head = found_issues.HEAD
    rows = ([row[name] for name in head] for row in found_issues.rows(left))
    return csv_download(f"issues-{load.manifest.as_at}.csv", head, rows)


def fixing(request: HttpRequest, snapshot: str) -> HttpResponse:
    """Who has how much to mend: by team, or by team and worker."""
    load = _load(snapshot)
    form = OwnerFilter(request.GET)
    by_worker = form.is_valid() and form.cleaned_data["by"] == "worker"
    mine = found_issues.within(found_issues.issues_of(load), request.user.scope)
    rows = found_issues.owners(mine, by_worker)
    words = {
        "title": f"Fixing list as at {day(load.manifest.as_at)}",
        "crumbs": crumbs(snapshot, load.manifest.as_at),
        "snapshot": snapshot,
        "rows": rows,
        "list": shown.owners(snapshot, rows, by_worker),
        "filters": {"fields": list(form), "chips": chips(request, form), "clear": request.path},
    }
    return render(request, "loads/fixing.html", words)


def accept(request: HttpRequest, snapshot: str, number: int) -> HttpResponse:
    """Accept an issue: for this child, for this value, or for the list."""
    load = _load(snapshot)
    issue = found_issues.numbered(load, number, request.user.scope)
    if issue is None or issue["severity"] in ("accepted", "blocked"):
        raise Http404
    form = AcceptForm(request.POST or None, accepting.scopes_of(issue))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        accepting.accept(issue, said["scope"], said["reason"], said["until"], request.user.username)
        record(
            request, "accepted", f"{issue['rule']} in {issue['list']}", reason=said["reason"],
            scope=said["scope"], until=said["until"].isoformat(), load=snapshot,
        )  # fmt: skip
        messages.success(request, f"{issue['rule']} is accepted until {day(said['until'])}.")
        return redirect(shown.to_issues(snapshot, rule=issue["rule"]))
    words = {
        "title": f"Accept {issue['rule']}",
        "crumbs": [*crumbs(snapshot, load.manifest.as_at), ("Issues", shown.to_issues(snapshot))],
        "issue": issue,
        "form": form,
        "problems": problems(form),
    }
    return render(request, "loads/accept.html", words)
