"""Corrections: what a person says of a finding or a fact, in place of what was read.

A correction is kept by the document's hash and the words' place, and outlives every re-read of
the document. It is never changed or removed: somebody withdraws it, and says why.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone


class Field(models.TextChoices):
    """What a correction is of."""

    THEMES = "themes", "Themes"
    POLARITY = "polarity", "What it says"
    NOT_A_FINDING = "not_a_finding", "Not a finding"
    FACT = "fact", "A fact"


class Correction(models.Model):
    """One correction: of which words, what was read, what it should be, by whom and why.

    ``start`` and ``end`` count characters of the document's text as it was read then; ``quote``
    are the words there, by which they are found when a later reading moves them. A fact that no
    words give (a date from the file's name) has neither. Of two corrections of the same thing
    the later one holds.
    """

    sha256 = models.CharField(max_length=64, db_index=True)
    start = models.PositiveIntegerField(default=0)
    end = models.PositiveIntegerField(default=0)
    quote = models.TextField(blank=True)
    field = models.CharField(max_length=20, choices=Field.choices)
    fact = models.CharField(max_length=40, blank=True)
    event = models.PositiveSmallIntegerField(default=0)
    was = models.JSONField()
    now = models.JSONField()
    reason = models.TextField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="corrections"
    )
    at = models.DateTimeField(default=timezone.now)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="corrections_withdrawn",
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_why = models.TextField(blank=True)

    class Meta:
        """The latest first; those in force are asked for by every page of findings."""

        ordering = ["-at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(end__gte=models.F("start")), name="library_span_in_order"
            )
        ]
        indexes = [models.Index(fields=["withdrawn_at"], name="library_in_force")]

    @property
    def key(self) -> tuple[str, int, int]:
        """The words' place, as the corrector saw it."""
        return self.sha256, self.start, self.end
