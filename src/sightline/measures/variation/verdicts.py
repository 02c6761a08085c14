"""Two verdicts in words: is it changing, and will it meet the target.

Both are read from the latest judged point and its limits, as NHSRplotthedots does, never from two
points compared. They say nothing about any child.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sightline.kit.calendar import long_date
from sightline.measures.variation.points import Chart, Dot, Limits, Period
from sightline.measures.variation.words import TOO_FEW, above, below, event_words

MIN_POINTS = 10
PROVISIONAL_POINTS = 12
# On made-up steady series of 24 points the latest point gives a false signal in 2 of 100 where 2 of
# the rarer answer are expected (as with XmR), in 3 or 4 where 1 is, and in 5 where half of one is.
MIN_RARER = 2.0

IMPROVING, WORSENING, NO_CHANGE = "improving", "worsening", "no real change"
HIGHER, LOWER = "higher than usual", "lower than usual"
WILL_MEET, WILL_MISS, EITHER, NO_TARGET = "will meet", "will miss", "may do either", "no target"

Better = Literal["up", "down", "band", "context"]


@dataclass(frozen=True, slots=True)
class Aim:
    """Which way is better for the value that is plotted, and the target or band if there is one.

    On a g or t chart the plotted value is the gap: more days between bad events is "up".
    """

    better: Better
    target: float | None = None
    band: tuple[float, float] | None = None

    def __post_init__(self) -> None:
        """Refuse a band without its ends."""
        if self.better == "band" and self.band is None:
            raise ValueError("A measure that should lie in a band needs the band.")
        if self.band is not None and self.band[0] > self.band[1]:
            raise ValueError(f"A band goes from low to high, not {self.band}.")


@dataclass(frozen=True, slots=True)
class Verdict:
    """The two verdicts and why, in sentences. ``dot`` is the point that they were read from.

    ``provisional`` says that the limits rest on fewer than 12 points and may still move.
    """

    change: str
    target: str
    why: str
    dot: Dot | None
    provisional: bool = False


def judge(chart: Chart, aim: Aim) -> Verdict:
    """Is it changing, and will it meet the target.

    Changing: the latest judged point takes part in a rule (``rules.py``); its way and what is
    better make it improving or worsening. A measure that is context is only ever higher or lower.
    In a band, a way towards the band is improving, away from it worsening.

    Target: with more being better, it will be met where the lower limit is at the target or above
    it, and missed where the upper limit is below it; else it may do either. NHSRplotthedots says
    "either" where a limit is exactly on the target; here a value on the target meets it.

    Too few to tell: a run chart; fewer than 10 judged points since the limits began (10 is the
    minimum of the NHS's analytical style guide; under 12 the limits are provisional); or a
    proportion of which fewer than 2 of the rarer answer are expected at a point.
    """
    dot = next((dot for dot in reversed(chart.dots) if dot.point.judged), None)
    lacking = _lacking(chart, dot)
    if lacking or dot is None or dot.limits is None:
        return Verdict(TOO_FEW, _no_answer(aim), lacking or "There are no figures yet.", dot)
    period = chart.periods[dot.period]
    change = _change(dot, aim)
    provisional = period.judged < PROVISIONAL_POINTS
    why = _why(dot, provisional)
    return Verdict(change, meets(dot.limits, aim), why, dot, provisional)


def meets(limits: Limits, aim: Aim) -> str:
    """Whether values between the limits meet the target: always, never, or sometimes."""
    asked = _asked(aim)
    if asked is None:
        return NO_TARGET
    least, most = asked
    missed = below(limits.high, least) or above(limits.low, most)
    met = not below(limits.low, least) and not above(limits.high, most)
    return WILL_MISS if missed else WILL_MEET if met else EITHER


def _asked(aim: Aim) -> tuple[float, float] | None:
    """The least and the most that meet the target."""
    if aim.better == "band":
        return aim.band
    if aim.better == "context" or aim.target is None:
        return None
    endless = float("inf")
    return (aim.target, endless) if aim.better == "up" else (-endless, aim.target)


def _no_answer(aim: Aim) -> str:
    return NO_TARGET if _asked(aim) is None else TOO_FEW


def _change(dot: Dot, aim: Aim) -> str:
    if not dot.signals:
        return NO_CHANGE
    way = dot.signals[0].way
    good = _good_way(dot.point.value, aim)
    if not good:
        return HIGHER if way > 0 else LOWER
    return IMPROVING if way == good else WORSENING


def _good_way(value: float, aim: Aim) -> int:
    """1 where up is better, -1 where down is, 0 where neither is."""
    if aim.better == "band" and aim.band is not None:
        return int(below(value, aim.band[0])) - int(above(value, aim.band[1]))
    return {"up": 1, "down": -1}.get(aim.better, 0)


def _lacking(chart: Chart, dot: Dot | None) -> str:
    if dot is None:
        return "No point has 10 children or more." if chart.dots else "There are no figures yet."
    period = chart.periods[dot.period]
    if period.judged < MIN_POINTS:
        return f"Only {_points(period)}; {MIN_POINTS} are needed."
    if period.rarer is not None and 0 < period.rarer < MIN_RARER:
        return "It happens, or fails to happen, too seldom to chart as a percentage."
    return "" if dot.limits else "A run chart has no limits to judge by."


def _points(period: Period) -> str:
    count = f"{period.judged} point{'' if period.judged == 1 else 's'}"
    since = period.event
    return f"{count} since {event_words(since.title, since.on)}" if since else count


def _why(dot: Dot, provisional: bool) -> str:
    on = long_date(dot.point.on)
    if dot.signals:
        text = f"The figure of {on} is {dot.signals[0].words}."
    else:
        text = f"The figure of {on} is within the usual ups and downs."
    few = " The limits rest on fewer than 12 points and may still move."
    return text + (few if provisional else "")
