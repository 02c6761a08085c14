"""A small report on practice, made by hand: every part of it, with figures that are easy to check."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from sightline.benchmarks.comparison import Comparison, Neighbours, Place, YearValue
from sightline.kit.calendar import add_months
from sightline.measures.change import change
from sightline.measures.children import Behind
from sightline.measures.deadlines.steps import Step
from sightline.measures.deadlines.tally import Tally
from sightline.measures.declare import Measure
from sightline.measures.figure import Figure
from sightline.measures.library import measures_named
from sightline.measures.pathways.curves import Curve, Found
from sightline.measures.pathways.library import all_pathways
from sightline.measures.settings import Event, Settings
from sightline.measures.signals.raised import Sign
from sightline.measures.teams import between_teams
from sightline.measures.variation.before_after import compare_shares
from sightline.measures.variation.points import Event as Marked
from sightline.measures.variation.survival import waits
from sightline.packs.practice.model import SHARING, WORKING, Indicator, Report, Section
from sightline.packs.practice.sentences import figure_sentence, standing

AS_AT = date(2026, 10, 31)
NEW_DOOR = Event(date(2026, 3, 10), "A new front door")
HOSTILE = '<script>alert("1.25")</script>'


def measure(key: str = "AS02") -> Measure:
    """A declared measure."""
    return measures_named(key)[0]


def share(met: int, of: int, **more: object) -> Figure:
    """A figure that is a share."""
    one = measure()
    told = {"start": add_months(AS_AT, -6), "end": AS_AT, "unit": "%", "better": one.better}
    return Figure(one.id, one.title, numerator=met, denominator=of, value=met / of,
                  **{**told, **more})  # type: ignore[arg-type]  # fmt: skip


def month(back: int, met: int, of: int = 50) -> Figure:
    """The figure of one month, so many months before the last."""
    first = add_months(date(2026, 10, 1), -back)
    return share(met, of, start=first, end=add_months(first, 1) - timedelta(days=1))


def trend(*met: int) -> tuple[Figure, ...]:
    """Months up to October 2026, each of 50."""
    return tuple(month(len(met) - 1 - n, value) for n, value in enumerate(met))


STEADY = trend(40, 41, 39, 40, 42, 38, 40, 41, 39, 40, 42, 20)
TEAMS = (
    share(45, 50, by="team", group="Eastfield"),
    share(20, 50, by="team", group="Northfield"),
    share(41, 50, by="team", group="Southfield"),
    share(4, 5, by="team", group=HOSTILE),
)


def behind(number: int) -> Behind:
    """A row that somebody should look at."""
    return Behind(
        f"CH{number:04}", "Northfield", "Rowan Ashdown", 7, "not met", None, "annex_a.assessments",
        "a.xlsx", "List 4", number + 2, {"started_on": date(2026, 3, 2), "child_seen": True},
    )  # fmt: skip


def indicator(months: tuple[Figure, ...] = STEADY, children: int = 60) -> Indicator:
    """The measure with all that can be told of it."""
    one, whole = measure(), share(110, 155)
    changed = change(one, months, Settings(events=(NEW_DOOR,))) if months else None
    event = Marked(NEW_DOOR.on, NEW_DOOR.title)
    return Indicator(
        one, (whole,), figure_sentence(one, whole, changed), months, changed,
        (compare_shares((238, 300), (202, 300), event),),
        {}, between_teams(TEAMS),
        {"team": TEAMS, "sex": (share(60, 80, by="sex", group="Male"),
                                share(50, 75, by="sex", group="Female"))},
        (comparison(),), tuple(behind(n) for n in range(children)), "not met",
    )  # fmt: skip


def place(name: str, latest: float, before: float | None) -> Place:
    """An area's published figures of two years."""
    years = (YearValue("2024", before, "" if before else "c"), YearValue("2025", latest, ""))
    changed = None if before is None else round(latest - before, 1)
    return Place("", name, years[1], years[0], changed, years)


def comparison() -> Comparison:
    """A published figure that does not mean the same."""
    own = place("Fernshire", 81.0, 78.5)
    near = Neighbours(place("Statistical neighbours", 85.0, 85.0), (place("Wexmoor", 85.0, 85.0),),
                      1, "of 2025")  # fmt: skip
    return Comparison(
        "assessed-in-45", "Assessments within 45 days", "AS02", "", "Fernshire", "E1", "%",
        "higher", own.latest, own.previous, own.change, 30, 151, "C", (), near,
        place("North East", 84.0, None), place("England", 83.0, 84.2), own.years, False,
        "The published one counts from the referral.", "DfE (c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv, row 7)",
    )  # fmt: skip


def step(child: str, late: int, state: str = "overdue") -> Step:
    """A step of a deadline, so many days late."""
    return Step(
        "assessment", "Assessment", "the end of the assessment", child, "Northfield",
        "Rowan Ashdown", 9, date(2026, 6, 1), AS_AT - timedelta(days=late), None, state, late,
        "annex_a.assessments", "a.xlsx", "List 4", 12,
    )  # fmt: skip


def sign() -> Sign:
    """A signal of a child."""
    return Sign(
        "old-need", "Plan open 15 months or longer", "CH0007", "Northfield", "Rowan Ashdown", 4,
        date(2025, 1, 31), 638, "The plan began on 31 January 2025.", "annex_a.children_in_need",
        "a.xlsx", "List 6", 3,
    )  # fmt: skip


def found() -> Found:
    """Forty waits: 30 that ended on days 1 to 30, and 10 that go on after 60 days."""
    pathway = all_pathways()[0]
    days = [*range(1, 31), *([60] * 10)]
    told = waits(days, [True] * 30 + [False] * 10)
    curve = Curve(pathway.key, pathway.title, "All", date(2026, 4, 30), told, 10, 60)
    return Found(pathway, (curve,), None)


def report(mode: str = WORKING, one: Indicator | None = None, **more: object) -> Report:
    """The report, in either mode; for sharing as the gathering gives it: without any child."""
    told = one or indicator()
    working = mode == WORKING
    if mode == SHARING:
        told = replace(told, children=(), look_at="")
    tally = Tally("assessment", "Assessment", "All", 41, 52, 11, 20, 30, 44.0)
    late = (step("CH0001", 30), step("CH0002", 4))
    made = Report(
        "Fernshire", AS_AT, mode, date(2026, 11, 3), "sightline 0.1.0", "s1", (AS_AT,),
        {"annex_a.assessments": 172}, tuple(standing([told], [tally] if working else [])),
        (tally,), (replace(tally, group="Northfield"),) if working else (),
        late if working else (), (step("CH0003", -5, "due"),) if working else (), 14,
        (sign(),) if working else (), (("old-need", sign().title, 17, "Help may have drifted."),),
        (found(),), (Section("as", "Assessment", (told,)),),
        (("AS01", "Assessments within 45 days of the referral", "Needs another list."),),
        (NEW_DOOR,),
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]
