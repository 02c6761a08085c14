"""Who is overdue, who is about to be, and the signals: the parts of the report about deadlines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sightline.kit.calendar import long_date
from sightline.measures.groups import ALL
from sightline.measures.print import number, percent
from sightline.measures.variation.words import days_words
from sightline.packs.practice.model import WORKING, Report
from sightline.packs.practice.view_tables import View, how_many, listed, table, where

if TYPE_CHECKING:
    from sightline.measures.deadlines.steps import Step
    from sightline.measures.deadlines.tally import Tally
    from sightline.measures.signals.raised import Sign

_TALLY = ("Done on time", "Overdue now", "Longest overdue, days", "Not yet due",
          "Days taken, median")  # fmt: skip
_WHO = ("Child", "Age", "Team", "Worker")


def deadlines(report: Report) -> View:
    """The tallies of all and by team, what is overdue, and what is due.

    How long the longest is overdue is told of one child, and so not for sharing.
    """
    working = report.mode == WORKING
    return {
        "sentence": _overdue_words(report.tallies, working),
        "table": table("Deadlines", ["Deadline", *_TALLY, "By whose word"],
                       _tally_rows(report.tallies, working), range(1, 6)),
        "teams": list(_by_team(report)),
        "overdue": _overdue(report),
        "due": _due(report),
        "some": bool(report.tallies),
    }  # fmt: skip


def _overdue_words(tallies: Sequence[Tally], working: bool) -> str:
    late = [tally for tally in tallies if tally.overdue]
    steps = sum(tally.overdue for tally in late)
    if not tallies:
        return "No deadline is shown: the lists that were loaded allow none, or counts are small."
    if not late:
        return f"Nothing is overdue on {how_many(len(tallies), 'deadline')}."
    longest = max(late, key=lambda tally: tally.longest)
    said = (
        f"{how_many(steps, 'step is', 'steps are')} overdue, on {len(late):,} of "
        f"{how_many(len(tallies), 'deadline')}."
    )
    if not working:
        return said
    return f"{said} The longest is {days_words(longest.longest)} late: {longest.title.lower()}."


def _tally_rows(tallies: Sequence[Tally], working: bool) -> Iterator[list[str]]:
    basis = _bases()
    for tally in tallies:
        yield [tally.title, *_tally(tally, working), basis.get(tally.deadline, "")]


def _tally(tally: Tally, working: bool = True) -> list[str]:
    share = tally.share
    on_time = "none to judge"
    if share is not None:
        on_time = f"{percent(share)} ({tally.on_time:,} of {tally.judged:,})"
    longest = (f"{tally.longest:,}" if working else "c") if tally.overdue else ""
    return [on_time, f"{tally.overdue:,}", longest, f"{tally.to_come:,}", number(tally.days)]


def _bases() -> dict[str, str]:
    from sightline.measures.deadlines.library import all_deadlines

    return {one.key: one.basis for one in all_deadlines()}


def _by_team(report: Report) -> Iterator[View]:
    for whole in report.tallies:
        mine = [t for t in report.team_tallies if t.deadline == whole.deadline and t.group != ALL]
        if mine:
            caption = f"{whole.title}: by team"
            rows = [[t.group, *_tally(t)] for t in mine]
            yield {
                "summary": whole.title,
                "table": table(caption, ["Team", *_TALLY], rows, range(1, 6)),
            }


def _overdue(report: Report) -> View:
    head = [*_WHO, "Waits for", "Was due", "Days overdue", "Where from"]
    return listed(report.overdue, "Overdue, the longest first", head, _late, _team, [6]) | {
        "sentence": f"{how_many(len(report.overdue), 'step is', 'steps are')} overdue, for "
        f"{_children(report.overdue)}. The longest overdue comes first."
        if report.overdue
        else f"No step was overdue on {long_date(report.as_at)}.",
    }


def _due(report: Report) -> View:
    head = [*_WHO, "Waits for", "Due by", "Days left", "Where from"]
    days = report.due_days
    caption = f"Due within {days} days, the soonest first"
    return listed(report.due, caption, head, _soon, _team, [6]) | {
        "days": days,
        "sentence": f"{how_many(len(report.due), 'step is', 'steps are')} due on or within {days} "
        f"days of {long_date(report.as_at)}, for {_children(report.due)}. The soonest comes first."
        if report.due
        else f"No step is due within {days} days of {long_date(report.as_at)}.",
    }  # fmt: skip


def _children(rows: Sequence[Step] | Sequence[Sign]) -> str:
    return how_many(len({row.child_id for row in rows}), "child", "children")


def _late(step: Step) -> list[str]:
    return [*_who(step), step.waits_for, long_date(step.due), f"{step.days_late:,}", _from(step)]


def _soon(step: Step) -> list[str]:
    return [*_who(step), step.waits_for, long_date(step.due), f"{-step.days_late:,}", _from(step)]


def _who(row: Step | Sign) -> list[str]:
    return [row.child_id, "" if row.age is None else str(row.age), row.team, row.worker]


def _from(row: Step | Sign) -> str:
    return where(row.file, row.sheet, row.row)


def _team(row: Step | Sign) -> str:
    return row.team


def signals(report: Report) -> View:
    """How many signals of each kind there are, what each may mean, and the children."""
    raised = [row for row in report.sign_counts if row[2]]
    head = [*_WHO, "Signal", "Since", "Days", "Why", "Where from"]
    found = listed(report.signs, "Signals, what has gone on longest first", head, _sign, _team, [6])
    return found | {
        "counts": table(
            "Signals",
            ["Signal", "How many", "What it may mean"],
            [[title, f"{count:,}", means] for _, title, count, means in report.sign_counts],
            [1],
        ),
        "sentence": _signals_words(report, raised),
        "working": report.mode == WORKING,
        "some": bool(report.sign_counts),
        "any": bool(report.signs),
    }


def _signals_words(report: Report, raised: Sequence[tuple[str, str, int, str]]) -> str:
    if not raised:
        return "No signal is raised."
    many = sum(row[2] for row in raised)
    most = max(raised, key=lambda row: row[2])
    children = f", for {_children(report.signs)}" if report.signs else ""
    return (
        f"{how_many(many, 'signal is', 'signals are')} raised{children}. "
        f"The most frequent: {most[1].lower()} ({most[2]:,})."
    )


def _sign(sign: Sign) -> list[str]:
    return [*_who(sign), sign.title, long_date(sign.since), f"{sign.days:,}", sign.because,
            _from(sign)]  # fmt: skip
