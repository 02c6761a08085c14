"""How rolls and measures are declared. A wrong declaration cannot be imported."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sightline.measures.asked import SIX_MONTHS, TODAY, TWELVE_MONTHS
from sightline.measures.settings import NAMES
from sightline.measures.timescales import TIMESCALES
from sightline.regime.themes import THEME_IDS

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from sightline.measures.answers import Answer
    from sightline.measures.asked import Asked
    from sightline.measures.data import Data

UP, DOWN, BAND, CONTEXT = "higher", "lower", "band", "context"
BETTER = {
    UP: "higher is better",
    DOWN: "lower is better",
    BAND: "neither high nor low is better in itself",
    CONTEXT: "context: no direction is better",
}
_ID = re.compile(r"[A-Z]{2}\d{2}[a-z]?")

Rows = Callable[["Data", "Asked"], "ir.Table"]
People = Callable[["Data", "ir.Table", "Asked"], "ir.Table"]
Answers = Callable[["ir.Table", "Asked"], "Answer"]


@dataclass(frozen=True, eq=False)
class Roll:
    """One row for each thing that measures count, with what is worked out of it once for all.

    ``one`` and ``many`` are what a row is called. ``lists`` are those without which there is no
    roll; others may add to it. ``shown`` are the columns that say something to a reader of the
    list of children, beside who it is and where the row came from.
    """

    key: str
    one: str
    many: str
    lists: tuple[str, ...]
    shown: tuple[str, ...]
    rows: Rows = field(repr=False)
    windowed: bool = False
    """Whether its rows depend on the window."""
    partial: bool = False
    """Whether one of its lists is enough: it has the rows of those that were loaded."""
    people: People | None = field(default=None, repr=False)
    """Adds what is known of the child to ``rows`` that leave it out, where that is asked for."""

    def __post_init__(self) -> None:
        """A roll has a key of its own and a list to come from."""
        if self.key in ROLLS:
            raise ValueError(f"Roll {self.key!r} is declared twice")
        if not self.lists or not self.one or not self.many:
            raise ValueError(f"Roll {self.key!r} needs lists, and words for one and for many")
        ROLLS[self.key] = self


def roll(
    key: str,
    one: str,
    many: str,
    lists: str | tuple[str, ...],
    shown: tuple[str, ...] = (),
    windowed: bool = False,
    partial: bool = False,
    people: People | None = None,
) -> Callable[[Rows], Roll]:
    """Declare a roll: the function below takes the data and what is asked, and gives its rows.

    Each row has ``child_id`` (or another ``key``), the columns of ``rolls.people``, and the file,
    sheet and row that it came from.
    """
    named = (lists,) if isinstance(lists, str) else lists
    return lambda rows: Roll(key, one, many, named, shown, rows, windowed, partial, people)


@dataclass(frozen=True, eq=False)
class Measure:
    """One measure: what it counts, over which window, why, and by whose word.

    ``id`` is that of the field's list of indicators ("AS02"). ``numerator`` and ``denominator``
    say in words what is counted. ``window`` is 0, 6 or 12 months. ``proxy`` says how it differs
    from the published or exact figure, where it does. ``leaves_out`` says which rows are not
    judged. ``setting`` names the local standard without which there is no figure. ``split`` is a
    column of the roll by which it is always shown apart. ``lag`` is how many months a row needs
    before it can be judged: a trend looks so far back. ``published`` is the id of the published
    indicator where that differs. ``renewed`` says that what is judged is new each month, such as
    the latest visit, though the children are the same. ``example`` is rows with the answer worked
    by hand.
    """

    id: str
    title: str
    roll: Roll
    better: str
    theme: str
    window: int
    numerator: str
    denominator: str
    answer: Answers = field(repr=False)
    source: str = "Annex A"
    timescale: str = ""
    proxy: str = ""
    leaves_out: str = ""
    setting: str = ""
    split: str = ""
    lag: int = 0
    note: str = ""
    renewed: bool = False
    example: str = field(default="", repr=False)

    @property
    def slug(self) -> str:
        """A readable name: "assessments-finished-within-45-working-days"."""
        return re.sub(r"[^a-z0-9]+", "-", self.title.lower()).strip("-")

    def __post_init__(self) -> None:
        """What contradicts the vocabulary or itself cannot be imported."""
        for wrong in self._wrong():
            raise ValueError(f"Measure {self.id}: {wrong}")
        MEASURES.setdefault(self.id, []).append(self)

    def _wrong(self) -> Any:
        if not _ID.fullmatch(self.id):
            yield "its id must be that of an indicator, such as AS02"
        if self.better not in BETTER:
            yield f"better is one of {', '.join(BETTER)}"
        if self.theme not in THEME_IDS:
            yield f"there is no theme {self.theme!r}"
        if self.window not in (TODAY, SIX_MONTHS, TWELVE_MONTHS):
            yield "its window is 0, 6 or 12 months"
        if self.timescale and self.timescale not in TIMESCALES:
            yield f"there is no timescale {self.timescale!r}"
        if self.setting and self.setting not in NAMES:
            yield f"there is no setting {self.setting!r}"
        if not all((self.title.strip(), self.numerator.strip(), self.source.strip())):
            yield "it needs a title, a numerator in words, and a source"
        if not self.example.strip():
            yield "it needs a worked example"
        if any(m.roll is self.roll for m in MEASURES.get(self.id, ())):
            yield "it is declared twice for the same roll"


def measure(id: str, title: str, roll: Roll, **said: Any) -> Callable[[Answers], Measure]:
    """Declare a measure: the function below takes the roll's rows and what is asked.

    Two may share an id where one needs better data than the other: the first that the data allow
    is used, in the order of declaration.
    """

    def made(answer: Answers) -> Measure:
        return Measure(id, title, roll, answer=answer, **said)

    return made


ROLLS: dict[str, Roll] = {}
MEASURES: dict[str, list[Measure]] = {}
