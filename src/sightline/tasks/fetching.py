"""What the verb ``fetch`` does: find new documents on the reports site, and download them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from sightline.kit.problems import UserError
from sightline.tasks import library
from sightline.workspace import workspace

COLUMNS = ["authority", "urn", "outcome", "published", "title", "path", "url", "problem"]


def fetched(
    folder: str | None,
    names: Sequence[str],
    into: str | None = None,
    site: str | None = None,
    since: date | None = None,
    dry_run: bool = False,
    pause: float = 1.0,
) -> list[dict[str, Any]]:
    """Download what is new for some authorities, or for all of today: one row per document.

    What the library has, by content, is not kept a second time. Says on standard error, one line
    each, what came. Raises ``UserError`` for a name that means no authority.
    """
    from sightline.kit.polite import Polite
    from sightline.reports.fetch import SITE, Fetched, fetch

    authorities = _authorities(names)
    with library.opened(folder) as shelf:
        known = {d["sha256"] for d in shelf.documents()}
    target = Path(into) if into else workspace(folder).fetched
    rows: list[dict[str, Any]] = []

    def report(one: Fetched) -> None:
        rows.append(_row(one, authorities))
        if one.outcome == "downloaded":
            print(f"{len(rows):,}: {one.found.name}", file=sys.stderr, flush=True)

    fetch(
        authorities,
        target,
        Polite(pause=pause),
        site or SITE,
        since,
        dry_run,
        known,
        report,
    )
    return rows


def _authorities(names: Sequence[str]) -> dict[str, str]:
    """The names of authorities by number: those named, or all of today where none is."""
    from sightline.regime.authorities import all_authorities, resolve

    if not names:
        return {a.urn: a.name for a in all_authorities() if a.existed(date.today())}
    found = {}
    for name in names:
        authority = resolve(name)
        if authority is None:
            raise UserError(f"No authority in the register is called {name!r}. Check the spelling.")
        found[authority.urn] = authority.name
    return found


def _row(one: Any, authorities: dict[str, str]) -> dict[str, Any]:
    published = one.found.published
    return {
        "authority": authorities[one.found.urn],
        "urn": one.found.urn,
        "outcome": one.outcome,
        "published": published.isoformat() if published else "",
        "title": one.found.title,
        "path": str(one.path or ""),
        "url": one.found.url,
        "problem": one.problem,
    }
