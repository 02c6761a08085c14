"""How long children wait: the curve of each pathway, with those still waiting, and the teams."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from markupsafe import Markup

from sightline.kit.calendar import long_date
from sightline.measures.pathways.curves import in_words
from sightline.measures.print import percent
from sightline.measures.variation.words import TOO_FEW, days_words
from sightline.packs import practice_charts
from sightline.packs.practice.model import WORKING, Report
from sightline.packs.practice.view_tables import View, table

if TYPE_CHECKING:
    from sightline.measures.pathways.curves import Curve, Found
    from sightline.measures.variation.survival import Step

_FEWEST = 10
_ROWS = 24


def waits(report: Report) -> list[View]:
    """Each pathway that was followed."""
    return [_pathway(found, report.mode == WORKING) for found in report.waits]


def _pathway(found: Found, working: bool) -> View:
    pathway, whole = found.pathway, found.curves[0]
    steps = whole.waits.steps if working else coarse(whole.waits.steps)
    return {
        "id": f"wait-{pathway.key}",
        "title": pathway.title,
        "what": f"From {pathway.start} to {pathway.end}. Counted are those who set out since "
        f"{long_date(whole.since)}; those still waiting are counted with the others.",
        "sentence": " ".join(_words(whole)),
        "chart": _chart(whole, steps, pathway.title),
        "table": _table(pathway.title, steps, working),
        "teams": _teams(found) if len(found.curves) > 1 else None,
        "compared": _compared(found),
        "note": pathway.note,
    }


def _words(curve: Curve) -> Iterator[str]:
    """The curve in words; without the longest wait where that would tell of one child."""
    if curve.waiting and curve.longest is None:
        yield from (s for s in in_words(replace(curve, longest=0)) if "waiting" not in s)
        yield f"{curve.waiting:,} are waiting now."
    else:
        yield from in_words(curve)


def coarse(steps: Sequence[Step], fewest: int = _FEWEST) -> list[Step]:
    """The steps between which so many ended, and after which so many still waited: for sharing."""
    kept: list[Step] = []
    ended = 0
    for step in steps:
        ended += step.ended
        if ended >= fewest and step.waiting - step.ended >= fewest:
            kept.append(step)
            ended = 0
    return kept


def _chart(curve: Curve, steps: Sequence[Step], title: str) -> Markup | str:
    if len(steps) < 2 or curve.waits.children < _FEWEST:
        return ""
    rows = [{"day": 0, "share": 1.0, "low": None, "high": None}] if steps[0].day else []
    rows += [{"day": s.day, "share": s.share, "low": s.low, "high": s.high} for s in steps]
    sentence = f"{title}: the part still waiting by day. {' '.join(_words(curve))}"
    return Markup(practice_charts.waiting(rows, curve.waits.median.day, sentence))


def _table(title: str, steps: Sequence[Step], working: bool) -> View:
    """The curve at some of its days; how many waited is no matter for sharing."""
    every = max(1, -(-len(steps) // _ROWS))
    shown = [s for n, s in enumerate(steps) if n % every == 0 or s is steps[-1]]
    head = ["After", "Still waiting", "Likely between"]
    rows = [[days_words(s.day), percent(s.share), _between(s)] for s in shown]
    if working:
        head.append("Had waited so long")
        rows = [[*row, f"{s.waiting:,}"] for row, s in zip(rows, shown)]
    return table(f"{title}: the part still waiting", head, rows, range(1, len(head)))


def _between(step: Step) -> str:
    if step.low is None or step.high is None:
        return ""
    return f"{percent(step.low)} and {percent(step.high)}"


def _teams(found: Found) -> View:
    head = ["Team", "Set out", "Half had arrived within", "Waiting now", "Longest wait now"]
    rows = [_team(curve) for curve in found.curves]
    return table(f"{found.pathway.title}: by team", head, rows, range(1, 5))


def _team(curve: Curve) -> list[str]:
    middle = curve.waits.median.day
    few = curve.waits.children < _FEWEST
    half = days_words(middle) if middle is not None else TOO_FEW if few else "not yet half"
    longest = "" if curve.longest is None else days_words(curve.longest)
    return [curve.group, f"{curve.waits.children:,}", half, f"{curve.waiting:,}", longest]


def _compared(found: Found) -> str:
    """Whether teams wait differently, in a sentence."""
    compared = found.compared
    if compared is None or len(found.curves) < 3:
        return ""
    left = f" Not compared, with fewer than 10: {', '.join(compared.left_out)}."
    return f"Between teams: {compared.verdict}.{left if compared.left_out else ''}"
