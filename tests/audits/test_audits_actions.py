"""Actions: what makes one whole, where it stands, and who may verify it."""

from dataclasses import replace
from datetime import date

from sightline.audits.actions import Action, Step, check, check_verified, state

ACTION = Action(
    "Visit both grandparents together",
    "A Shah",
    date(2026, 6, 30),
    "Ali sees them monthly",
    set_on=date(2026, 6, 1),
)
DONE = replace(
    ACTION,
    started_on=date(2026, 6, 10),
    done_on=date(2026, 7, 2),
    done_by="A Shah",
    evidence="Visit record of 2 July",
)
VERIFIED = replace(DONE, verified_on=date(2026, 7, 9), verified_by="B Jones")


def test_where_an_action_stands_on_each_day() -> None:
    """Due on 30 June, begun on the 10th, done on 2 July, verified on the 9th."""
    days = {
        date(2026, 6, 5): "not started",
        date(2026, 6, 30): "in progress",
        date(2026, 7, 1): "in progress, overdue by 1 day",
        date(2026, 7, 2): "done, awaiting verification",
        date(2026, 7, 9): "verified",
    }
    assert {day: str(state(VERIFIED, day)) for day in days} == days
    assert str(state(ACTION, date(2026, 7, 3))) == "not started, overdue by 3 days"


def test_an_action_says_who_by_when_and_what_will_be_different() -> None:
    """Each part that is missing is a sentence."""
    assert check(ACTION) == []
    bare = Action("Improve", "All staff", None, "Better", set_on=date(2026, 6, 1))
    assert check(bare) == [
        "Say what will be done, in a sentence.",
        "Name one person who will do it. What everybody owns, nobody does.",
        "Give a date by which it will be done.",
        "Say what will be different for the child when it is done.",
    ]
    early = replace(ACTION, by=date(2026, 5, 31))
    assert check(early) == [
        "The date is before the day it was agreed (1 June 2026). Give a later one."
    ]


def test_whoever_did_it_cannot_verify_it() -> None:
    """Nor whoever was to do it, nor anybody before it is done or without evidence."""
    assert check_verified(VERIFIED) == []
    own = replace(VERIFIED, verified_by="A Shah")
    assert check_verified(own) == [
        "Whoever did it, or was to do it, cannot verify it. Ask somebody else."
    ]
    assert state(own, date(2026, 7, 9)).step is Step.AWAITING
    by_other = replace(VERIFIED, done_by="C Li", verified_by="A Shah")
    assert len(check_verified(by_other)) == 1
    before = replace(VERIFIED, verified_on=date(2026, 7, 1))
    assert "before it was done" in check_verified(before)[0]
    assert "not done yet" in check_verified(replace(ACTION, verified_by="B", evidence="x"))[0]
    assert "what shows" in check_verified(replace(VERIFIED, evidence=""))[0]
    assert "Say who" in check_verified(replace(VERIFIED, verified_by=" "))[0]
