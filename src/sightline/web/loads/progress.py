"""How far a job is, in words and numbers; and how much may be sent at once."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from sightline.web.loads.models import Job, State

_ROUND_IT = 1024 * 1024
"""What a form adds to its files: names, other fields, lines between."""


def of(job: Job) -> dict[str, Any]:
    """State, words and share of a job, for its page and for the script that asks again."""
    return {
        "state": job.state,
        "open": job.is_open,
        "words": words(job),
        "done": job.done,
        "total": job.total,
    }


def words(job: Job) -> str:
    """One sentence: what it waits for, how far it is, or how it ended."""
    if job.state == State.QUEUED:
        return f"It waits for its turn. {_before(job)}"
    if job.state == State.RUNNING:
        return _running(job)
    return {
        State.DONE: "It is done.",
        State.STOPPED: "It was stopped. Nothing of it was kept.",
        State.FAILED: job.problem or "It failed.",
    }[State(job.state)]


def _before(job: Job) -> str:
    from sightline.web.look.filters import count

    before = Job.objects.filter(state__in=(State.QUEUED, State.RUNNING), made_at__lt=job.made_at)
    number = before.count()
    return f"{count(number, 'job')} {'comes' if number == 1 else 'come'} before it."


def _running(job: Job) -> str:
    said = job.words or "It has begun"
    if job.total > 1:
        said = f"{said}: {job.done:,} of {job.total:,}"
    return f"{said}."


def can_be_asked_again(job: Job) -> bool:
    """Whether asking for the same again can help: files of an upload are gone by then."""
    return job.state in (State.FAILED, State.STOPPED) and job.kind != "check_and_load"


def limit() -> str:
    """How much may be sent at once, in words."""
    return f"{settings.UPLOAD_LIMIT / _ROUND_IT:,.0f} MB"


def too_large(length: str | None) -> str:
    """Why an upload of so many bytes is refused; nothing where it is not."""
    size = int(length) if length and length.isdigit() else 0
    if size <= settings.UPLOAD_LIMIT + _ROUND_IT:
        return ""
    return (
        f"The files have {size / _ROUND_IT:,.0f} MB together, and {limit()} may be sent at once. "
        "Send CSV files in a zip file, or leave out columns that no list asks for."
    )
