"""Feedback by a link that works once: how the link is made and kept, and how many answered.

The token is in the link alone. What is kept is its hash, so that nobody who reads the records
can open a family's form.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from hmac import compare_digest

TOKEN_BYTES = 32
DAYS_OPEN = 28


class Reach(StrEnum):
    """How far asking has come. Who is not asked because it is not safe counts as not asked."""

    NOT_ASKED = "not asked"
    ASKED = "asked"
    REACHED = "reached"
    DECLINED = "declined"
    NOT_SAFE = "not safe to ask"


@dataclass(frozen=True, slots=True)
class Link:
    """What is kept of a link: the token's hash, and when it was made, ends and was used.

    Times know their zone.
    """

    kept: str
    made_at: datetime
    ends_at: datetime
    used_at: datetime | None = None
    withdrawn_at: datetime | None = None


def make_link(now: datetime, days: int = DAYS_OPEN) -> tuple[str, Link]:
    """A new token for the link, and what to keep of it. The token cannot be had again."""
    if now.tzinfo is None:
        raise ValueError("Say the time with its zone")
    token = secrets.token_urlsafe(TOKEN_BYTES)
    return token, Link(keep(token), now, now + timedelta(days=days))


def keep(token: str) -> str:
    """What is kept of a token: its SHA-256. It is random and long, so it needs no salt."""
    return sha256(token.encode()).hexdigest()


def refused(link: Link | None, token: str, now: datetime) -> str:
    """Why a link does not open, as it is said to the family; empty where it opens.

    A wrong token and none at all are told alike, so that nothing can be learned by guessing.
    """
    if link is None or not compare_digest(link.kept, keep(token)):
        return "This link does not work. Ask your social worker for a new one."
    if link.used_at is not None:
        return "You have sent your answers. Thank you. Ask your social worker to add to them."
    if link.withdrawn_at is not None or now >= link.ends_at:
        return "This link has ended. Ask your social worker for a new one."
    return ""


@dataclass(frozen=True, slots=True)
class Responses:
    """How many were asked, and what came of it. ``reached`` is of those who were asked."""

    asked: int
    reached: int
    declined: int
    not_safe: int
    not_asked: int

    @property
    def waiting(self) -> int:
        """How many were asked and have neither answered nor declined."""
        return self.asked - self.reached - self.declined

    @property
    def of(self) -> int:
        """How many families there are, asked or not."""
        return self.asked + self.not_safe + self.not_asked

    def __str__(self) -> str:
        """In words, each as n of N."""
        return (
            f"{self.asked} of {self.of} asked; {self.reached} of {self.asked} reached, "
            f"{self.declined} declined, {self.waiting} waiting; {self.not_safe} not safe to ask"
        )


def responses(statuses: Iterable[Reach | str]) -> Responses:
    """The counts of some families' statuses."""
    count = dict.fromkeys(Reach, 0)
    for status in statuses:
        count[Reach(status)] += 1
    asked = count[Reach.ASKED] + count[Reach.REACHED] + count[Reach.DECLINED]
    return Responses(
        asked,
        count[Reach.REACHED],
        count[Reach.DECLINED],
        count[Reach.NOT_SAFE],
        count[Reach.NOT_ASKED],
    )
