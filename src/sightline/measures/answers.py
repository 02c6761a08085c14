"""The kinds of answer that a measure gives: of each row of its roll, whether or what it counts.

Expressions are Ibis columns of the roll. ``of`` says whether the row is asked about at all; null
is no.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import ibis.expr.types as ir


@dataclass(frozen=True)
class Share:
    """The part of the rows that meet something, as n of N.

    A row for which ``where`` is null cannot be judged: it is left out, and counted as left out.
    Where a missing date means not done, ``where`` says False itself.
    """

    of: Any
    where: Any
    unit = "%"

    def columns(self) -> dict[str, ir.Value]:
        """Whether the row counts, and whether it meets."""
        return {"of": self.of, "met": self.where}


@dataclass(frozen=True)
class Count:
    """How many rows there are; a rate per 10,000 children where the population is known.

    ``yearly`` makes the rate one of a year, whatever the window; it leaves the count alone.
    ``unsure`` marks rows that cannot be placed: they are not counted, and said.
    """

    of: Any
    yearly: bool = False
    rate: bool = True
    unsure: Any = None
    unit = "number"

    def columns(self) -> dict[str, ir.Value]:
        """Whether the row counts."""
        import ibis

        met = ibis.literal(True)
        if self.unsure is None:
            return {"of": self.of, "met": met}
        unsure = self.unsure.fill_null(False)
        return {"of": self.of.fill_null(False) | unsure, "met": unsure.ifelse(ibis.null(bool), met)}


@dataclass(frozen=True)
class Days:
    """How long something took: the median, or the mean, over the rows with a length."""

    of: Any
    value: Any
    mean: bool = False
    unit: str = "days"

    def columns(self) -> dict[str, ir.Value]:
        """Whether the row counts, and its length."""
        return {"of": self.of, "value": self.value.cast("float64")}


@dataclass(frozen=True)
class Mix:
    """How rows divide into groups: each group as n of all.

    ``code_set`` turns codes into words; ``by_group`` counts the groups of its codes.
    """

    of: Any
    category: Any
    code_set: str = ""
    by_group: bool = False
    order: tuple[str, ...] = ()
    unit = "%"

    def columns(self) -> dict[str, ir.Value]:
        """Whether the row counts, and its group."""
        return {"of": self.of, "category": self.category}


@dataclass(frozen=True)
class Ratio:
    """A sum over a sum: vacancies among posts by full-time equivalents, or cells that are filled.

    A row where either is null is left out, and counted as left out.
    """

    of: Any
    top: Any
    bottom: Any
    unit: str = "%"
    words: Mapping[str, str] = field(default_factory=dict)

    def columns(self) -> dict[str, ir.Value]:
        """Whether the row counts, and what it adds above and below."""
        return {
            "of": self.of,
            "top": self.top.cast("float64"),
            "bottom": self.bottom.cast("float64"),
        }


Answer = Share | Count | Days | Mix | Ratio
