"""Agreement: how far a first auditor and a moderator grade alike, and in which direction not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import sqrt
from statistics import median

from sightline.audits.intervals import MINIMUM, TOO_FEW, Interval, Z, interval
from sightline.audits.scales import Scale
from sightline.kit.calendar import working_days_between

NONE, LINEAR, QUADRATIC = "none", "linear", "quadratic"
Pair = tuple[str, str]
"""A first grade and the moderated one."""


@dataclass(frozen=True, slots=True)
class Kappa:
    """Weighted kappa: agreement beyond chance. 1 is full, 0 is no more than chance gives.

    ``value`` is None under ten pairs, and where everybody gave the one grade; ``note`` then says
    which.
    """

    value: float | None
    low: float | None
    high: float | None
    pairs: int
    weights: str
    note: str = ""

    def __str__(self) -> str:
        """In words: "0.72 (0.51 to 0.93), 24 pairs"."""
        if self.value is None:
            return f"{self.note} ({self.pairs} pairs)"
        return f"{self.value:.2f} ({self.low:.2f} to {self.high:.2f}), {self.pairs} pairs"


def agreement_rate(pairs: Sequence[Pair]) -> tuple[int, int]:
    """How many pairs are alike, of how many."""
    return sum(first == second for first, second in pairs), len(pairs)


def weighted_kappa(
    pairs: Sequence[Pair], scale: Scale, weights: str = LINEAR, minimum: int = MINIMUM
) -> Kappa:
    """Cohen's weighted kappa with a 95% interval.

    ``weights`` are linear (one step apart counts a third of three), quadratic, or none, where
    any difference counts alike. The interval uses the asymptotic standard error of Fleiss, Cohen
    and Everitt (1969); it is rough under about thirty pairs.
    """
    if weights not in (NONE, LINEAR, QUADRATIC):
        raise ValueError(f"Weights are {NONE}, {LINEAR} or {QUADRATIC}, not {weights!r}")
    if len(pairs) < minimum:
        return Kappa(None, None, None, len(pairs), weights, TOO_FEW)
    table = _table(pairs, scale)
    worth = _worth(len(scale.steps), weights)
    seen, chance = _agreed(table, worth)
    if chance == 1:
        note = "everybody gave the one grade, so chance alone explains it"
        return Kappa(None, None, None, len(pairs), weights, note)
    value = (seen - chance) / (1 - chance)
    half = Z * sqrt(_variance(table, worth, seen, chance) / len(pairs))
    return Kappa(value, max(-1.0, value - half), min(1.0, value + half), len(pairs), weights)


Table = list[list[float]]


def _table(pairs: Sequence[Pair], scale: Scale) -> Table:
    """The share of pairs in each cell: the first grade down, the second across."""
    size = len(scale.steps)
    table = [[0.0] * size for _ in range(size)]
    for first, second in pairs:
        table[scale.place(first)][scale.place(second)] += 1 / len(pairs)
    return table


def _worth(size: int, weights: str) -> Table:
    """How much each cell counts as agreement: 1 on the diagonal, 0 at the far corners."""
    power = {NONE: 0, LINEAR: 1, QUADRATIC: 2}[weights]
    return [
        [1.0 if i == j else 1 - (abs(i - j) / (size - 1)) ** power for j in range(size)]
        for i in range(size)
    ]


def _sides(table: Table) -> tuple[list[float], list[float]]:
    return [sum(row) for row in table], [sum(column) for column in zip(*table, strict=True)]


def _agreed(table: Table, worth: Table) -> tuple[float, float]:
    """The weighted agreement that is seen, and that which chance would give."""
    rows, columns = _sides(table)
    cells = [(i, j) for i in range(len(rows)) for j in range(len(rows))]
    seen = sum(worth[i][j] * table[i][j] for i, j in cells)
    # One grade alone is certain agreement; rounding must not hide that.
    chance = sum(worth[i][j] * rows[i] * columns[j] for i, j in cells)
    return seen, 1.0 if abs(1 - chance) < 1e-12 else chance


def _variance(table: Table, worth: Table, seen: float, chance: float) -> float:
    """The variance of kappa, times the number of pairs (Fleiss, Cohen and Everitt, 1969)."""
    rows, columns = _sides(table)
    size = range(len(rows))
    by_row = [sum(columns[j] * worth[i][j] for j in size) for i in size]
    by_column = [sum(rows[i] * worth[i][j] for i in size) for j in size]
    spread = sum(
        table[i][j] * (worth[i][j] * (1 - chance) - (by_row[i] + by_column[j]) * (1 - seen)) ** 2
        for i in size
        for j in size
    )
    middle = seen * chance - 2 * chance + seen
    return max(0.0, spread - middle**2) / (1 - chance) ** 4


@dataclass(frozen=True, slots=True)
class Shift:
    """How moderation moved grades: raised, lowered, left as they were."""

    up: int
    down: int
    same: int

    @property
    def of(self) -> int:
        """How many were moderated."""
        return self.up + self.down + self.same

    @property
    def downgraded(self) -> float | None:
        """The share lowered, which is the share that was graded too high; None of none."""
        return self.down / self.of if self.of else None

    def __str__(self) -> str:
        """In words: "4 of 12 lowered, 1 raised, 7 the same"."""
        return f"{self.down} of {self.of} lowered, {self.up} raised, {self.same} the same"


def shift(pairs: Sequence[Pair], scale: Scale) -> Shift:
    """How moderation moved the grades."""
    places = [(scale.place(first), scale.place(second)) for first, second in pairs]
    return Shift(
        up=sum(second > first for first, second in places),
        down=sum(second < first for first, second in places),
        same=sum(second == first for first, second in places),
    )


@dataclass(frozen=True, slots=True)
class Moderated:
    """One audit that was moderated: by whom it was done, both grades, and both days."""

    auditor: str
    first: str
    second: str
    audited_on: date
    moderated_on: date


@dataclass(frozen=True, slots=True)
class Leniency:
    """How often an auditor graded higher, and lower, than the moderator did.

    ``interval`` is of the share graded higher; None where there are too few to tell.
    """

    auditor: str
    higher: int
    lower: int
    of: int
    interval: Interval | None

    def __str__(self) -> str:
        """In words, and only a count where there are too few to tell."""
        count = f"{self.auditor}: {self.higher} of {self.of} graded higher than moderated"
        if self.interval is None:
            return f"{count}; {TOO_FEW}"
        low, high = round(self.interval.low * 100), round(self.interval.high * 100)
        return f"{count}; between {low}% and {high}%"


def leniency(moderated: Sequence[Moderated], scale: Scale) -> tuple[Leniency, ...]:
    """Each auditor's leniency, in order of their names: there is no first and no last."""
    found = []
    for auditor in sorted({one.auditor for one in moderated}):
        pairs = [(one.first, one.second) for one in moderated if one.auditor == auditor]
        moved = shift(pairs, scale)
        sure = interval(moved.down, moved.of)
        found.append(Leniency(auditor, moved.down, moved.up, moved.of, sure))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Lag:
    """Working days from audit to moderation: the middle one, the longest, and how many."""

    middle: float | None
    longest: int | None
    of: int


def lag(moderated: Sequence[Moderated]) -> Lag:
    """How long moderation took."""
    days = [working_days_between(one.audited_on, one.moderated_on) for one in moderated]
    return Lag(median(days), max(days), len(days)) if days else Lag(None, None, 0)
