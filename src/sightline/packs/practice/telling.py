"""Words that the workbook and the paper report share: verdicts, ranges, bases, waits, places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from sightline.kit.calendar import long_date
from sightline.measures.declare import BETTER, Measure
from sightline.measures.print import number, percent
from sightline.packs.practice.model import SHARING, Indicator, Report
from sightline.packs.practice.sentences import headline

if TYPE_CHECKING:
    from sightline.benchmarks.comparison import Comparison, Place, YearValue
    from sightline.measures.change import Change
    from sightline.measures.pathways.curves import Curve

HEADINGS_OF_STANDING = {
    "worsening": "Worsening",
    "improving": "Improving",
    "team": "Unusual among teams",
    "overdue": "Overdue",
    "waiting": "Waiting",
    "signal": "Signals",
}
SHORT_MODES = {"working": "Working: not to leave the authority", "sharing": "For sharing"}


def short_mode(report: Report) -> str:
    """The mode in a few words, for the head of every page."""
    return SHORT_MODES[report.mode]


def window_words(measure: Measure) -> str:
    """Over which days a measure counts."""
    return f"{measure.window} months to the day" if measure.window else "as at the day"


def better_words(measure: Measure) -> str:
    """Which way is better, as a sentence: "Higher is better"."""
    words = BETTER[measure.better]
    return words[0].upper() + words[1:]


def timescale_words(measure: Measure) -> str:
    """A measure's timescale: how long, from what, by whose word, and how sure that is."""
    from sightline.measures.timescales import TIMESCALES

    return str(TIMESCALES[measure.timescale]) if measure.timescale else ""


def basis_words(measure: Measure) -> str:
    """What a measure's timescale rests on: an Act, regulations, guidance, or a local standard."""
    from sightline.measures.timescales import BASES, TIMESCALES

    if measure.timescale:
        return BASES[TIMESCALES[measure.timescale].basis]
    return f"a local standard, set as {measure.setting}" if measure.setting else ""


def headline_words(one: Indicator) -> str:
    """An indicator's sentence without its title, which stands beside it."""
    figure, more = headline(one)
    if not more:
        return figure if figure.endswith(".") else f"{figure}."
    return f"{figure.rstrip('.')}. {more}"


def limits_of(change: Change | None) -> tuple[float, float] | None:
    """The usual range at the latest judged point, where the chart has limits."""
    dot = change.verdict.dot if change else None
    return (dot.limits.low, dot.limits.high) if dot and dot.limits else None


def is_share(change: Change) -> bool:
    """Whether a chart's points are parts of a whole."""
    dots = change.chart.dots
    return bool(dots) and dots[0].point.of is not None


def wait_sentences(curve: Curve, mode: str) -> Iterator[str]:
    """How long a group waits, in sentences; where it is shared, without the longest wait of one."""
    known, middle = curve.waits, curve.waits.median
    if middle.day is not None:
        when = f"within {days(middle.day)}" if middle.day else "on the same day"
        yield f"Half of {known.children:,} had arrived {when}."
    elif known.children < 10:
        yield f"{known.verdict[0].upper()}{known.verdict[1:]}."
    else:
        yield f"Fewer than half of {known.children:,} have arrived, so there is no median yet."
    if not curve.waiting:
        yield "Nobody is waiting now."
        return
    many = "1 is waiting" if curve.waiting == 1 else f"{curve.waiting:,} are waiting"
    longest = curve.longest if mode != SHARING else None
    yield f"{many} now." if longest is None else f"{many} now, the longest for {days(longest)}."


def days(count: float) -> str:
    """A number of days with its noun."""
    return f"{number(count)} day" if count == 1 else f"{number(count)} days"


def listed(parts: Sequence[str]) -> str:
    """Parts in a sentence: "a, b and c"."""
    return " and ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)


def loads_words(loads: Sequence[date]) -> str:
    """Which loads the report rests on."""
    if len(loads) < 2:
        return "Figures over time come from this load alone, by month."
    first, last = long_date(loads[0]), long_date(loads[-1])
    return f"Figures over time come from {len(loads):,} loads, {first} to {last}."


def compared_sentences(one: Comparison) -> Iterator[str]:
    """How the authority stands on a published figure, beside neighbours, region and England."""
    yield f"Published: {titled(one)}: {dated(one.latest, one.unit)}."
    places = [place for place in (one.region, one.england) if place]
    beside = [f"{place.name} {dated(place.latest, one.unit)}" for place in places]
    if one.neighbours:
        beside.insert(0, f"statistical neighbours {dated(one.neighbours.mean.latest, one.unit)}")
    if beside:
        yield f"Beside it: {listed(beside)}."
    if one.rank is not None:
        yield f"Rank {one.rank:,} of {one.of:,} authorities, where 1 is best{_band(one)}."
    if not one.same_meaning:
        yield one.differs or "It does not mean the same as the authority's own figure."


def titled(one: Comparison) -> str:
    """What is published, with the part of it where its title does not say that."""
    said = not one.part or one.part.lower() in one.title.lower()
    return one.title if said else f"{one.title} ({one.part})"


def _band(one: Comparison) -> str:
    return f"; quartile band {one.quartile_band} (A is best)" if one.quartile_band else ""


def places(one: Comparison) -> Iterator[tuple[str, Place | None]]:
    """Whom the authority stands beside, each with what kind of place it is."""
    if one.neighbours:
        yield "Statistical neighbours (mean)", one.neighbours.mean
    for kind, place in (("Region", one.region), ("England", one.england)):
        if place:
            yield kind, place


def dated(value: YearValue, unit: str) -> str:
    """A published value with its year: "79% (2025)"; or why there is none."""
    from sightline.benchmarks.marks import in_words

    if value.value is None:
        return f"no figure ({in_words(value.status) or 'not published'}, {value.year})"
    return f"{published(value.value, unit)} ({value.year})"


def published(value: float, unit: str) -> str:
    """A published value in print; percentages are published in hundredths."""
    if unit == "%":
        return f"{number(round(value, 1))}%"
    return f"{number(round(value, 1))} {unit}" if unit.startswith("per ") else number(value)


def in_unit(value: float, share: bool) -> str:
    """A point or limit of a chart in print."""
    return percent(min(max(value, 0), 1)) if share else number(round(max(value, 0), 1))


def list_title(key: str) -> str:
    """What a list is called: "Assessments" for "annex_a.assessments"."""
    from sightline.measures.data import list_of

    try:
        return list_of(key).title
    except KeyError:
        return key


def shown_words(shown: dict[str, object]) -> str:
    """The dates and words that an answer rests on, in one line."""
    parts = [
        f"{_named(name)}: {_said(value)}" for name, value in shown.items() if value is not None
    ]
    return "; ".join(parts)


def _named(name: str) -> str:
    words = name.replace("_", " ")
    return words[:1].upper() + words[1:]


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):  # of a date and time, the day is what matters here
        return long_date(value)
    return number(value) if isinstance(value, float) else str(value)
