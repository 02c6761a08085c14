"""Pages of jobs: files that somebody uploads, and how far the work on them is."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from sightline.kit.problems import UserError
from sightline.web.loads import progress, queue, shown, told, uploads
from sightline.web.loads.forms import UploadForm
from sightline.web.loads.models import Job, State
from sightline.web.loads.views import crumbs
from sightline.web.people.forms import problems
from sightline.web.trail.record import record

_SIZE = 50


@csrf_exempt
def upload(request: HttpRequest) -> HttpResponse:
    """Take files in. What is too large is refused before any of it is read.

    The check of the form's token comes after, in ``_upload``: it would read all that was sent.
    """
    too_much = progress.too_large(request.META.get("CONTENT_LENGTH"))
    if request.method == "POST" and too_much:
        form = UploadForm(authority=told.authority())
        return _form(request, form, [(too_much, "id_files")], status=413)
    return _upload(request)


@csrf_protect
def _upload(request: HttpRequest) -> HttpResponse:
    whose = told.authority()
    form = UploadForm(request.POST or None, request.FILES or None, authority=whose)
    if request.method != "POST" or not form.is_valid():
        return _form(request, form, problems(form))
    try:
        job = _asked(request, form.cleaned_data, whose)
    except UserError as error:
        form.add_error("files", str(error))
        return _form(request, form, problems(form))
    return redirect("job", job.pk)


def _asked(request: HttpRequest, said: dict[str, Any], whose: str) -> Job:
    folder = uploads.keep(said["files"])
    names = [uploads.plain_name(file.name) for file in said["files"]]
    what = {
        "folder": folder,
        "files": names,
        "as_at": said["as_at"].isoformat(),
        "authority": said.get("authority") or whose,
    }
    job = queue.add("check_and_load", request.user.username, None, **what)
    record(request, "uploaded", f"job {job.pk}", files=names, as_at=what["as_at"])
    return job


def _form(
    request: HttpRequest, form: UploadForm, wrong: list[tuple[str, str]], status: int = 200
) -> HttpResponse:
    words = {
        "title": "Load data",
        "crumbs": crumbs(),
        "form": form,
        "problems": wrong,
        "authority": told.authority(),
        "limit": progress.limit(),
    }
    return render(request, "loads/upload.html", words, status=status)


def jobs(request: HttpRequest) -> HttpResponse:
    """Every job, the latest first."""
    found = Paginator(Job.objects.all(), _SIZE).get_page(request.GET.get("page"))
    from sightline.web.look.listing import links

    words = {
        "title": "Jobs",
        "crumbs": crumbs(),
        "rows": found.object_list,
        "list": shown.jobs(found.object_list),
        "pages": links(request, found.number, found.paginator.num_pages),
    }
    return render(request, "loads/jobs.html", words)


def job(request: HttpRequest, job: int) -> HttpResponse:
    """How far one job is, and what it came to."""
    found = get_object_or_404(Job, pk=job)
    words = {
        "title": f"{queue.known(found.kind).title}: {shown.about(found)}",
        "crumbs": [*crumbs(), ("Jobs", reverse("jobs"))],
        "job": found,
        "state": shown.state(State(found.state)),
        "told": progress.of(found),
        "following": shown.jobs(found.following.all()),
        "has_following": found.following.exists(),
    }
    return render(request, "loads/job.html", words)


def state(request: HttpRequest, job: int) -> HttpResponse:
    """The same for the script that looks again by itself."""
    found = get_object_or_404(Job, pk=job)
    return JsonResponse(progress.of(found))


def stop(request: HttpRequest, job: int) -> HttpResponse:
    """Stop a job that has not ended."""
    found = get_object_or_404(Job, pk=job)
    if request.method == "POST" and queue.stop(found):
        record(request, "stopped", f"job {found.pk}")
        messages.success(request, "The job is stopped. Nothing of it was kept.")
    return redirect("job", found.pk)


def again(request: HttpRequest, job: int) -> HttpResponse:
    """Ask once more for a job that failed or was stopped, where its files are not needed."""
    found = get_object_or_404(Job, pk=job)
    if request.method != "POST" or not progress.can_be_asked_again(found):
        return redirect("job", found.pk)
    made = queue.add(found.kind, request.user.username, found.after, **found.what)
    record(request, "asked again", f"job {made.pk}")
    return redirect("job", made.pk)
