"""Pages about children: lists within one's scope, a child's page, and a reason to look further."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from sightline.web.figures import child_list, child_page
from sightline.web.figures.forms import OpenForm
from sightline.web.figures.reading import Crumbs, number_of, page_of, reads
from sightline.web.figures.scope import in_scope, mine
from sightline.web.look.listing import chips, links
from sightline.web.people.forms import ReasonForm, problems
from sightline.web.people.models import Reason
from sightline.web.people.refusals import refused
from sightline.web.people.rights import Right
from sightline.web.trail.record import record

if TYPE_CHECKING:
    from sightline.packs.published.model import OfChild
    from sightline.packs.published.read import Published

_CHILD = "a child's page"


@reads
def children(request: HttpRequest, found: Published, kind: str = "all") -> HttpResponse:
    """A list of children: all, overdue, due or with a signal."""
    told = child_list.listing(request, found, child_list.KINDS[kind])
    rows = told.page(number_of(request))
    person: Any = request.user
    form = told.form
    return page_of(
        request, found, "figures/children.html", f"Children: {told.kind.title.lower()}", [],
        kind=told.kind, rows=rows, loaded=told.loaded, table=child_list.table(told.kind, rows),
        counts=found.counts(**mine(person.scope).asked), teamless=_teamless(person),
        pages=links(request, rows.page, rows.pages), open_form=OpenForm(), tabs=_tabs(found),
        filters={"fields": list(form), "chips": chips(request, form), "clear": request.path},
    )  # fmt: skip


def _tabs(found: Published) -> list[tuple[str, str, str]]:
    titles = {**{k.key: k.title for k in child_list.KINDS.values()}, "waits": "Waits"}
    titles["due"] = f"Due in {found.said.due_days} days"
    return [(key, words, "children" if key == "all" else f"children_{key}")
            for key, words in titles.items()]  # fmt: skip


def _teamless(person: Any) -> bool:
    scope = person.scope
    return scope.worker is None and scope.teams == ()


@reads
def waits(request: HttpRequest, found: Published) -> HttpResponse:
    """How long children wait from one step to the next, with those still waiting."""
    return page_of(
        request, found, "figures/waits.html", "Children: waits", [],
        waits=found.waits(), tabs=_tabs(found),
    )  # fmt: skip


@reads
def open_child(request: HttpRequest, found: Published) -> HttpResponse:
    """Go from an identifier, which is posted and in no address, to the child's page.

    Those who see no other children are told alike of a child who is not theirs and of none.
    """
    form = OpenForm(request.POST or None)
    person: Any = request.user
    if request.method == "POST" and form.is_valid():
        ref = found.child_ref(form.cleaned_data["identifier"].strip())
        if ref and (person.in_role.by_reason or in_scope(person.scope, _of(found, ref))):
            return redirect("child", ref=ref)
        messages.error(request, "No child whom you may see has this identifier.")
    return redirect("children")


@reads
def child(request: HttpRequest, found: Published, ref: str) -> HttpResponse:
    """A child's page: within one's scope, or once a reason was given today."""
    known = _of(found, ref)
    person: Any = request.user
    reason = ""
    if not in_scope(person.scope, known):
        if not person.in_role.by_reason:
            return refused(request, Right.SEE_CHILDREN)
        if not Reason.open_for(person, ref):
            return _ask(request, found, known)
        reason = Reason.objects.filter(person=person, reference=ref).latest("given_at").reason
    record(request, "read", _CHILD, ref, reason)
    return page_of(
        request, found, "figures/child.html", "A child", _crumbs(),
        outside=bool(reason), **child_page.told_of(found, known),
    )  # fmt: skip


def _ask(request: HttpRequest, found: Published, known: OfChild) -> HttpResponse:
    """Ask why somebody looks at a child who is not theirs; the reason opens the page for a day."""
    form = ReasonForm(request.POST or None)
    ref = known.child.ref
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data["reason"]
        Reason.objects.create(person=request.user, reference=ref, reason=said)
        record(request, "gave a reason", _CHILD, ref, said)
        return redirect("child", ref=ref)
    return page_of(
        request, found, "figures/reason.html", "Why do you need to see this child?", _crumbs(),
        form=form, team=known.child.team, problems=problems(form),
    )  # fmt: skip


def _of(found: Published, ref: str) -> OfChild:
    """All that is told of the child that a reference stands for; 404 where there is none."""
    child = found.child(ref)
    known = found.of_child(child.child_id) if child else None
    if known is None:
        raise Http404
    return known


def _crumbs() -> Crumbs:
    return [("Children", reverse("children"))]
