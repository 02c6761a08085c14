"""How much depends on which team: the part of the spread between children that goes with teams."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum, log2
from statistics import mean, quantiles
from typing import TypeVar

from sightline.kit.names import by_name
from sightline.measures.variation.funnel import Team
from sightline.measures.variation.words import MIN_CHILDREN, TOO_FEW, percent

MIN_TEAMS = 2
# Cochran's rule: at most one expected number in five may be under 5.
MIN_EXPECTED, FEW_CELLS = 5.0, 0.2
MORE_THAN_CHANCE, NO_MORE_THAN_CHANCE = "more than chance", "no more than chance"
CHANCE = 0.05

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Spread:
    """The share of the spread that goes with the team (0 to 1), its 90% interval, and the test.

    ``p`` is how often chance alone would make teams differ so much. Numbers are None where it is
    too few to tell. ``left_out`` names the teams of fewer than 10 children, which are not in it.
    """

    share: float | None
    low: float | None
    high: float | None
    p: float | None
    teams: int
    children: int
    left_out: tuple[str, ...]
    verdict: str
    words: str


@dataclass(frozen=True, slots=True)
class TeamDays:
    """Days within a team: the median and the quartiles; None for fewer than 10 children."""

    name: str
    children: int
    median: float | None
    lower: float | None
    upper: float | None


@dataclass(frozen=True, slots=True)
class _Parts:
    """The sums of a one-way analysis of variance."""

    between: float
    within: float
    teams: int
    children: int
    squares: int  # the sum of the squared team sizes

    @property
    def size(self) -> float:
        """n0: the team size that unequal teams come to."""
        return (self.children - self.squares / self.children) / (self.teams - 1)

    @property
    def ratio(self) -> float:
        """F: the mean square between teams over that within them."""
        between, within = self.between / (self.teams - 1), self.within / self._free
        if not within:
            return float("inf") if between else 1.0
        return between / within

    @property
    def _free(self) -> int:
        return self.children - self.teams

    def share(self, ratio: float) -> float:
        """The intraclass correlation of a ratio F, held between 0 and 1."""
        if ratio == float("inf"):
            return 1.0
        return max(0.0, (ratio - 1) / (ratio - 1 + self.size))

    def interval(self) -> tuple[float, float]:
        """The 90% interval: F over its own 95% and 5% points."""
        from scipy.special import fdtri

        low, high = (float(fdtri(self.teams - 1, self._free, tail)) for tail in (0.95, 0.05))
        return self.share(self.ratio / low), self.share(self.ratio / high)

    def chance(self) -> float:
        """How often chance alone gives such an F."""
        from scipy.special import fdtrc

        return float(fdtrc(self.teams - 1, self._free, self.ratio))


def spread_of_shares(teams: Iterable[Team]) -> Spread:
    """How much of a yes or no depends on which team.

    The intraclass correlation by analysis of variance: (MSB - MSW) / (MSB + (n0 - 1) MSW), not
    below 0, with MSB = Σ n (p_i - p)² / (k - 1), MSW = Σ n p_i (1 - p_i) / (N - k). Source: Ridout,
    Demétrio and Firth, "Estimating intraclass correlation for binary data", *Biometrics* 55, 1999.
    The 90% interval is that of F, and is approximate for a yes or no. The test is chi-squared.
    Assumes that children within a team count apart. The smallest teams are left out while more
    than one expected number in five is under 5 (Cochran). Too few to tell: fewer than 2 teams of
    10 children are left. Where all answers are the same there is no spread, and so no interval.
    """
    kept, left_out = _kept(_by_name(teams), lambda team: team.of)
    while len(kept) >= MIN_TEAMS and 0 < _overall(kept) < 1 and _too_thin(kept):
        smallest = min(kept, key=lambda team: (team.of, team.name))
        kept = [team for team in kept if team is not smallest]
        left_out = (*left_out, smallest.name)
    of, overall = sum(team.of for team in kept), _overall(kept)
    if len(kept) >= MIN_TEAMS and overall in (0, 1):
        return _all_alike(len(kept), of, left_out)
    if len(kept) < MIN_TEAMS:
        return _too_few(len(kept), of, left_out)
    within = fsum(team.count * (1 - team.count / team.of) for team in kept)
    between = fsum(team.of * (team.count / team.of - overall) ** 2 for team in kept)
    parts = _Parts(between, within, len(kept), of, sum(team.of**2 for team in kept))
    return _spread(parts, _chi_squared(between / (overall * (1 - overall)), len(kept)), left_out)


def spread_of_days(teams: Mapping[str, Sequence[float]]) -> Spread:
    """How much of the days taken depends on which team.

    The intraclass correlation by one-way analysis of variance on log(1 + days), with F's test and
    90% interval (Shrout and Fleiss, "Intraclass correlations", *Psychological Bulletin* 86, 1979;
    unequal teams by n0). On that scale twice as long counts the same from 10 days as from 100, so
    one very long wait does not decide it. Assumes log days about normal and equally spread within
    teams, and children who count apart. Those still waiting are not in it. Too few to tell: fewer
    than 2 teams of 10 children.
    """
    if any(day < 0 for days in teams.values() for day in days):
        raise ValueError("Days taken cannot be fewer than 0.")
    logs = {name: [log2(1 + day) for day in days] for name, days in teams.items()}
    kept, left_out = _kept(logs, len)
    children = sum(map(len, kept))
    if len(kept) < MIN_TEAMS:
        return _too_few(len(kept), children, left_out)
    overall = mean(value for values in kept for value in values)
    means = [mean(values) for values in kept]
    parts = _Parts(
        fsum(len(values) * (m - overall) ** 2 for m, values in zip(means, kept)),
        fsum((value - m) ** 2 for m, values in zip(means, kept) for value in values),
        len(kept),
        children,
        sum(len(values) ** 2 for values in kept),
    )
    return _spread(parts, parts.chance(), left_out)


def days_by_team(teams: Mapping[str, Sequence[float]]) -> tuple[TeamDays, ...]:
    """The median and quartiles of each team, by name; too few to tell under 10 children.

    Quartiles lie between order statistics (R's type 7).
    """
    return tuple(_team_days(name, teams[name]) for name in sorted(teams, key=by_name))


def _team_days(name: str, days: Sequence[float]) -> TeamDays:
    if len(days) < MIN_CHILDREN:
        return TeamDays(name, len(days), None, None, None)
    lower, middle, upper = quantiles(days, n=4, method="inclusive")
    return TeamDays(name, len(days), middle, lower, upper)


def _by_name(teams: Iterable[Team]) -> dict[str, Team]:
    named: dict[str, Team] = {}
    for team in teams:
        if team.name in named:
            raise ValueError(f"{team.name} is given twice: add its children up first.")
        named[team.name] = team
    return named


def _kept(teams: Mapping[str, _T], size: Callable[[_T], int]) -> tuple[list[_T], tuple[str, ...]]:
    """The teams of 10 children or more, by name, and the names of the others."""
    names = sorted(teams, key=by_name)
    small = tuple(name for name in names if size(teams[name]) < MIN_CHILDREN)
    return [teams[name] for name in names if name not in small], small


def _overall(teams: Sequence[Team]) -> float:
    of = sum(team.of for team in teams)
    return sum(team.count for team in teams) / of if of else 0.0


def _too_thin(teams: Sequence[Team]) -> bool:
    """Whether the chi-squared test has too many small expected numbers.

    Told in whole numbers: yes and no must be alike to the last place.
    """
    of, count = sum(team.of for team in teams), sum(team.count for team in teams)
    expected = [team.of * part for team in teams for part in (count, of - count)]
    thin = sum(number < MIN_EXPECTED * of for number in expected)
    return thin > FEW_CELLS * len(expected)


def _chi_squared(statistic: float, teams: int) -> float:
    from scipy.special import chdtrc

    return float(chdtrc(teams - 1, statistic))


def _spread(parts: _Parts, p: float, left_out: tuple[str, ...]) -> Spread:
    share, (low, high) = parts.share(parts.ratio), parts.interval()
    real = p < CHANCE and share > 0
    verdict = MORE_THAN_CHANCE if real else NO_MORE_THAN_CHANCE
    words = _words(share, low, high) if real else _chance_words(parts.teams)
    return Spread(share, low, high, p, parts.teams, parts.children, left_out, verdict, words)


def _words(share: float, low: float, high: float) -> str:
    return (
        f"About {percent(share)} of the difference between children goes with their team "
        f"(likely {percent(low)} to {percent(high)}); the rest lies within teams. "
        "Teams may work with different children: this does not show why they differ."
    )


def _chance_words(teams: int) -> str:
    return f"The {teams} teams differ no more than chance would make them."


def _all_alike(teams: int, children: int, left_out: tuple[str, ...]) -> Spread:
    words = "All children have the same answer: nothing differs between teams."
    return Spread(0.0, None, None, 1.0, teams, children, left_out, NO_MORE_THAN_CHANCE, words)


def _too_few(teams: int, children: int, left_out: tuple[str, ...]) -> Spread:
    words = f"How much depends on which team: {TOO_FEW}."
    return Spread(None, None, None, None, teams, children, left_out, TOO_FEW, words)
