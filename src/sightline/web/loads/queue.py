"""The queue: jobs are added, held by one worker at a time under a lease, and ended once.

A job whose worker died is taken up again when its lease has run out, three times at most. So a
job must be such that doing it twice is the same as once: loading and publishing are. It works the
same on SQLite and on PostgreSQL.
"""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from sightline.kit.problems import UserError
from sightline.web import environment
from sightline.web.loads.models import OPEN, Job, State

T = TypeVar("T")
MOST_TRIES = 3
LEASE_SECONDS = float(environment.text("LEASE_SECONDS", "30"))
_EVERY = 0.5
DIED = (
    f"It was begun {MOST_TRIES} times, and each time Sightline was stopped before it ended. "
    "Nothing of it was kept. Ask whoever runs the server to look at its memory and "
    "its log, then try again."
)
BROKE = (
    "Something went wrong in Sightline itself. Nothing of it was kept. The log of the worker says "
    "where in the code. Try again; if it stays so, tell an administrator the number of this job."
)


class LostError(Exception):
    """The job is no longer ours: somebody stopped it, or another worker took it up."""


@dataclass(frozen=True)
class Outcome:
    """What a job came to, and the jobs that follow from it: pairs of a kind and what it needs."""

    result: dict[str, Any] = field(default_factory=dict)
    then: Sequence[tuple[str, dict[str, Any]]] = ()


Doing = Callable[["Held"], Outcome]


@dataclass(frozen=True)
class Kind:
    """A kind of job: its name, its title in words, and the function that does it."""

    name: str
    title: str
    do: Doing


KINDS: dict[str, Kind] = {}


def kind(name: str, title: str) -> Callable[[Doing], Doing]:
    """Declare a kind of job. Raises ``ValueError`` where the name is taken."""

    def declared(do: Doing) -> Doing:
        if name in KINDS:
            raise ValueError(f"Two kinds of job are called {name!r}")
        KINDS[name] = Kind(name, title, do)
        return do

    return declared


def known(name: str) -> Kind:
    """A kind by its name; ``KeyError`` where there is none."""
    import sightline.web.loads.kinds  # noqa: F401  declares them

    return KINDS[name]


def add(kind: str, by: str, after: Job | None = None, /, **what: Any) -> Job:
    """Put a job into the queue, for a person by their user name. ``what`` goes into JSON."""
    known(kind)
    return Job.objects.create(kind=kind, by=by, what=what, after=after)


def open_jobs() -> QuerySet[Job]:
    """Jobs that wait or run."""
    return Job.objects.filter(state__in=OPEN)


def _free() -> QuerySet[Job]:
    """Jobs that may be taken up: those that wait, and those whose worker let the lease run out."""
    ran_out = Q(state=State.RUNNING, lease_until__lt=timezone.now())
    return Job.objects.filter(Q(state=State.QUEUED) | ran_out).order_by("made_at", "pk")


def claim() -> Held | None:
    """Take up the oldest job that is free; None where there is none.

    One that was begun as often as it may be is ended instead, as failed.
    """
    while _free().exists():  # looking takes no lock; SQLite has one alone
        with transaction.atomic():
            job = _free().select_for_update(skip_locked=True).first()
            if job is None:
                return None
            if job.tries < MOST_TRIES:
                return _hold(job)
            job.state, job.problem, job.ended_at = State.FAILED, DIED, timezone.now()
            job.lease, job.lease_until = "", None
            job.save()
    return None


def _hold(job: Job) -> Held:
    job.state, job.tries, job.started_at = State.RUNNING, job.tries + 1, timezone.now()
    job.lease, job.lease_until = secrets.token_hex(16), _until()
    job.done, job.total, job.words = 0, 0, ""
    job.save()
    return Held(job)


def _until() -> Any:
    return timezone.now() + timedelta(seconds=LEASE_SECONDS)


class Held:
    """A job under our lease. Every method raises ``LostError`` where it is no longer ours."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self._told = 0.0

    @classmethod
    def again(cls, number: int, lease: str) -> Held:
        """The same job under the same lease, in another process."""
        job = Job.objects.filter(pk=number, lease=lease, state=State.RUNNING).first()
        if job is None:
            raise LostError
        return cls(job)

    def renew(self) -> None:
        """Hold it for longer."""
        self._change(lease_until=_until())

    def tell(self, done: int, total: int, words: str) -> None:
        """Say how far it is."""
        self._change(done=done, total=total, words=words[:200])

    def watch(self, items: Iterable[T], total: int, what: str) -> Iterator[T]:
        """Yield the items, telling how many of ``total`` are done, as ``kit.progress`` does."""
        for number, item in enumerate(items):
            if time.monotonic() - self._told > _EVERY:
                self._told = time.monotonic()
                self.tell(number, total, what.capitalize())
            yield item

    def finish(self, outcome: Outcome) -> None:
        """End it, and put what follows into the queue: both, or neither."""
        with transaction.atomic():
            self._end(str(State.DONE), result=outcome.result, problem="")
            for name, what in outcome.then:
                add(name, self.job.by, self.job, **what)

    def fail(self, problem: str) -> None:
        """End it as failed, with a plain sentence."""
        self._end(str(State.FAILED), problem=problem)

    def hand_back(self, counts: bool = False) -> None:
        """Let another worker take it up. ``counts`` says that this was one of its tries."""
        self._change(
            state=State.QUEUED,
            lease="",
            lease_until=None,
            tries=self.job.tries - (not counts),
        )

    def _end(self, state: str, **changed: Any) -> None:
        self._change(state=state, ended_at=timezone.now(), lease="", lease_until=None, **changed)

    def _change(self, **changed: Any) -> None:
        mine = Job.objects.filter(pk=self.job.pk, lease=self.job.lease, state=State.RUNNING)
        if not mine.update(**changed):
            raise LostError


def do(held: Held) -> None:
    """Do a job, here and now, and end it.

    Raises ``LostError``, and what the database raises where it cannot be written that it ended.
    """
    try:
        held.finish(known(held.job.kind).do(held))
    except LostError:
        raise
    except UserError as error:
        held.fail(str(error))
    except Exception:
        log = logging.getLogger("sightline.jobs")
        log.exception("job failed", extra={"job": held.job.pk})
        held.fail(BROKE)


def stop(job: Job) -> bool:
    """Stop a job that has not ended; whether it was stopped. A worker that has it lets it go."""
    return bool(
        open_jobs()
        .filter(pk=job.pk)
        .update(state=State.STOPPED, ended_at=timezone.now(), lease="", lease_until=None)
    )
