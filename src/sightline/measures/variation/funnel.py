"""Teams as a funnel: which shares lie beyond what chance explains for a team of that size.

Teams keep the order of their names. There is no first and no last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist, mean, quantiles

from sightline.kit.names import by_name
from sightline.measures.variation.words import (
    MIN_CHILDREN,
    TOO_FEW,
    above,
    below,
    percent,
    share_words,
)

MIN_TEAMS = 2
MIN_TEAMS_FOR_DISPERSION = 10
UNUSUALLY_HIGH, UNUSUALLY_LOW = "unusually high", "unusually low"
WITHIN_CHANCE = "within what chance explains"
# Outside 95% is a team to look at; one in twenty is there by chance. Outside 99.8%, one in 500.
LOOK, UNUSUAL = 0.025, 0.001


@dataclass(frozen=True, slots=True)
class Team:
    """A team's children, and how many of them count: judged on time, seen, and so on."""

    name: str
    count: int
    of: int

    def __post_init__(self) -> None:
        """Refuse a count that is not within what it is of."""
        if not 0 <= self.count <= self.of:
            raise ValueError(f"{self.name} cannot have {self.count} of {self.of}.")


@dataclass(frozen=True, slots=True)
class Band:
    """Shares between which a team of so many children is expected, at 95% and at 99.8%."""

    low: float
    high: float
    low_unusual: float
    high_unusual: float


@dataclass(frozen=True, slots=True)
class TeamDot:
    """A team on the funnel. ``share`` and ``band`` are None for a team with no child.

    ``look`` says that it lies outside the 95% band, unusual or not. ``words`` is a sentence.
    """

    team: Team
    share: float | None
    band: Band | None
    verdict: str
    look: bool
    words: str


@dataclass(frozen=True, slots=True)
class Funnel:
    """All teams about their pooled share, by name. ``phi`` is 1 where chance alone is allowed."""

    overall: float
    count: int
    of: int
    dots: tuple[TeamDot, ...]
    phi: float = 1.0
    note: str = ""


def funnel(teams: Iterable[Team], *, dispersion: bool = False) -> Funnel:
    """Each team's share beside the limits for its size.

    The limits are exact: for n children and the pooled share p of all teams, the whole numbers
    that a binomial (n, p) goes outside of with at most 2.5% (0.1%) at each end. Source:
    Spiegelhalter, "Funnel plots for comparing institutional performance", *Statistics in
    Medicine* 24, 2005, without his smoothing between whole numbers: a limit is then a share that
    a team can have, and one on it is inside. Wilson's interval answers another question (where the
    team's own rate may lie). Assumes that children count apart from each other.

    With ``dispersion``, teams may differ for other reasons than chance: limits become
    p ± z √(φ p (1 - p) / n), with φ the mean squared z-score after the lowest and highest tenth
    are brought in (``winsorised_phi``); it is used where it is more than chance gives.

    Too few to tell: a team of fewer than 10 children; fewer than 2 teams of 10; for φ, fewer than
    10 such teams (then limits stay exact, and ``note`` says so).
    """
    ordered = sorted(teams, key=lambda team: by_name(team.name))
    count, of = sum(team.count for team in ordered), sum(team.of for team in ordered)
    overall = count / of if of else 0.0
    phi, note = _phi(ordered, overall) if dispersion else (1.0, "")
    enough = sum(team.of >= MIN_CHILDREN for team in ordered) >= MIN_TEAMS
    dots = tuple(_dot(team, overall, phi, enough=enough) for team in ordered)
    return Funnel(overall, count, of, dots, phi, note)


def band(of: int, overall: float, phi: float = 1.0) -> Band:
    """The limits for a team of so many children (more than none), for the curves of the funnel."""
    if phi > 1:
        return _wider_band(of, overall, phi)
    ends = [_binomial_ends(of, overall, tail) for tail in (LOOK, UNUSUAL)]
    (low, high), (low_unusual, high_unusual) = ends
    return Band(low / of, high / of, low_unusual / of, high_unusual / of)


def winsorised_phi(scores: Sequence[float], proportion: float = 0.1) -> float:
    """φ: the mean square of z-scores whose ends are brought in to their 10% and 90% points.

    Source: Spiegelhalter 2005. Quantiles are those between order statistics, as R's type 7.
    """
    if len(scores) < MIN_TEAMS:
        raise ValueError("φ needs at least two z-scores.")
    cuts = quantiles(scores, n=round(1 / proportion), method="inclusive")
    return mean(min(max(score, cuts[0]), cuts[-1]) ** 2 for score in scores)


def _phi(teams: Sequence[Team], overall: float) -> tuple[float, str]:
    judged = [team for team in teams if team.of >= MIN_CHILDREN]
    if len(judged) < MIN_TEAMS_FOR_DISPERSION:
        return 1.0, f"Fewer than {MIN_TEAMS_FOR_DISPERSION} teams: only chance is allowed for."
    if not 0 < overall < 1:
        return 1.0, ""
    sigma = sqrt(overall * (1 - overall))
    phi = winsorised_phi([(t.count / t.of - overall) * sqrt(t.of) / sigma for t in judged])
    # Under chance alone, teams x phi is about chi-squared: more than 2 sd above is real.
    if phi <= 1 + 2 * sqrt(2 / len(judged)):
        return 1.0, "The teams differ no more than chance: only chance is allowed for."
    return phi, f"The limits allow for teams that differ {sqrt(phi):.1f} times as much as chance."


def _dot(team: Team, overall: float, phi: float, *, enough: bool) -> TeamDot:
    if not team.of:
        return TeamDot(team, None, None, TOO_FEW, False, f"{team.name}: no children.")
    share, limits = team.count / team.of, band(team.of, overall, phi)
    if team.of < MIN_CHILDREN or not enough:
        return TeamDot(team, share, limits, TOO_FEW, False, _few_words(team))
    look = above(share, limits.high) or below(share, limits.low)
    verdict = _verdict(share, limits)
    return TeamDot(team, share, limits, verdict, look, _words(team, verdict, look, overall))


def _verdict(share: float, limits: Band) -> str:
    if above(share, limits.high_unusual):
        return UNUSUALLY_HIGH
    return UNUSUALLY_LOW if below(share, limits.low_unusual) else WITHIN_CHANCE


def _few_words(team: Team) -> str:
    return f"{team.name}: {team.count} of {team.of}, {TOO_FEW}."


def _words(team: Team, verdict: str, look: bool, overall: float) -> str:
    text = f"{team.name}: {share_words(team.count, team.of)}, {verdict}"
    text += f" beside {percent(overall)} in all teams."
    worth_a_look = look and verdict == WITHIN_CHANCE
    return text + (" One team in twenty is as far off by chance." if worth_a_look else "")


def _wider_band(of: int, overall: float, phi: float) -> Band:
    sigma = sqrt(phi * overall * (1 - overall) / of)
    reach, far = (NormalDist().inv_cdf(1 - tail) * sigma for tail in (LOOK, UNUSUAL))
    low, low_unusual = max(0.0, overall - reach), max(0.0, overall - far)
    return Band(low, min(1.0, overall + reach), low_unusual, min(1.0, overall + far))


def _binomial_ends(of: int, overall: float, tail: float) -> tuple[int, int]:
    """The least and the most of ``of``, below and above which chance goes in at most ``tail``."""
    low = _first(of, lambda count: _at_most(count, of, overall) > tail)
    high = of - _first(of, lambda count: _at_most(count, of, 1 - overall) > tail)
    return low, high


def _at_most(count: int, of: int, overall: float) -> float:
    """The chance of ``count`` or fewer of ``of``."""
    from scipy.special import bdtr

    return float(bdtr(count, of, overall))


def _first(of: int, holds: Callable[[int], bool]) -> int:
    """The first whole number up to ``of`` from which on it holds (by halving)."""
    low, high = 0, of
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle + 1, high)
    return low
