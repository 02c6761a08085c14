"""What the site keeps of work on data: jobs in the queue, and comparisons of two loads."""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class State(models.TextChoices):
    """How far a job is."""

    QUEUED = "queued", "waiting"
    RUNNING = "running", "running"
    DONE = "done", "done"
    FAILED = "failed", "failed"
    STOPPED = "stopped", "stopped"


OPEN = (State.QUEUED, State.RUNNING)


class Job(models.Model):
    """A piece of work that takes longer than a page may: asked for by somebody, done by a worker.

    ``lease`` is the mark of the worker that has it, until ``lease_until``: after that another may
    take it up. ``what`` and ``result`` tell of files and loads, and never of a child.
    """

    kind = models.CharField(max_length=40)
    what = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=State.choices, default=State.QUEUED)
    by = models.CharField(max_length=200)
    made_at = models.DateTimeField(default=timezone.now)
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    words = models.CharField(max_length=200, blank=True)
    lease = models.CharField(max_length=32, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    result = models.JSONField(default=dict)
    problem = models.TextField(blank=True)
    after = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="following"
    )

    class Meta:
        """The latest first; those that wait are looked for again and again."""

        ordering = ["-made_at", "-id"]
        indexes = [models.Index(fields=["state", "made_at"], name="loads_job_waiting")]

    @property
    def is_open(self) -> bool:
        """Whether it has still to end."""
        return self.state in OPEN


class Compared(models.Model):
    """What differs between two loads: counts for each list, and no child."""

    before = models.CharField(max_length=40)
    after = models.CharField(max_length=40)
    lists = models.JSONField(default=list)
    only_before = models.JSONField(default=list)
    only_after = models.JSONField(default=list)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        """Two loads are compared once."""

        constraints = [
            models.UniqueConstraint(fields=["before", "after"], name="loads_compared_once")
        ]
