"""Histories of five authorities, from published reports, and short ways to write and ask."""

from __future__ import annotations

from datetime import date

from sightline.regime.authorities import Authority, resolve
from sightline.regime.expected import Expected
from sightline.regime.grades import Grade
from sightline.regime.history import Event
from sightline.regime.timetable import next_events
from sightline.regime.visits import Kind, Step, Topic

LETTERS = {
    "O": Grade.OUTSTANDING,
    "G": Grade.GOOD,
    "R": Grade.REQUIRES_IMPROVEMENT,
    "I": Grade.INADEQUATE,
    "A": Grade.ADEQUATE,
}
ILACS_AREAS = ("overall", "leaders", "help_and_protection", "in_care", "care_leavers")


def day(iso: str) -> date:
    """A date from its figures: "2024-09-23"."""
    return date.fromisoformat(iso)


def grades(**by_area: str) -> dict[str, Grade]:
    """Grades by area from their first letters."""
    return {area: LETTERS[letter] for area, letter in by_area.items()}


def in_order(letters: str) -> dict[str, Grade]:
    """Grades of an ILACS report in order: overall, leaders, help, care, leavers."""
    return {area: LETTERS[letter] for area, letter in zip(ILACS_AREAS, letters)}


def inspection(
    start: str,
    given: dict[str, Grade],
    framework: str = "ILACS",
    end: str | None = None,
    published: str | None = None,
    kind: str = "",
) -> Event:
    """A graded inspection."""
    return Event(
        Kind.INSPECTION,
        start=day(start),
        end=day(end) if end else None,
        published=day(published) if published else None,
        framework=framework,
        inspection_type=kind,
        grades=given,
    )


def without_overall(start: str, letters: str) -> Event:
    """An inspection of the April 2026 form: leaders, help, care, leavers."""
    given = {area: LETTERS[letter] for area, letter in zip(ILACS_AREAS[1:], letters)}
    return inspection(start, given)


def focused(start: str, *topics: Topic, priority: int = 0, **more: object) -> Event:
    """A focused visit."""
    return Event(
        Kind.FOCUSED_VISIT,
        start=day(start),
        framework="ILACS",
        topics=topics,
        priority_actions=priority,
        **more,  # type: ignore[arg-type]
    )


def joint(start: str, priority: int = 0) -> Event:
    """A joint targeted area inspection."""
    return Event(
        Kind.JOINT_INSPECTION, start=day(start), framework="JTAI", priority_actions=priority
    )


def monitoring(start: str, ordinal: int | None = None) -> Event:
    """A monitoring visit."""
    return Event(Kind.MONITORING_VISIT, start=day(start), ordinal=ordinal)


LEICESTER = (
    inspection(
        "2015-01-14",
        grades(
            overall="I",
            help_and_protection="I",
            in_care="R",
            adoption="G",
            care_leavers="R",
            leaders="I",
        ),
        "SIF",
        "2015-02-04",
        "2015-03-20",
    ),
    monitoring("2016-09-13", 5),
    inspection(
        "2017-06-19",
        grades(
            overall="R",
            help_and_protection="R",
            in_care="R",
            adoption="G",
            care_leavers="R",
            leaders="G",
        ),
        "SIF",
        "2017-07-13",
        "2017-09-04",
    ),
    focused("2019-01-22", Topic.CIN_CP, published=day("2019-02-14")),
    inspection("2021-09-20", in_order("GGGG"), end="2021-10-01", kind="standard"),
    focused("2022-12-13", Topic.FRONT_DOOR, end=day("2022-12-14")),
    inspection("2024-09-23", in_order("RRRRR"), end="2024-09-27", kind="short"),
)

LEICESTERSHIRE = (
    inspection("2016-11-14", grades(overall="R"), "SIF", published="2017-02-13"),
    inspection(
        "2019-09-23", in_order("RGRG"), end="2019-10-04", published="2019-11-04", kind="standard"
    ),
    focused("2022-01-26", Topic.CIN_CP, end=day("2022-01-27"), letter_date=day("2022-03-02")),
    inspection("2024-04-22", in_order("OOGOO"), end="2024-05-03", kind="standard"),
)

LEEDS = (
    inspection("2015-01-20", grades(overall="G", leaders="O"), "SIF", "2015-02-11", "2015-03-27"),
    focused("2018-01-30", Topic.CHILDREN_IN_CARE, end=day("2018-01-31")),
    inspection("2018-10-29", in_order("OOOO"), end="2018-11-02", kind="short"),
    focused("2021-07-20", Topic.FRONT_DOOR, end=day("2021-07-21")),
    inspection("2022-02-21", in_order("OOOO"), end="2022-03-04", kind="standard"),
    inspection("2025-06-30", in_order("OOOOO"), end="2025-07-04", kind="short"),
)

NOTTINGHAMSHIRE = (
    inspection(
        "2015-05-11", grades(overall="G", care_leavers="R"), "SIF", "2015-06-04", "2015-07-20"
    ),
    focused("2018-01-30", Topic.CARE_LEAVERS, end=day("2018-01-31")),
    inspection("2019-10-07", in_order("GGGG"), end="2019-10-18", kind="standard"),
    inspection("2024-05-20", in_order("GGGGG"), end="2024-05-24", kind="short"),
)

COVENTRY = (
    inspection("2014-01-28", grades(overall="I"), "SIF"),
    inspection("2017-03-06", grades(overall="R"), "SIF", "2017-03-30", "2017-06-13"),
    focused("2018-01-30", Topic.FRONT_DOOR, end=day("2018-01-31")),
    inspection("2022-06-20", in_order("GGGG"), end="2022-07-01", kind="standard"),
    inspection("2026-03-09", in_order("OOOOO"), end="2026-03-13", kind="short"),
)

GOOD = inspection("2022-02-21", in_order("GGGG"), end="2022-03-04")
IMPROVE = inspection("2022-02-21", in_order("RRRR"), end="2022-03-04")
INADEQUATE = inspection("2022-02-21", in_order("IIRR"), end="2022-03-04", published="2022-04-19")


def authority(name: str) -> Authority:
    """An authority of the register."""
    found = resolve(name)
    assert found is not None
    return found


def expect(as_of: str, *events: Event, name: str = "Leicester") -> dict[Step, Expected]:
    """What is expected, by its step; duties are left out."""
    found = next_events(authority(name), events, day(as_of))
    return {item.step: item for item in found if item.step is not Step.DUTY}


def told(item: Expected) -> str:
    """An answer's reasons in one string."""
    return " ".join(item.reasons)
