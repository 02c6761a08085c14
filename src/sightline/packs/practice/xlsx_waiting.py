"""The sheets of what waits and who: deadlines, overdue, due, signals, waits, and the children."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sightline.packs.practice.model import WORKING, Report
from sightline.packs.practice.telling import list_title, shown_words, wait_sentences
from sightline.packs.practice.xlsx_table import HIDDEN, NONE, NOT_MEANT, Percent, Row, Sheet

if TYPE_CHECKING:
    from sightline.measures.children import Behind
    from sightline.measures.deadlines.steps import Step
    from sightline.measures.deadlines.tally import Tally
    from sightline.measures.pathways.curves import Curve
    from sightline.measures.signals.raised import Sign

_TALLY = (("Done on time", 14), ("Judged", 12), ("Percentage on time", 14), ("Overdue", 12),
          ("Longest overdue, days", 16), ("Still to come", 14),
          ("Median days taken", 14))  # fmt: skip
_WHO = (("Child", 18), ("Team", 30), ("Worker", 28), ("Age", 8))
_FROM = (("List", 28), ("File", 30), ("Sheet", 20), ("Row", 10))
_SHARED_TEAMS = "Deadlines by team are not shared: the numbers are small."


def waiting_sheets(report: Report) -> Iterator[Sheet]:
    """What has a deadline, what is raised, and how long children wait."""
    yield Sheet(
        "Deadlines", "Deadlines: on time, overdue, and still to come",
        "The last 6 months. Those still waiting past their day count as not on time. Median days "
        "are of those done.",
        (("Deadline", 48), *_TALLY), [_tally(one) for one in report.tallies],
        "No deadline could be asked about.",
    )  # fmt: skip
    yield Sheet(
        "Deadlines by team", "Deadlines by team", "Teams are in the order of their names.",
        (("Deadline", 48), ("Team", 30), *_TALLY),
        [(*_tally(one)[:1], one.group, *_tally(one)[1:]) for one in report.team_tallies],
        "No deadline has figures by team." if report.mode == WORKING else _SHARED_TEAMS,
    )  # fmt: skip
    if report.mode == WORKING:
        yield from _steps(report)
    yield Sheet(
        "Signals", "Signals: how many of each, and what it may mean",
        "Each is a fact of dates. None is a score, and none says how safe a child is.",
        (("Signal", 60), ("Raised", 12), ("What it may mean", 100)),
        [(title, count, means) for _, title, count, means in report.sign_counts],
        "No signal could be looked for.",
    )  # fmt: skip
    if report.mode == WORKING:
        yield Sheet(
            "Signals by child", "Signals by child, what has gone on longest first",
            "Ordered by how many days, and not by any risk.",
            (("Signal", 50), *_WHO, ("Since", 20), ("Days", 10), ("Why", 90), *_FROM),
            [_sign(one) for one in report.signs], "No signal is raised for any child.",
        )  # fmt: skip
    yield Sheet(
        "Waits", "Waits from one step to the next, with those still waiting",
        "Set out: how many began since the date shown. The median counts those still waiting.",
        (("Pathway", 56), ("Group", 30), ("Set out since", 20), ("Set out", 10), ("Arrived", 10),
         ("Median days", 13), ("Median: low", 13), ("Median: high", 13), ("Waiting now", 13),
         ("Longest wait now, days", 16), ("In a sentence", 80), ("Do teams differ", 44)),
        [row for found in report.waits for row in _waits(found.curves, found.compared, report)],
        "No pathway could be followed.",
    )  # fmt: skip


def children_sheet(report: Report) -> Iterator[Sheet]:
    """Every row behind a measure that somebody should look at; none in the mode for sharing."""
    if report.mode != WORKING:
        return
    yield Sheet(
        "Children", "Children behind the measures: those to look at",
        "For each measure, those who do not meet what is better, by child. In the order of the "
        "measures, and not of any risk.",
        (("Measure", 10), ("Title", 48), *_WHO, ("Answer", 18), ("Value", 16), ("Rests on", 90),
         *_FROM),
        [
            (one.measure.id, one.measure.title, *_behind(row))
            for one in report.indicators
            for row in one.children
        ],
        "No measure has a child to look at.",
    )  # fmt: skip


def _steps(report: Report) -> Iterator[Sheet]:
    headings = (("What is waited for", 40), ("Deadline", 44), *_WHO, ("Since", 20), ("Due", 20))
    yield Sheet(
        "Overdue", "Overdue, the longest overdue first",
        "Ordered by days overdue, and not by any risk.",
        (*headings, ("Days overdue", 12), *_FROM),
        [(*_step(one), one.days_late, *_from(one)) for one in report.overdue],
        "Nothing is overdue.",
    )  # fmt: skip
    yield Sheet(
        "Due", f"Due in the next {report.due_days} days, the first due first",
        "Not done, and there is still time.",
        (*headings, ("Days left", 12), *_FROM),
        [(*_step(one), -one.days_late, *_from(one)) for one in report.due],
        f"Nothing is due in the next {report.due_days} days.",
    )  # fmt: skip


def _tally(one: Tally) -> Row:
    share = NONE if one.share is None else Percent(one.share)
    days = NOT_MEANT if one.days is None else float(one.days)
    longest = one.longest if one.overdue else NOT_MEANT
    return (one.title, one.on_time, one.judged, share, one.overdue, longest, one.to_come, days)


def _step(one: Step) -> Row:
    return (one.waits_for, one.title, *_who(one), one.since, one.due)


def _who(one: Step | Sign | Behind) -> Row:
    return one.child_id, one.team, one.worker, NONE if one.age is None else one.age


def _from(one: Step | Sign | Behind) -> Row:
    return list_title(one.list), one.file, one.sheet, one.row


def _sign(one: Sign) -> Row:
    return one.title, *_who(one), one.since, one.days, one.because, *_from(one)


def _behind(one: Behind) -> Row:
    value = "" if one.value is None else one.value
    return *_who(one), one.answer, value, shown_words(one.shown), *_from(one)


def _waits(curves: tuple[Curve, ...], compared: object, report: Report) -> Iterator[Row]:
    verdict = getattr(compared, "verdict", "")
    for place, curve in enumerate(curves):
        middle = curve.waits.median
        yield (
            curve.title, curve.group, curve.since, curve.waits.children, _arrived(curve, report),
            *(NONE if day is None else day for day in (middle.day, middle.low, middle.high)),
            curve.waiting, _longest(curve, report),
            " ".join(wait_sentences(curve, report.mode)), "" if place else verdict,
        )  # fmt: skip


def _arrived(curve: Curve, report: Report) -> object:
    """How many arrived. What is left of those who set out may be few, so it is not shared."""
    return curve.waits.ended if report.mode == WORKING else HIDDEN


def _longest(curve: Curve, report: Report) -> object:
    if report.mode != WORKING:
        return HIDDEN
    return NOT_MEANT if curve.longest is None else curve.longest
