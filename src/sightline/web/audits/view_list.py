"""The first page of audits: one's own as a task list, and all that one may see."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import F
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from sightline.web.audits import lists, owing
from sightline.web.audits.access import sees_all, visible
from sightline.web.audits.models import Audit
from sightline.web.look.listing import chips, csv_download, links
from sightline.web.people.rights import Right
from sightline.web.trail.record import record


def audits(request: HttpRequest) -> HttpResponse:
    """One's own audits, what is owed, and a list with filters."""
    person = request.user
    seen = visible(person)
    form = lists.AuditFilter(request.GET or None, seen=seen)
    chosen = (
        form.kept(seen).order_by(F("submitted_at").desc(nulls_first=True), "due").defer(*owing.LONG)
    )
    found = Paginator(chosen, lists.SIZE).get_page(request.GET.get("page"))
    told = {
        "title": "Audits",
        "mine": [lists.task(one) for one in _mine(person)],
        "audits": bool(person.may(Right.AUDIT)),
        "to_moderate": owing.to_moderate(person),
        "owed": owing.owed_words(person, only_late=sees_all(person)),
        "everything": sees_all(person),
        "rows": lists.rows(found.object_list),
        "head": lists.HEAD,
        "total": found.paginator.count,
        "none_at_all": not seen.exists(),
        "filters": {"fields": list(form), "chips": chips(request, form), "clear": request.path},
        "pages": links(request, found.number, found.paginator.num_pages),
        "query": request.GET.urlencode(),
    }
    return render(request, "audits/list.html", told)


def _mine(person: Any) -> Any:
    return visible(person).filter(auditor=person, state__in=Audit.OPEN)


def download(request: HttpRequest) -> HttpResponseBase:
    """The list as a file, with its filters."""
    seen = visible(request.user)
    form = lists.AuditFilter(request.GET or None, seen=seen)
    rows = list(lists.download(form.kept(seen)))
    record(request, "exported", "list of audits", rows=len(rows))
    return csv_download(f"audits-{timezone.localdate()}.csv", lists.HEAD, rows)
