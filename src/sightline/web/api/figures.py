"""The API on figures and the children behind them."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from ninja import Query
from ninja.errors import HttpError

from sightline.web.api import shapes
from sightline.web.api.declared import get
from sightline.web.api.shapes import Words
from sightline.web.people.rights import Right
from sightline.web.published import published_for
from sightline.web.trail.record import record

if TYPE_CHECKING:
    from sightline.packs.published.model import Paged
    from sightline.packs.published.read import Published

SIZE = 100
Page = Query(1, ge=1, le=100_000, description="From 1")
_PROBLEMS = {403: shapes.Problem, 404: shapes.Problem}


def _of(request: HttpRequest) -> Published:
    found = published_for(request.user)
    if found is None:
        raise HttpError(404, "Nothing is published yet.")
    return found


def _known(request: HttpRequest, measure: str) -> tuple[Published, Any]:
    found = _of(request)
    summary = found.summary(measure)
    if summary is None:
        raise HttpError(404, "There is no figure of such a measure.")
    return found, summary


@get("/about", Right.SEE_SHARED, {200: shapes.About} | _PROBLEMS)
def about(request: HttpRequest) -> Any:
    """What the figures are of: whose data, as at which day, and in which mode."""
    said = asdict(_of(request).said)
    return said | {"published_on": said["made_on"]}


@get("/measures", Right.SEE_SHARED, {200: list[shapes.MeasureShape]} | _PROBLEMS)
def measures(request: HttpRequest, theme: Words | None = None, area: Words | None = None) -> Any:
    """Every measure with a figure; of a theme or an area where one is given."""
    return [asdict(one) for one in _of(request).indicators(theme, area)]


@get("/measures/{measure}", Right.SEE_SHARED, {200: shapes.MeasureShape} | _PROBLEMS)
def one_measure(request: HttpRequest, measure: Words) -> Any:
    """A measure, by its id or slug."""
    return asdict(_known(request, measure)[1])


@get("/measures/{measure}/figures", Right.SEE_SHARED, {200: list[shapes.FigureShape]} | _PROBLEMS)
def figures(
    request: HttpRequest, measure: Words, by: Words | None = None, trend: bool = False
) -> Any:
    """The figures of a measure: of all, by each breakdown, or over time."""
    found, summary = _known(request, measure)
    return [asdict(one) for one in found.figures(summary.id, by, trend)]


@get("/measures/{measure}/rows", Right.SEE_CHILDREN, {200: shapes.Rows} | _PROBLEMS)
def rows(
    request: HttpRequest, measure: Words, answer: Words | None = None, page: int = Page
) -> Any:
    """The rows behind a figure, of the children whom the person sees."""
    found, summary = _known(request, measure)
    made = found.rows(summary.id, answer=answer, page=page, size=SIZE, **_scope(request))
    return _paged(request, made, f"rows of {summary.id}")


@get("/overdue", Right.SEE_CHILDREN, {200: shapes.Steps} | _PROBLEMS)
def overdue(request: HttpRequest, deadline: Words | None = None, page: int = Page) -> Any:
    """What is overdue, the longest first."""
    return _steps(request, "overdue", deadline, page)


@get("/due", Right.SEE_CHILDREN, {200: shapes.Steps} | _PROBLEMS)
def due(request: HttpRequest, deadline: Words | None = None, page: int = Page) -> Any:
    """What comes due."""
    return _steps(request, "due", deadline, page)


@get("/signals", Right.SEE_CHILDREN, {200: shapes.Signs} | _PROBLEMS)
def signals(request: HttpRequest, signal: Words | None = None, page: int = Page) -> Any:
    """Signals of drift: reasons to look, in order of how long each has gone on."""
    found = _of(request).signs(signal=signal, page=page, size=SIZE, **_scope(request))
    return _paged(request, found, "signals")


def _steps(request: HttpRequest, kind: str, deadline: str | None, page: int) -> dict[str, Any]:
    found = _of(request).steps(kind, deadline=deadline, page=page, size=SIZE, **_scope(request))
    return _paged(request, found, kind)


def _scope(request: HttpRequest) -> dict[str, Any]:
    """The teams, or the worker, whose children a person sees."""
    scope = request.user.scope
    if scope.worker is not None:
        return {"teams": None, "worker": scope.worker}
    return {"teams": scope.teams, "worker": None}


def _paged(request: HttpRequest, found: Paged[Any], what: str) -> dict[str, Any]:
    """A page of rows, each child by reference alone; that it was read is kept."""
    record(request, "read by the API", what, page=found.page, rows=len(found.rows))
    return {
        "total": found.total,
        "page": found.page,
        "pages": found.pages,
        "rows": [_by_reference(row) for row in found.rows],
    }


def _by_reference(row: Any) -> dict[str, Any]:
    """A row without the child's identifier."""
    kept = {key: value for key, value in asdict(row).items() if key not in ("child_id", "ref")}
    return kept | {"reference": row.ref}
