"""Deleting a load for good: the snapshot, what was published of it, and how it was compared."""

from __future__ import annotations

from django.db.models import Q

from sightline.web.loads import queue, told
from sightline.web.loads.kinds import workspace_folder
from sightline.web.loads.models import Compared


def delete(snapshot: str, reason: str, by: str) -> None:
    """Delete it. Who, when and why stay in the record of deletions, and in the trail.

    First work that would read it is stopped. What was published goes after the snapshot: stopped
    between the two, the next publishing takes it away.
    """
    for job in queue.open_jobs().filter(_about(snapshot)):
        queue.stop(job)
    told.store().delete(snapshot, reason, by)
    Compared.objects.filter(Q(before=snapshot) | Q(after=snapshot)).delete()
    from sightline.tasks.publish import forget

    forget(workspace_folder())


def _about(snapshot: str) -> Q:
    return Q(what__snapshot=snapshot) | Q(what__before=snapshot) | Q(what__after=snapshot)
