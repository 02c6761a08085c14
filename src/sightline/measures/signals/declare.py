"""How a signal is declared: of which rows, since when, and the sentence that says why."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sightline.measures.declare import Roll
from sightline.measures.settings import LIMITS
from sightline.regime.themes import THEME_IDS

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from sightline.measures.asked import Asked


@dataclass(frozen=True)
class Raised:
    """What a signal says of each row: whether it is raised, since when, and what the reason needs.

    ``since`` is the date from which it has gone on. ``told`` are columns for the sentence.
    """

    of: Any
    since: Any
    told: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Signal:
    """A signal: what it looks for, and why that may matter.

    ``because`` makes the sentence from a row's ``since``, ``days`` and what was told.
    """

    key: str
    title: str
    means: str
    roll: Roll
    theme: str
    because: Callable[[Mapping[str, Any]], str] = field(repr=False)
    says: Callable[[ir.Table, Asked], Raised] = field(repr=False)
    setting: str = ""

    def __post_init__(self) -> None:
        """A signal has a key of its own, a theme, and a meaning."""
        if self.key in SIGNALS or not re.fullmatch(r"[a-z0-9-]+", self.key):
            raise ValueError(f"Signal {self.key!r} is declared twice, or is not a key")
        if self.theme not in THEME_IDS:
            raise ValueError(f"Signal {self.key}: there is no theme {self.theme!r}")
        if self.setting and self.setting not in LIMITS:
            raise ValueError(f"Signal {self.key}: there is no limit {self.setting!r} to set")
        if not self.means.strip():
            raise ValueError(f"Signal {self.key}: say what it may mean")
        SIGNALS[self.key] = self


def signal(
    key: str, title: str, roll: Roll, **said: Any
) -> Callable[[Callable[[Any, Any], Raised]], Signal]:
    """Declare a signal: the function below takes the roll's rows and what is asked."""
    return lambda says: Signal(key, title, roll=roll, says=says, **said)


SIGNALS: dict[str, Signal] = {}
