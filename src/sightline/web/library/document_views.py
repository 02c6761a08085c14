"""Pages of one document: its facts and text, its pages as pictures, and the file as it came."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from sightline.packs.links import original_name
from sightline.web.library import document_told, drawing
from sightline.web.library.kinds import content_type
from sightline.web.library.shelf import Library, Row
from sightline.web.library.views import CRUMB, with_library

_DAY = 24 * 60 * 60


def _known(library: Library, sha: str) -> Row:
    found = library.document(sha)
    if found is None:
        raise Http404
    return found


@with_library
def document(request: HttpRequest, library: Library, sha: str) -> HttpResponseBase:
    """A document: ``?at=START`` picks a finding, ``?at=START-END`` any words, ``?page=`` a page."""
    found = _known(library, sha)
    at, page = request.GET.get("at", ""), request.GET.get("page", "")
    made = document_told.told(library, found, at, page)
    crumbs = [CRUMB, ("Documents", reverse("library_documents")), (made["title"], None)]
    return render(request, "library/document.html", made | {"crumbs": crumbs})


@with_library
def page(request: HttpRequest, library: Library, sha: str, number: int) -> HttpResponseBase:
    """A page as it is printed, as a picture, with the words of ``?at=START-END`` marked."""
    found = _known(library, sha)
    start, end = document_told.span_of(request.GET.get("at", "")) or (0, 0)
    try:
        picture = drawing.picture(library, found, number, start, end or start)
    except drawing.NotDrawnError:
        raise Http404 from None
    answer = HttpResponse(picture, content_type="image/png")
    answer["Cache-Control"] = f"private, max-age={_DAY}"
    return answer


@with_library
def original(request: HttpRequest, library: Library, sha: str) -> HttpResponseBase:
    """The file as it came, always to be saved: nothing in it runs here."""
    found = _known(library, sha)
    try:
        file = library.file_of(found["sha256"]).open("rb")
    except FileNotFoundError:
        raise Http404 from None
    kind = content_type(file.read(1024))
    file.seek(0)
    name = original_name(found["sha256"], found["path"])
    answer = FileResponse(file, as_attachment=True, filename=name, content_type=kind)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "sandbox"
    return answer
