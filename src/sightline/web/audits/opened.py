"""Opens an audit for a person of a request: only one that they may see, and the trail keeps it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest

from sightline.web.audits.access import found
from sightline.web.audits.models import Audit
from sightline.web.trail.record import record

Crumbs = list[tuple[str, str | None]]


def opened(request: HttpRequest, audit: UUID, what: str = "read", **detail: Any) -> Audit:
    """The audit, with what is done to it kept in the trail. 404 where it may not be seen."""
    one = found(request.user, audit)
    kept(request, one, what, **detail)
    return one


def kept(request: HttpRequest, audit: Audit, what: str, **detail: Any) -> None:
    """Keep in the trail what is done to an audit, which is named by its own number."""
    record(request, what, f"audit {audit.pk}", audit.reference, **detail)


def only(allowed: bool) -> None:
    """404 unless allowed: who may not do something does not learn that it is there."""
    if not allowed:
        raise Http404


def crumbs(audit: Audit | None = None, *more: tuple[str, str | None]) -> Crumbs:
    """Where a page stands: Home, Audits, the audit, and more."""
    from django.urls import reverse

    made: Crumbs = [("Home", reverse("home")), ("Audits", reverse("audits"))]
    if audit is not None:
        link = reverse("audit", args=[audit.pk]) if more else None
        made.append((f"Audit {audit.label}", link))
    return [*made, *more]
