"""What people write about figures: commentary, which is signed, dated, and kept in all versions."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone


class Commentary(models.Model):
    """What somebody makes of a measure: what we see, so what, and now what.

    A change is a new row: the last one counts, and those before it stay. ``as_at`` is the day of
    the figures that it was written about. ``shared`` says that those who see only what is for
    sharing may read it.
    """

    measure = models.CharField(max_length=20)
    authority = models.CharField(max_length=200)
    as_at = models.DateField()
    see = models.TextField()
    so_what = models.TextField()
    now_what = models.TextField()
    shared = models.BooleanField(default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        """The latest first."""

        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["authority", "measure"], name="commentary_of")]


class Owner(models.Model):
    """Who answers for a measure. A change is a new row: the last one counts."""

    measure = models.CharField(max_length=20)
    authority = models.CharField(max_length=200)
    name = models.CharField(max_length=100)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        """The latest first."""

        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["authority", "measure"], name="owner_of")]
