"""The front of the report: what it is, what stands out, what it holds, and how to read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from sightline.kit.calendar import long_date
from sightline.measures.declare import BETTER
from sightline.measures.variation.verdicts import IMPROVING, MIN_POINTS, WORSENING
from sightline.measures.variation.words import TOO_FEW
from sightline.packs.practice.model import (
    MODES,
    Indicator,
    Report,
    Section,
    Standing,
)
from sightline.packs.practice.sentences import headline
from sightline.packs.practice.view_tables import View, how_many, table
from sightline.packs.words import listed

FIRST = 10
"""What stands out is printed so far of each kind; the rest is behind a click."""
STALE = 7
_KINDS = (
    (WORSENING, "Getting worse"),
    (IMPROVING, "Getting better"),
    ("team", "Teams that differ more than chance explains"),
    ("overdue", "Overdue"),
    ("waiting", "Waiting"),
    ("signal", "Signals"),
)
_PLACE = {"overdue": "deadlines", "waiting": "waits", "signal": "signals"}
_MODE_NAME = {mode: words.partition(": ")[0] for mode, words in MODES.items()}


def front(report: Report) -> View:
    """The head of the report, and what stands out."""
    return {
        "title": report.title,
        "mode": MODES[report.mode],
        "mode_name": _MODE_NAME[report.mode],
        "mode_means": _first(MODES[report.mode].partition(": ")[2]),
        "as_at": long_date(report.as_at),
        "made_on": long_date(report.made_on),
        "made_with": report.made_with,
        "facts": list(_facts(report)),
        "stale": _stale(report),
        "summary": _summary(report),
        "standing": list(_standing(report)),
        "quiet": _quiet(report),
        "css_title": css_text(report.title),
        "css_mode": css_text(f"{_MODE_NAME[report.mode]}. Data as at {long_date(report.as_at)}"),
    }


def _first(words: str) -> str:
    return words[:1].upper() + words[1:]


def css_text(words: str) -> str:
    """Words as a string of CSS: whatever is not a letter, a figure or a space by its number."""
    safe = (c if c.isascii() and (c.isalnum() or c == " ") else f"\\{ord(c):x} " for c in words)
    return f'"{"".join(safe)}"'


def _facts(report: Report) -> Iterator[tuple[str, str]]:
    yield "Data as at", long_date(report.as_at)
    yield "Loads", _loads(report)
    rows = sum(report.lists.values())
    yield "Read", f"{how_many(rows, 'row')} in {how_many(len(report.lists), 'list')}"
    without = f"; {len(report.lacking):,} have no figure" if report.lacking else ""
    yield "Measures", f"{len(report.indicators):,}{without}"
    if report.events:
        told = (f"{event.title} ({long_date(event.on)})" for event in report.events)
        yield "Events", "; ".join(told)
    yield "Made", f"{long_date(report.made_on)}, with {report.made_with}"
    yield "Snapshot", report.snapshot or "none: read from files"


def _loads(report: Report) -> str:
    days = sorted(report.loads)
    if len(days) < 2:
        return "one: changes over time show only what its own dates tell"
    return f"{len(days):,}, from {long_date(days[0])} to {long_date(days[-1])}"


def _stale(report: Report) -> str:
    age = (report.made_on - report.as_at).days
    return f"The data were {age:,} days old when this was made." if age > STALE else ""


def _summary(report: Report) -> str:
    """What stands out, counted in a sentence."""
    kinds = [one.kind for one in report.standing]
    teams = len({one.group for one in report.standing if one.kind == "team"})
    late = sum(1 for tally in report.tallies if tally.overdue)
    apart = ("that differs more than chance explains", "that differ more than chance explains")
    changes = [
        _counted(kinds.count(WORSENING), "change for the worse", "changes for the worse"),
        _counted(kinds.count(IMPROVING), "change for the better", "changes for the better"),
    ]
    said = [
        *(changes if _told_over_time(report) else []),
        *([how_many(teams, f"team {apart[0]}", f"teams {apart[1]}")] if teams else []),
        *([how_many(late, "deadline", "deadlines") + " with something overdue"] if late else []),
    ]
    if not said:
        return "Nothing stands out."
    verb = "is" if said[0].startswith("1 ") else "are"
    return f"There {verb} {listed(said)}."


def _told_over_time(report: Report) -> bool:
    """Whether any measure has figures enough to tell a change."""
    changes = (one.change for one in report.indicators)
    return any(change and len(change.chart.dots) >= MIN_POINTS for change in changes)


def _counted(count: int, one: str, many: str) -> str:
    return how_many(count, one, many) if count else f"no {many}"


def _standing(report: Report) -> Iterator[View]:
    """What stands out by kind: each with the measure it is of, and where that is told."""
    titles = {one.measure.id: one.measure.title for one in report.indicators}
    better = {one.measure.id: BETTER[one.measure.better] for one in report.indicators}
    for kind, title in _KINDS:
        mine = [one for one in report.standing if one.kind == kind]
        if not mine:
            continue
        items = [_item(rows, titles, better) for rows in _by_measure(mine)]
        yield {"id": f"standing-{kind}", "title": title, "first": items[:FIRST],
               "rest": items[FIRST:], "more": f"{len(items) - FIRST:,} more"}  # fmt: skip


def _by_measure(rows: Sequence[Standing]) -> list[list[Standing]]:
    """Rows of the same measure together, in the order of the first; the others alone."""
    found: dict[str, list[Standing]] = {}
    for number, one in enumerate(rows):
        found.setdefault(one.measure or f"#{number}", []).append(one)
    return list(found.values())


def _item(rows: Sequence[Standing], titles: dict[str, str], better: dict[str, str]) -> View:
    """What stands out of one measure: its title as the link, and a sentence for each row."""
    first = rows[0]
    title = titles.get(first.measure) or first.sentence.partition(": ")[0]
    return {
        "link": first.measure if first.measure in titles else _PLACE.get(first.kind, "deadlines"),
        "title": title,
        "better": better.get(first.measure, ""),
        "said": [_without(title, one.sentence) for one in rows],
    }


def _without(title: str, sentence: str) -> str:
    """A sentence without the title that it begins with."""
    said = sentence.removeprefix(title).lstrip(":, ")
    return _first(said)


def _quiet(report: Report) -> str:
    """What it means that no change is told."""
    if any(one.kind in (WORSENING, IMPROVING) for one in report.standing):
        return ""
    judged = sum(1 for one in report.indicators if one.change and one.change.verdict.dot)
    if not _told_over_time(report):
        return (
            f"No change can be told yet: that needs {MIN_POINTS} loads or more, and there "
            f"{'is' if len(report.loads) == 1 else 'are'} {len(report.loads):,}."
        )
    return f"Of {judged:,} measures over time, none is really changing for better or worse."


def contents(report: Report) -> list[View]:
    """The areas, with how many measures each has."""
    return [
        {"id": area_id(section), "title": section.title,
         "count": how_many(len(section.indicators), "measure")}
        for section in report.sections
    ]  # fmt: skip


def area_id(section: Section) -> str:
    """The anchor of an area."""
    return f"area-{section.key}"


def at_a_glance(section: Section) -> View:
    """The indicators of an area, a row each; the first cell of a row is a link."""
    rows = []
    for one in section.indicators:
        rows.append([(one.measure.id, one.measure.title), headline(one)[0],
                     BETTER[one.measure.better], _changing(one), _apart(one.between)])  # fmt: skip
    head = ["Measure", "Figure", "Better", "Really changing?", "Teams"]
    return table(f"{section.title}: at a glance", head, rows)


def _changing(one: Indicator) -> str:
    """Whether it is really changing; for better or worse it is marked."""
    if one.change is None:
        return "not told over time"
    said = one.change.verdict.change
    if said not in (WORSENING, IMPROVING):
        return said
    return Markup('<span class="tag {0}">{0}</span>').format(said)


def _apart(between: object) -> str:
    """How many teams are unusual, of how many."""
    from sightline.measures.teams import Between

    if not isinstance(between, Between):
        return ""
    dots = [dot for dot in between.funnel.dots if dot.verdict != TOO_FEW]
    if not dots:
        return TOO_FEW
    unusual = sum(dot.verdict.startswith("unusually") for dot in dots)
    return f"{unusual:,} of {len(dots):,} unusual" if unusual else f"none of {len(dots):,} unusual"


def lacking(report: Report) -> View:
    """The measures without a figure, and why."""
    rows: Iterable[Sequence[str]] = report.lacking
    return table("Measures without a figure", ["Measure", "Title", "Why"], rows)
