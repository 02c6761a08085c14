"""The kinds of job: check and load files, publish what pages read, compare two loads."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from django.conf import settings

from sightline.web.loads import uploads
from sightline.web.loads.queue import Held, Outcome, kind

_LEFT_OUT = ("age",)
"""Columns that differ with each day, though nothing has happened."""


def workspace_folder() -> str:
    """The workspace that the site serves, as tasks take it."""
    return str(settings.WORKSPACE.root)


@kind("check_and_load", "Check and load")
def check_and_load(held: Held) -> Outcome:
    """Check the files of an upload, and keep them as a load; then publish, and compare."""
    from sightline.tasks import snapshots

    what = held.job.what
    files = uploads.files_of(what["folder"])
    held.tell(0, 1, f"Checking {len(files)} file{'s' if len(files) != 1 else ''}")
    loaded = snapshots.load(
        workspace_folder(),
        [str(path) for path in files],
        what["authority"],
        date.fromisoformat(what["as_at"]),
    )
    result = {"snapshot": loaded.id, "lines": loaded.lines, "errors": bool(loaded.exit_code)}
    then: list[tuple[str, dict[str, Any]]] = [("publish", {"snapshot": loaded.id})]
    if before := before_of(loaded.id):
        then.append(("compare", {"before": before, "after": loaded.id}))
    return Outcome(result, then)


@kind("publish", "Publish")
def publish(held: Held) -> Outcome:
    """Make what the pages read of a load."""
    from django.utils import timezone

    from sightline.tasks.measures import Asking
    from sightline.tasks.publish import publish as published

    held.tell(0, 1, "Working out the figures")
    asking = Asking(workspace_folder(), held.job.what["snapshot"], (), None, "", None, ())
    made = published(asking, timezone.localdate(), held.watch)
    return Outcome({"snapshot": made.snapshot, "new": made.new})


@kind("compare", "Compare with the load before")
def compare(held: Held) -> Outcome:
    """Count, list by list, what differs between two loads."""
    from sightline.tasks.snapshots import store
    from sightline.web.loads.models import Compared

    before, after = held.job.what["before"], held.job.what["after"]
    held.tell(0, 1, "Comparing the lists")
    found = store(workspace_folder()).compare(before, after, _LEFT_OUT)
    Compared.objects.update_or_create(
        before=before,
        after=after,
        defaults={
            "lists": [asdict(one) for one in found.lists],
            "only_before": list(found.only_before),
            "only_after": list(found.only_after),
        },
    )
    return Outcome({"before": before, "after": after})


def before_of(snapshot: str) -> str:
    """The newest load of the last earlier day of the same authority; nothing if there is none."""
    from sightline.tasks.snapshots import store

    rows = store(workspace_folder()).list()
    mine = next((row for row in rows if row.id == snapshot), None)
    if mine is None:
        return ""
    earlier = [
        row
        for row in rows
        if row.slug == mine.slug and row.current and not row.problem and row.as_at < mine.as_at
    ]
    return max(earlier, key=lambda row: row.as_at).id if earlier else ""
