"""The trail: one row for each thing read or done. Rows are added; none is changed or removed."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils import timezone


class Entry(models.Model):
    """Who did what, to what, when, and why.

    It holds names and not foreign keys, so that it outlives the rows it tells of. ``reference`` is
    that of a child where the entry is about one, as addresses give it.
    """

    at = models.DateTimeField(default=timezone.now, db_index=True)
    person = models.CharField(max_length=200, db_index=True)
    role = models.CharField(max_length=20, blank=True)
    action = models.CharField(max_length=40, db_index=True)
    about = models.CharField(max_length=300, blank=True)
    reference = models.CharField(max_length=64, blank=True, db_index=True)
    reason = models.TextField(blank=True)
    detail = models.JSONField(default=dict, blank=True)
    request = models.CharField(max_length=32, blank=True)

    class Meta:
        """The latest first."""

        ordering = ["-at", "-id"]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the row. A row that is there is never written again."""
        if self.pk is not None:
            raise TypeError("The trail is added to; it is never changed")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Nothing is taken out of the trail."""
        raise TypeError("The trail is added to; nothing is taken out of it")
