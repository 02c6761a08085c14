"""The paper report's sections around the measures: front page, deadlines, signals, waits."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from sightline.kit.calendar import long_date
from sightline.measures.print import percent
from sightline.packs.practice.model import MODES, WORKING, Report, Standing
from sightline.packs.practice.pdf_blocks import Block, bullets, chart, heading, paragraph, table
from sightline.packs.practice.pdf_charts import waiting
from sightline.packs.practice.telling import (
    HEADINGS_OF_STANDING,
    days,
    loads_words,
    wait_sentences,
)

if TYPE_CHECKING:
    from sightline.measures.deadlines.steps import Step
    from sightline.measures.deadlines.tally import Tally
    from sightline.measures.pathways.curves import Curve, Found
    from sightline.measures.signals.raised import Sign

MOST_STANDING, MOST_STEPS, MOST_SIGNS = 8, 30, 8
_WORKBOOK = "All are in the workbook."


def front_blocks(report: Report) -> Iterator[Block]:
    """What a leader reads first."""
    yield paragraph(MODES[report.mode], "strong")
    yield paragraph(
        f"Data as at {long_date(report.as_at)}. {loads_words(report.loads)} Made on "
        f"{long_date(report.made_on)} with {report.made_with}."
    )
    yield heading(1, "What stands out")
    if not report.standing:
        yield paragraph("Nothing stands out.")
    for kind, rows in groupby(report.standing, key=lambda one: one.kind):
        told = list(rows)
        yield paragraph(f"{HEADINGS_OF_STANDING.get(kind, kind)}: {len(told):,}", "strong")
        yield bullets((one.sentence, _to(one)) for one in told[:MOST_STANDING])
        if len(told) > MOST_STANDING:
            yield paragraph(f"And {len(told) - MOST_STANDING:,} more. {_WORKBOOK}", "quiet")


def _to(one: Standing) -> str:
    """Where the report says more of what stands out."""
    return one.measure or ("deadlines" if one.kind == "overdue" else "")


def deadline_blocks(report: Report) -> Iterator[Block]:
    """On time, overdue and to come; and in the working mode which children wait."""
    yield heading(1, "Deadlines", "deadlines")
    if not report.tallies:
        yield paragraph("No deadline could be asked about.")
        return
    yield paragraph("The last 6 months. Those still waiting past their day count as not on time.")
    yield table(
        ("Deadline", "On time", "Overdue", "Longest", "To come"), (6, 5, 2.4, 3, 2.4),
        [_tally(one) for one in report.tallies], (2, 3, 4),
    )  # fmt: skip
    late = [one for one in report.team_tallies if one.overdue]
    if late:
        yield heading(2, "Overdue by team")
        yield paragraph("Deadlines in their order, and teams by name.")
        rows = [(one.title, one.group, f"{one.overdue:,}", days(one.longest)) for one in late]
        yield table(("Deadline", "Team", "Overdue", "Longest"), (5, 5, 2.4, 3), rows, (2, 3))
    if report.mode == WORKING:
        yield from _steps(report)


def _steps(report: Report) -> Iterator[Block]:
    yield heading(2, "Overdue, the longest overdue first")
    yield from _listed(report.overdue, "Days overdue", "Nothing is overdue.")
    yield heading(2, f"Due in the next {report.due_days} days, the first due first")
    yield from _listed(report.due, "Days left", "Nothing is due in these days.")


def _listed(steps: tuple[Step, ...], count: str, empty: str) -> Iterator[Block]:
    if not steps:
        yield paragraph(empty)
        return
    if len(steps) > MOST_STEPS:
        yield paragraph(f"The first {MOST_STEPS} of {len(steps):,}. {_WORKBOOK}")
    yield table(
        ("Child", "Team", "Waits for", "Due", count), (3, 4.6, 4.8, 4.2, 2.2),
        [
            (one.child_id, one.team, one.waits_for, long_date(one.due), f"{abs(one.days_late):,}")
            for one in steps[:MOST_STEPS]
        ],
        (4,),
    )  # fmt: skip


def _tally(one: Tally) -> tuple[str, ...]:
    share = "nothing to judge"
    if one.share is not None:
        share = f"{percent(one.share)} ({one.on_time:,} of {one.judged:,})"
    longest = days(one.longest) if one.overdue else "none"
    return one.title, share, f"{one.overdue:,}", longest, f"{one.to_come:,}"


def signal_blocks(report: Report) -> Iterator[Block]:
    """How many of each signal, and in the working mode the children of each."""
    yield heading(1, "Signals", "signals")
    yield paragraph(
        "Each is a fact of dates that somebody should look at. None is a score, and none says how "
        "safe a child is."
    )
    rows = [(title, f"{count:,}", means) for _, title, count, means in report.sign_counts]
    yield table(("Signal", "Raised", "What it may mean"), (4, 1.6, 7), rows, (1,))
    for key, title, _, _ in report.sign_counts:
        mine = [sign for sign in report.signs if sign.signal == key]
        if mine:
            yield from _signs(title, mine)


def _signs(title: str, mine: list[Sign]) -> Iterator[Block]:
    yield heading(2, title)
    shown = f"The first {MOST_SIGNS} of {len(mine):,}. {_WORKBOOK} " * (len(mine) > MOST_SIGNS)
    yield paragraph(f"{shown}What has gone on longest comes first.")
    yield table(
        ("Child", "Team", "Why"), (3, 4, 9),
        [(one.child_id, one.team, one.because) for one in mine[:MOST_SIGNS]],
    )  # fmt: skip


def wait_blocks(report: Report) -> Iterator[Block]:
    """How long children wait from one step to the next, with those still waiting."""
    yield heading(1, "Waits", "waits")
    if not report.waits:
        yield paragraph("No pathway could be followed, or too few set out to be shared.")
        return
    yield paragraph("Those still waiting are counted. The median is the day by which half arrived.")
    for found in report.waits:
        yield from _wait(found, report.mode)


def _wait(found: Found, mode: str) -> Iterator[Block]:
    whole, teams = found.curves[0], found.curves[1:]
    yield heading(2, whole.title)
    yield paragraph(" ".join(wait_sentences(whole, mode)), "strong")
    yield paragraph(f"Of those who set out since {long_date(whole.since)}. {found.pathway.note}")
    steps = whole.waits.steps
    if mode == WORKING and steps and whole.waits.children >= 10 and steps[-1].day:
        middle = whole.waits.median.day
        alt = f"The part still waiting by day. {' '.join(wait_sentences(whole, mode))}"
        dashes = " Dashes: half had arrived." if middle else ""
        yield chart(waiting(steps, middle), alt, f"The part still waiting, by day.{dashes}")
    if teams:
        rows = [_team(curve) for curve in teams]
        yield table(("Team", "Set out", "Half within", "Waiting now", "Longest"),
                    (5, 2, 3.4, 3, 3), rows, (1, 2, 3, 4))  # fmt: skip
    if found.compared:
        verdict = found.compared.verdict
        yield paragraph(f"Teams beside each other: {verdict}.", "quiet")


def _team(curve: Curve) -> tuple[str, ...]:
    middle = curve.waits.median.day
    few = "too few to tell" if curve.waits.children < 10 else "not yet half"
    half = few if middle is None else days(middle)
    longest = "none" if curve.longest is None else days(curve.longest)
    return curve.group, f"{curve.waits.children:,}", half, f"{curve.waiting:,}", longest


def closing_blocks(report: Report) -> Iterator[Block]:
    """The measures without a figure, and how to read the report."""
    if report.lacking:
        yield heading(1, "Measures without a figure", "lacking")
        rows = [(f"{key} {title}", why) for key, title, why in report.lacking]
        yield table(("Measure", "Why"), (5, 8), rows)
    yield heading(1, "How to read this report", "reading")
    yield bullets((text, "") for text in _READING)


_READING = (
    "A percentage has its numbers beside it: 79% (41 of 52).",
    "Is it changing? Read from a control chart by the NHS plot-the-dots rules: a point outside the "
    "usual range, seven on one side of the average, seven rising or falling, or two of three near "
    "a limit. Two months alone are never compared.",
    "In a chart over time each point is a month, or the time from one load to the next. "
    "Dotted lines are events.",
    "No verdict is given for fewer than 10 points, or where fewer than 10 children are counted.",
    "Teams stand in the order of their names. This is no table of merit. A team lies outside what "
    "chance explains where one in 500 would by chance.",
    "A difference between teams, or after an event, does not show what caused it.",
    "Waits count those who still wait, so that a long wait is not left out for having no end.",
    "c: hidden, for the number is small or would tell a small number.",
    "Each list says how it is ordered. No child is scored, and no list is ordered by risk.",
    "Breakdowns by age, sex, ethnicity, disability, plan and legal status are in the workbook.",
)
