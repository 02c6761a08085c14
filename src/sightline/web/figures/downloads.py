"""Downloads of lists as CSV: each is kept in the trail, and holds what the page would show."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponseBase

from sightline.web.figures import child_list, measure_list, rows_behind
from sightline.web.figures.reading import reads
from sightline.web.figures.views import known
from sightline.web.look.listing import csv_download
from sightline.web.published import SHARING, WORKING, mode_of
from sightline.web.trail.record import record

if TYPE_CHECKING:
    from sightline.measures.figure import Figure
    from sightline.packs.published.read import Published

HEAD = ("Measure", "Title", "From", "To", "By", "Group", "Part", "Numerator", "Denominator",
        "Value", "Unit", "Better", "Could not be judged", "Hidden", "Note")  # fmt: skip
HIDDEN = "c"


@reads
def figures(request: HttpRequest, found: Published, measure: str) -> HttpResponseBase:
    """The figures of a measure: of all, by group and over time. For sharing, unless asked else."""
    one = known(found, measure)
    source = _in_mode(request)
    rows = [*source.figures(one.id), *source.figures(one.id, trend=True)]
    _kept(request, f"figures of {one.id}, {source.said.mode}")
    return csv_download(_name(source, one.id), HEAD, map(figure_line, rows))


@reads
def measures(request: HttpRequest, found: Published) -> HttpResponseBase:
    """The figure of each measure that the filters keep. For sharing, unless asked else."""
    source = _in_mode(request)
    form = measure_list.filter_of(request, found)
    kept = {one.id for one in measure_list.chosen(found, form)}
    rows = [figure for id in kept_order(source, kept) for figure in source.figures(id, by="")]
    _kept(request, f"measures, {source.said.mode}")
    return csv_download(_name(source, "measures"), HEAD, map(figure_line, rows))


def kept_order(found: Published, kept: Iterable[str]) -> list[str]:
    """Those of the measures that are published, in order."""
    wanted = set(kept)
    return [one.id for one in found.indicators() if one.id in wanted]


@reads
def rows(request: HttpRequest, found: Published, measure: str) -> HttpResponseBase:
    """The rows behind a measure, of the children whom the person sees."""
    one = known(found, measure)
    asked = rows_behind.asked_of(request, found, one)
    _kept(request, f"rows behind {one.id}", rows=asked.page(1, 1).total)
    lines = map(rows_behind.line, asked.every())
    return csv_download(_name(found, f"{one.id}-children"), rows_behind.LINES, lines)


@reads
def children(request: HttpRequest, found: Published, kind: str) -> HttpResponseBase:
    """A list of children as its page shows it."""
    if kind not in child_list.KINDS:
        raise Http404
    told = child_list.listing(request, found, child_list.KINDS[kind])
    _kept(request, f"children: {kind}", rows=told.page(1).total)
    lines = (child_list.line(told.kind, row) for row in told.every())
    return csv_download(_name(found, f"children-{kind}"), told.kind.head, lines)


def figure_line(one: Figure) -> list[Any]:
    """A figure as a line: a hidden one has c for its counts."""
    counts: list[Any] = [one.numerator, one.denominator, one.value]
    return [
        one.measure, one.title, one.start, one.end, one.by, one.group, one.category,
        *([HIDDEN] * 3 if one.hidden else counts), one.unit, one.better,
        HIDDEN if one.hidden else one.excluded, "yes" if one.hidden else "no", one.note,
    ]  # fmt: skip


def _in_mode(request: HttpRequest) -> Published:
    """What was published for sharing; with ``?mode=working`` the true figures, by right."""
    from django.conf import settings

    from sightline.tasks.publish import published

    asked = request.GET.get("mode", SHARING)
    mode = WORKING if asked == WORKING and mode_of(request.user) == WORKING else SHARING
    found = published(settings.WORKSPACE.root, mode)
    if found is None:
        raise Http404
    return found


def _kept(request: HttpRequest, what: str, **detail: Any) -> None:
    record(request, "exported", what, **detail)


def _name(found: Published, what: str) -> str:
    return f"{what}-{found.said.mode}-{found.said.as_at.isoformat()}.csv".lower()
