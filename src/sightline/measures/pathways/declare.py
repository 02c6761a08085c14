"""How a pathway is declared: from which step to which, of which rows."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sightline.measures.declare import Roll
from sightline.regime.themes import THEME_IDS

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from sightline.measures.asked import Asked


@dataclass(frozen=True)
class Span:
    """What a pathway says of each row: whether it sets out, when, and when it arrived.

    An end that is null, or after the snapshot date, is still waited for. ``left`` says that the
    row will never arrive, and so waits no longer: it counts as waiting up to that date.
    """

    of: Any
    start: Any
    end: Any
    left: Any = None


@dataclass(frozen=True, eq=False)
class Pathway:
    """A pathway between two steps. ``months`` is how far back those who are counted set out."""

    key: str
    title: str
    start: str
    end: str
    roll: Roll
    theme: str
    months: int
    says: Callable[[ir.Table, Asked], Span] = field(repr=False)
    note: str = ""

    def __post_init__(self) -> None:
        """A pathway has a key of its own, two steps, and a theme."""
        if self.key in PATHWAYS or not re.fullmatch(r"[a-z0-9-]+", self.key):
            raise ValueError(f"Pathway {self.key!r} is declared twice, or is not a key")
        if self.theme not in THEME_IDS:
            raise ValueError(f"Pathway {self.key}: there is no theme {self.theme!r}")
        if self.months < 1 or not self.start or not self.end:
            raise ValueError(f"Pathway {self.key}: it needs two steps and a number of months")
        PATHWAYS[self.key] = self


def pathway(
    key: str, title: str, roll: Roll, **said: Any
) -> Callable[[Callable[[Any, Any], Span]], Pathway]:
    """Declare a pathway: the function below takes the roll's rows and what is asked."""
    return lambda says: Pathway(key, title, roll=roll, says=says, **said)


PATHWAYS: dict[str, Pathway] = {}
