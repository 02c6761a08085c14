"""The decision table: which graded inspection comes next, row by row, with the traps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from regime_chains import (
    day,
    focused,
    grades,
    in_order,
    inspection,
    joint,
    monitoring,
    without_overall,
)

from sightline.regime.history import Event
from sightline.regime.pathway import Pathway, pathway
from sightline.regime.rules import rules_by_id, rules_for
from sightline.regime.visits import Step

SHORT, STANDARD, AGAIN = Step.SHORT_INSPECTION, Step.STANDARD_INSPECTION, Step.REINSPECTION
APRIL = date(2026, 4, 1)


def path(last: Event, *later: Event, as_of: str = "2025-01-01") -> Pathway:
    """The pathway under the rules of a date."""
    return pathway(last, later, day(as_of), rules_for(day(as_of)))


GOOD = inspection("2022-02-21", in_order("GGGG"))
OUTSTANDING = inspection("2022-02-21", in_order("OOOO"))
GOOD_IN_PART = inspection("2022-02-21", in_order("GGRG"))
IMPROVE = inspection("2022-02-21", in_order("RRRR"))
INADEQUATE = inspection("2022-02-21", in_order("IIRR"))
SIF_GOOD = inspection("2016-02-22", grades(overall="G", leaders="G"), "SIF")
SIF_IN_PART = inspection("2015-05-11", grades(overall="G", care_leavers="R"), "SIF")
SIF_IMPROVE = inspection("2016-02-22", grades(overall="R"), "SIF")
SIF_INADEQUATE = inspection("2016-02-22", grades(overall="I"), "SIF")
LEADERS_ALONE = inspection("2022-02-07", in_order("RIRR"))

TABLE = [
    ("R1c good in every part", path(GOOD), SHORT, ("R1", "R1c"), "high"),
    ("R1c outstanding", path(OUTSTANDING), SHORT, ("R1", "R1c"), "high"),
    ("R1b a part that is not good", path(GOOD_IN_PART), SHORT, ("R1", "R1b"), "low"),
    (
        "R1a priority action",
        path(GOOD, focused("2023-11-08", priority=1)),
        STANDARD,
        ("R1a",),
        "high",
    ),
    (
        "R1a outstanding too",
        path(OUTSTANDING, focused("2023-11-08", priority=1)),
        STANDARD,
        ("R1a",),
        "high",
    ),
    (
        "R1a and another visit since (Shropshire)",
        path(GOOD, focused("2023-11-08", priority=1), focused("2024-07-16")),
        STANDARD,
        ("R1a",),
        "high",
    ),
    (
        "a visit without priority action",
        path(GOOD, focused("2023-11-08")),
        SHORT,
        ("R1", "R1c"),
        "high",
    ),
    (
        "R1d joint inspection (Harrow)",
        path(GOOD, joint("2023-05-15", 1)),
        SHORT,
        ("R1", "R1c", "R1d"),
        "medium",
    ),
    (
        "joint without priority action",
        path(GOOD, joint("2023-05-15")),
        SHORT,
        ("R1", "R1c"),
        "high",
    ),
    ("R2", path(IMPROVE), STANDARD, ("R2",), "high"),
    (
        "R2 with priority action",
        path(IMPROVE, focused("2023-11-08", priority=2)),
        STANDARD,
        ("R2",),
        "high",
    ),
    ("R3", path(INADEQUATE, monitoring("2022-09-01")), STANDARD, ("R3",), "high"),
    ("R4 good", path(SIF_GOOD, as_of="2018-06-01"), SHORT, ("R1", "R1c", "R4"), "medium"),
    (
        "R4 in part (Nottinghamshire)",
        path(SIF_IN_PART, as_of="2019-01-01"),
        SHORT,
        ("R1", "R1b", "R4"),
        "low",
    ),
    (
        "R1a after SIF (Hackney)",
        path(SIF_GOOD, focused("2019-02-12", priority=1), as_of="2019-06-01"),
        STANDARD,
        ("R1a",),
        "high",
    ),
    (
        "R4 requires improvement",
        path(SIF_IMPROVE, as_of="2018-06-01"),
        STANDARD,
        ("R2", "R4"),
        "high",
    ),
    ("R3 from September 2018", path(SIF_INADEQUATE, as_of="2018-09-01"), STANDARD, ("R3",), "high"),
    ("R3 before it", path(SIF_INADEQUATE, as_of="2018-08-31"), AGAIN, ("R3",), "medium"),
    (
        "R6 (Herefordshire, Doncaster, Slough)",
        path(LEADERS_ALONE),
        STANDARD,
        ("R2", "R6"),
        "medium",
    ),
    ("before ILACS", path(SIF_GOOD, as_of="2017-06-01"), SHORT, ("R1", "R1c", "R4", "SIF"), "low"),
]
BY_PARTS = [
    ("all good", "GGGG", SHORT, ("R0",), "medium"),
    ("two of three", "GRGG", SHORT, ("R0",), "medium"),
    ("one of three", "GRRG", STANDARD, ("R0",), "medium"),
    ("leaders are not", "RGGG", STANDARD, ("R0",), "medium"),
    ("any part inadequate", "GGGI", STANDARD, ("R3", "R0"), "low"),
]


@pytest.mark.parametrize(
    ("row", "found", "step", "rules", "confidence"), TABLE, ids=[row[0] for row in TABLE]
)
def test_the_decision_table(
    row: str, found: Pathway, step: Step, rules: tuple[str, ...], confidence: str
) -> None:
    """Each row gives its kind of inspection, its rules and how sure it is."""
    assert (found.step, found.rules, found.confidence) == (step, rules, confidence), row
    assert found.reasons
    assert found.words


@pytest.mark.parametrize(("row", "letters", "step", "rules", "confidence"), BY_PARTS)
def test_without_an_overall_grade(
    row: str, letters: str, step: Step, rules: tuple[str, ...], confidence: str
) -> None:
    """Row R0: the separate judgements of the April 2026 form decide."""
    found = path(without_overall("2026-05-11", letters), as_of="2027-01-01")
    assert (found.step, found.rules, found.confidence) == (step, rules, confidence), row


def test_priority_action_comes_before_the_parts() -> None:
    """An authority that is good by its parts, with priority action since, has a standard one."""
    last = without_overall("2026-05-11", "GGGG")
    assert path(last, focused("2027-02-02", priority=1), as_of="2027-03-01").rules == ("R1a",)


@pytest.mark.parametrize(
    ("letters", "step", "alternative", "confidence"),
    [
        ("RGRG", SHORT, "standard inspection", "low"),  # leaders and care good: the rules differ
        ("GRGG", STANDARD, "short inspection", "low"),  # leaders are not good
        ("RRRR", STANDARD, "", "high"),  # they agree
        ("OOGO", SHORT, "", "high"),
    ],
)
def test_earlier_grades_read_by_the_rule_of_april_2026(
    letters: str, step: Step, alternative: str, confidence: str
) -> None:
    """From April 2026 an earlier inspection is taken by its parts, and a difference is said."""
    last = inspection("2024-04-22", in_order(letters))
    found = path(last, as_of="2026-04-01")
    assert (found.step, found.alternative, found.confidence) == (step, alternative, confidence)
    assert "R0" in found.rules
    assert "R0" not in path(last, as_of="2026-03-31").rules


def test_the_old_reading_is_kept_as_an_alternative() -> None:
    """With the other rule set an earlier inspection goes by its overall grade."""
    last = inspection("2024-04-22", in_order("RGRG"))
    rules = rules_by_id("ILACS_2026_04_OVERALL")
    assert pathway(last, (), APRIL, rules).step is STANDARD


def test_only_inadequate_authorities_are_monitored() -> None:
    """Monitoring goes with an inadequate judgement, and after April 2026 by assumption."""
    assert path(INADEQUATE).monitored
    assert not path(IMPROVE).monitored
    assumed = path(without_overall("2026-05-11", "GGGI"), as_of="2027-01-01")
    assert assumed.monitored
    assert any(reason.startswith("Assumption:") for reason in assumed.reasons)


def test_unknown_grades_are_said_to_be_unknown() -> None:
    """No grade is guessed: the kind is a standard inspection or a short one, at low confidence."""
    found = path(inspection("2022-02-21", {}))
    assert (found.rules, found.confidence) == (("R-unknown",), "low")
    assert found.alternative == "short inspection"


def test_a_joint_inspection_lowers_confidence_only_where_a_short_one_was_likely() -> None:
    """It adds nothing where the next is standard anyway."""
    assert "R1d" not in path(IMPROVE, joint("2023-05-15", 1)).rules
    doubtful = path(GOOD_IN_PART, joint("2023-05-15", 1))
    assert doubtful.confidence == "low"
    assert "45 in 100" in doubtful.alternative


def test_the_safeguarding_board_s_grade_is_not_a_part() -> None:
    """A board that requires improvement does not make a good authority good in part."""
    board = replace(SIF_GOOD, grades=grades(overall="G", leaders="G", lscb="R"))
    assert "R1b" not in path(board, as_of="2018-06-01").rules
