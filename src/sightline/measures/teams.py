"""How teams differ: each beside what chance explains, and how much depends on which team."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sightline.measures.figure import Figure
from sightline.measures.groups import NOT_SAID
from sightline.measures.variation.funnel import Funnel, Team, funnel
from sightline.measures.variation.spread import Spread, spread_of_shares


@dataclass(frozen=True)
class Between:
    """A measure between teams: a funnel, and the spread within and between them."""

    measure: str
    funnel: Funnel
    spread: Spread


def between_teams(figures: Sequence[Figure]) -> Between | None:
    """The teams of a share, from its figures by team; None where it is no share, or of one team.

    Teams stay in the order of their names: this is no table of merit.
    """
    teams = [
        Team(f.group, int(f.numerator or 0), int(f.denominator))
        for f in figures
        if f.by == "team" and f.unit == "%" and f.denominator and f.group != NOT_SAID
        and not f.category and f.numerator is not None and f.numerator == int(f.numerator)
    ]  # fmt: skip
    if len(teams) < 2:
        return None
    return Between(figures[0].measure, funnel(teams), spread_of_shares(teams))
