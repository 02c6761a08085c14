"""The page on which somebody adds a document to the library, and sees what became of it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render

from sightline.kit.problems import UserError
from sightline.packs.words import KINDS
from sightline.web.library import links, uploading
from sightline.web.library.forms import UploadForm
from sightline.web.library.views import CRUMB
from sightline.web.loads.models import Job
from sightline.web.people.forms import problems
from sightline.web.trail.record import record

_SHOWN = 10


def upload(request: HttpRequest) -> HttpResponseBase:
    """Send a document; the last ones that were sent, and how far each is."""
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            job = uploading.keep(form.cleaned_data["document"], request.user.get_username())
        except UserError as error:
            form.add_error("document", str(error))
        else:
            record(request, "added a document", job.what["name"], job=job.pk)
            messages.success(request, "The document is in the queue, and will be read in a moment.")
            return redirect("library_upload")
    told_of = {
        "title": "Add a document",
        "crumbs": [CRUMB, ("Add a document", None)],
        "form": form,
        "problems": problems(form),
        "rows": [_row(job) for job in Job.objects.filter(kind=uploading.KIND)[:_SHOWN]],
    }
    return render(request, "library/upload.html", told_of)


def _row(job: Job) -> dict[str, object]:
    sha256 = job.result.get("sha256", "")
    found = job.result.get("kind", "")
    return {
        "name": job.what.get("name", ""),
        "link": links.document(sha256) if sha256 else "",
        "state": job.get_state_display(),
        "kind": KINDS.get(found, "Was there already" if sha256 else ""),
        "notes": " ".join([*job.result.get("problems", []), job.problem]).strip(),
        "at": job.made_at,
        "by": job.by,
    }
