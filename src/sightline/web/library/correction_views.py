"""Pages on which people correct what was read, see who corrected what, and withdraw it."""

from __future__ import annotations

from math import ceil

from django.contrib import messages
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from sightline.packs.words import count
from sightline.web.library import correcting, document_told, links, marked
from sightline.web.library.forms import CorrectionsForm, FactForm, FindingForm, WithdrawForm
from sightline.web.library.models import Correction
from sightline.web.library.shelf import Library, Row
from sightline.web.library.views import CRUMB, SIZE, number_of, with_library
from sightline.web.look.listing import address, chips, csv_download
from sightline.web.look.listing import links as page_links
from sightline.web.people.forms import problems
from sightline.web.people.refusals import refused
from sightline.web.people.rights import Right
from sightline.web.trail.record import record


@with_library
def correct(request: HttpRequest, library: Library, sha: str) -> HttpResponseBase:
    """Correct a finding (``?at=START-END``), or a fact (``?fact=NAME&event=N&at=START``)."""
    found = library.document(sha)
    span = document_told.span_of(request.GET.get("at", ""))
    if found is None or span is None:
        raise Http404
    if name := request.GET.get("fact", ""):
        return _fact(request, library, found, name, span[0])
    return _finding(request, library, found, span)


def _finding(
    request: HttpRequest, library: Library, found: Row, span: tuple[int, int | None]
) -> HttpResponseBase:
    finding = correcting.finding_at(library, found["sha256"], *span)
    if finding is None:
        raise Http404
    themes = [theme for theme in finding["themes"] if theme != "none"]
    first = {"polarity": finding["polarity"]}
    first |= {f"theme_{n}": theme for n, theme in enumerate(themes[:3], 1)}
    form = FindingForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        made = correcting.correct_finding(request, finding, form)
        if made:
            messages.success(request, f"{count(len(made), 'correction')} saved.")
            return redirect(links.document(found["sha256"], finding["start"], finding["end"]))
        form.add_error(None, "Nothing differs from what was read. Change something, or go back.")
    told_of = {
        "title": "Correct a finding",
        "quote": " ".join(finding["quote"].split()),
        "said": f"{marked.words_of(finding)}: {marked.themes_of(finding) or 'no theme'}",
        "back": links.document(found["sha256"], finding["start"], finding["end"]),
    }
    return _form_page(request, found, form, told_of)


def _fact(
    request: HttpRequest, library: Library, found: Row, name: str, start: int
) -> HttpResponseBase:
    event = request.GET.get("event", "0")
    place = int(event) if event.isdecimal() and len(event) < 5 else 0
    fact = correcting.fact_at(library, found["sha256"], place, name, start)
    if fact is None:
        raise Http404
    form = FactForm(request.POST or None, fact=name, initial={"value": fact["value"]})
    if request.method == "POST" and form.is_valid():
        if str(form.cleaned_data["value"]) != str(fact["value"]):
            correcting.correct_fact(request, found["sha256"], place, fact, form)
            messages.success(request, "The correction is saved.")
            return redirect(links.document(found["sha256"]))
        form.add_error("value", "This is what was read. Change it, or go back")
    cited = fact["citation"]
    told_of = {
        "title": f"Correct a fact: {name.replace('_', ' ')}",
        "quote": " ".join(cited["quote"].split()) if cited else "",
        "said": f"Read as {document_told.on_paper.value_of(fact)}",
        "back": links.document(found["sha256"]),
    }
    return _form_page(request, found, form, told_of)


def _form_page(
    request: HttpRequest, found: Row, form: FindingForm | FactForm, told_of: dict[str, str]
) -> HttpResponseBase:
    name = found["path"].rsplit("/", 1)[-1]
    crumbs = [CRUMB, (name, links.document(found["sha256"])), (told_of["title"], None)]
    more = {"form": form, "crumbs": crumbs, "problems": problems(form)}
    return render(request, "library/correct.html", told_of | more)


@with_library
def corrections(request: HttpRequest, library: Library) -> HttpResponseBase:
    """Every correction: of what, by whom, why, and whether it holds."""
    form = CorrectionsForm(request.GET or None)
    state = form.cleaned_data["state"] if form.is_valid() else ""
    rows = Correction.objects.select_related("by", "withdrawn_by")
    lost = library.overlay.lost
    if state:
        rows = rows.filter(withdrawn_at__isnull=state != "withdrawn")
    if state == "lost":
        rows = rows.filter(pk__in=lost)
    elif state == "in force":
        rows = rows.exclude(pk__in=lost)
    if request.GET.get("download") == "csv":
        return _download(request, list(rows), lost)
    total = rows.count()
    pages = ceil(total / SIZE)
    page = number_of(request.GET.get("page"), pages)
    told_of = {
        "title": "Corrections",
        "crumbs": [CRUMB, ("Corrections", None)],
        "filters": {"fields": list(form), "chips": chips(request, form), "clear": request.path},
        "total": total,
        "any": bool(state),
        "rows": [
            one | {"link": _place(one, lost)}
            for one in correcting.listed(rows[(page - 1) * SIZE : page * SIZE], lost)
        ],
        "pages": page_links(request, page, pages),
        "download": address(request, download="csv", page=None),
    }
    return render(request, "library/corrections.html", told_of)


def _place(row: Row, lost: set[int]) -> str:
    one = row["one"]
    if one.pk in lost or not one.quote:
        return links.document(one.sha256)
    return links.document(one.sha256, one.start, one.end)


def _download(request: HttpRequest, rows: list[Correction], lost: set[int]) -> HttpResponseBase:
    if not request.user.may(Right.EXPORT):
        return refused(request, Right.EXPORT)
    record(request, "exported", "corrections", rows=len(rows))
    names = ("what", "was", "now", "quote", "by", "at", "reason", "state")
    head = ["What", "Was", "Now", "Words", "By", "When", "Why", "State"]
    lines = ([row[name] for name in names] for row in correcting.listed(rows, lost))
    return csv_download("corrections.csv", head, lines)


@with_library
def withdraw(request: HttpRequest, library: Library, number: int) -> HttpResponseBase:
    """Withdraw a correction, saying why."""
    one = get_object_or_404(Correction.objects.select_related("by", "withdrawn_by"), pk=number)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if correcting.withdraw(request, one, form.cleaned_data["reason"]):
            messages.success(request, "The correction is withdrawn.")
        return redirect("library_corrections")
    told_of = {
        "title": "Withdraw a correction",
        "crumbs": [CRUMB, ("Corrections", reverse("library_corrections")), ("Withdraw", None)],
        "form": form,
        "problems": problems(form),
        "row": correcting.listed([one], library.overlay.lost)[0],
    }
    return render(request, "library/withdraw.html", told_of)
