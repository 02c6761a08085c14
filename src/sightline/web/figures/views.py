"""Pages about measures: the list, one of them, its commentary, and the rows behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from sightline.web.figures import measure_list, measure_page, rows_behind
from sightline.web.figures.forms import CommentaryForm, OwnerForm
from sightline.web.figures.models import Commentary, Owner
from sightline.web.figures.reading import number_of, page_of, reads
from sightline.web.look.listing import chips, links
from sightline.web.people.forms import problems
from sightline.web.trail.record import record

if TYPE_CHECKING:
    from sightline.packs.published.model import Summary
    from sightline.packs.published.read import Published


@reads
def measures(request: HttpRequest, found: Published) -> HttpResponse:
    """Every measure with a figure, by area, as the filters keep them."""
    form = measure_list.filter_of(request, found)
    rows = measure_list.chosen(found, form)
    pages = max(1, -(-len(rows) // measure_list.SIZE))
    page = min(number_of(request), pages)
    shown = rows[(page - 1) * measure_list.SIZE : page * measure_list.SIZE]
    return page_of(
        request, found, "figures/measures.html", "Measures", [],
        areas=measure_list.tables(shown, found.areas()), total=len(rows),
        lacking=found.lacking(), pages=links(request, page, pages),
        filters={"fields": list(form), "chips": chips(request, form), "clear": request.path},
    )  # fmt: skip


@reads
def measure(request: HttpRequest, found: Published, measure: str) -> HttpResponse:
    """One measure, in its fixed order."""
    one = known(found, measure)
    return page_of(
        request, found, "figures/measure.html", one.title, _crumbs(None),
        one=one, i=measure_page.view_of(found, one, request.user),
        commentary=measure_page.commentary_of(found, one.id),
        owner=measure_page.owner_of(found, one.id),
    )  # fmt: skip


@reads
def comment(request: HttpRequest, found: Published, measure: str) -> HttpResponse:
    """Write commentary on a measure. What was written before stays."""
    one = known(found, measure)
    written = measure_page.commentary_of(found, one.id)
    first = {n: getattr(written[0], n) for n in CommentaryForm.base_fields} if written else {}
    form = CommentaryForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        Commentary.objects.create(
            measure=one.id, authority=found.said.authority, as_at=found.said.as_at,
            by=request.user, **form.cleaned_data,
        )  # fmt: skip
        record(request, "wrote commentary", f"measure {one.id}")
        messages.success(request, "The commentary is saved, with your name and today's date.")
        return redirect("measure", measure=one.id)
    return page_of(
        request, found, "figures/comment.html", f"Commentary: {one.title}", _crumbs(one),
        one=one, form=form, problems=problems(form),
    )  # fmt: skip


@reads
def owner(request: HttpRequest, found: Published, measure: str) -> HttpResponse:
    """Say who answers for a measure."""
    one = known(found, measure)
    held = measure_page.owner_of(found, one.id)
    form = OwnerForm(request.POST or None, initial={"name": held.name if held else ""})
    if request.method == "POST" and form.is_valid():
        name = form.cleaned_data["name"]
        Owner.objects.create(
            measure=one.id, authority=found.said.authority, name=name, by=request.user
        )
        record(request, "named an owner", f"measure {one.id}", owner=name)
        messages.success(request, "Saved.")
        return redirect("measure", measure=one.id)
    return page_of(
        request, found, "figures/owner.html", f"Owner: {one.title}", _crumbs(one),
        one=one, form=form, problems=problems(form),
    )  # fmt: skip


@reads
def measure_children(request: HttpRequest, found: Published, measure: str) -> HttpResponse:
    """The rows behind a measure, of the children whom one sees."""
    one = known(found, measure)
    asked = rows_behind.asked_of(request, found, one)
    rows = asked.page(number_of(request))
    sees_all = request.user.scope.teams is None and request.user.scope.worker is None
    form = asked.form
    return page_of(
        request, found, "figures/measure_children.html", f"Behind: {one.title}", _crumbs(one),
        one=one, rows=rows, table=rows_behind.table(one, rows),
        outside=0 if sees_all else asked.outside(),
        pages=links(request, rows.page, max(1, -(-rows.total // rows.size))),
        filters={"fields": list(form), "chips": chips(request, form), "clear": request.path},
    )  # fmt: skip


def known(found: Published, measure: str) -> Summary:
    """A measure by its id or slug; 404 where it has no figure."""
    one = found.summary(measure)
    if one is None:
        raise Http404
    return one


def _crumbs(one: Summary | None) -> list[tuple[str, str | None]]:
    made: list[tuple[str, str | None]] = [("Measures", reverse("measures"))]
    return made if one is None else [*made, (one.title, reverse("measure", args=(one.id,)))]
