"""What an analyst does with a load: publish it, compare it, delete it for good."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from sightline.web.loads import deleting, queue, told
from sightline.web.loads.forms import DeleteForm
from sightline.web.loads.kinds import before_of
from sightline.web.loads.views import crumbs
from sightline.web.look.filters import day
from sightline.web.people.forms import problems
from sightline.web.trail.record import record


def publish(request: HttpRequest, snapshot: str) -> HttpResponse:
    """Put into the queue that pages can read it."""
    return _queued(request, "publish", snapshot, {"snapshot": _there(snapshot)})


def compare(request: HttpRequest, snapshot: str) -> HttpResponse:
    """Put into the queue that it is compared with the load before."""
    before = before_of(_there(snapshot))
    if not before:
        messages.info(request, "There is no earlier load to compare it with.")
        return redirect("compared", snapshot)
    return _queued(request, "compare", snapshot, {"before": before, "after": snapshot})


def _there(snapshot: str) -> str:
    if told.load_of(snapshot) is None:
        raise Http404
    return snapshot


def _queued(request: HttpRequest, kind: str, snapshot: str, what: dict[str, str]) -> HttpResponse:
    """Add a job; where the same is asked for already, lead to that one."""
    if request.method != "POST":
        return redirect("load", snapshot)
    job = queue.open_jobs().filter(kind=kind, what=what).first()
    if job is None:
        job = queue.add(kind, request.user.username, None, **what)
        record(request, "asked for", f"{kind} of load {snapshot}", job=job.pk)
    return redirect("job", job.pk)


def delete(request: HttpRequest, snapshot: str) -> HttpResponse:
    """Ask why, and whether somebody is sure; then delete the load, and all that was made of it."""
    row = next((one for one in told.loads() if one.id == snapshot), None)
    if row is None:
        raise Http404
    form = DeleteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        record(request, "deleted", f"load {snapshot}", reason=reason)
        deleting.delete(snapshot, reason, request.user.username)
        messages.success(request, f"The load as at {day(row.as_at)} is deleted.")
        return redirect("loads")
    words = {
        "title": f"Delete the load as at {day(row.as_at)}?",
        "crumbs": crumbs(snapshot, row.as_at),
        "load": row,
        "form": form,
        "problems": problems(form),
    }
    return render(request, "loads/delete.html", words)
