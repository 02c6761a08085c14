"""How a deadline is declared: from what, by when, and what meets it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sightline.measures.declare import Roll
from sightline.measures.limits import Limit
from sightline.measures.settings import LIMITS
from sightline.measures.timescales import TIMESCALES
from sightline.regime.themes import THEME_IDS

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from sightline.measures.asked import Asked


@dataclass(frozen=True)
class Due:
    """What a deadline says of each row of its roll.

    ``of`` is whether the row has the deadline. ``since`` is the date it counts from, and ``limit``
    how long there is; or ``due`` is the date itself, where the limit differs from row to row.
    ``done`` is when it was met. Without one the roll knows only what is still to be done.
    """

    of: Any
    since: Any
    limit: Limit | None = None
    due: Any = None
    done: Any = None


@dataclass(frozen=True, eq=False)
class Deadline:
    """A deadline: of which rows, by whose word, and what each row says.

    ``waits_for`` says in words what a child waits for: "the initial conference". ``setting`` names
    a local standard, off until set; ``given`` says which date of the list itself is the limit.
    ``says`` is what the roll's rows say.
    """

    key: str
    title: str
    waits_for: str
    roll: Roll
    theme: str
    says: Callable[[ir.Table, Asked], Due] = field(repr=False)
    timescale: str = ""
    setting: str = ""
    given: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        """A deadline has a limit by somebody's word, and a theme."""
        if self.key in DEADLINES or not re.fullmatch(r"[a-z0-9-]+", self.key):
            raise ValueError(f"Deadline {self.key!r} is declared twice, or is not a key")
        if sum(map(bool, (self.timescale, self.setting, self.given))) != 1:
            raise ValueError(f"Deadline {self.key}: give a timescale, a setting, or a given date")
        if self.timescale and self.timescale not in TIMESCALES:
            raise ValueError(f"Deadline {self.key}: there is no timescale {self.timescale!r}")
        if self.setting and self.setting not in LIMITS:
            raise ValueError(f"Deadline {self.key}: there is no limit {self.setting!r} to set")
        if self.theme not in THEME_IDS:
            raise ValueError(f"Deadline {self.key}: there is no theme {self.theme!r}")
        DEADLINES[self.key] = self

    @property
    def basis(self) -> str:
        """By whose word it is: a timescale's source, a local standard, or a date in the list."""
        if self.given:
            return self.given
        if self.setting:
            return f"A local standard, set as {self.setting}: no national rule"
        return str(TIMESCALES[self.timescale])


def deadline(
    key: str, title: str, waits_for: str, roll: Roll, **said: Any
) -> Callable[[Callable[[Any, Any], Due]], Deadline]:
    """Declare a deadline: the function below takes the roll's rows and what is asked."""
    return lambda says: Deadline(key, title, waits_for, roll, says=says, **said)


DEADLINES: dict[str, Deadline] = {}
