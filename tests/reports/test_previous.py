"""The inspection before is read from the many ways in which it is said."""

from __future__ import annotations

from datetime import date

import pytest

from sightline.reports.facts import EventFacts
from sightline.reports.previous import add_previous
from sightline.reports.read_text import read_text

SAID = [
    (
        "Services were last inspected in September 2019, when overall effectiveness was judged to "
        "require improvement to be good.",
        "2019-09",
        "Requires improvement",
    ),
    (
        "Since the last inspection in 2018, where children’s services were judged to be good, much "
        "has improved.",
        "2018",
        "Good",
    ),
    (
        "At the last inspection, in May 2019, the local authority was judged to be ‘requires "
        "improvement to be good’.",
        "2019-05",
        "Requires improvement",
    ),
    (
        "Since a judgement of inadequate for overall effectiveness at the last inspection in 2019, "
        "services have been on a journey.",
        "2019",
        "Inadequate",
    ),
    (
        "In 2018, inspectors judged Fernshire children’s services to require improvement to be good.",
        "2018",
        "Requires improvement",
    ),
    (
        "Since the last inspection in 2018, services have remained outstanding in their overall "
        "effectiveness.",
        "2018",
        "Outstanding",
    ),
    # two grades: that of the whole counts
    (
        "Since the last inspection in 2017, where Fernshire was judged good in help and protection "
        "and outstanding overall, more has been done.",
        "2017",
        "Outstanding",
    ),
    (
        "At the last inspection in 2017, services had improved from a previous judgement of "
        "inadequate and were judged to require improvement.",
        "2017",
        "Requires improvement",
    ),
    # the grade of one area is not the grade of the whole
    (
        "Since the previous inspection in June 2022, when the experiences and progress of children "
        "in care were judged as good, work has gone on.",
        "2022-06",
        None,
    ),
    # a visit is not an inspection; the inspection's own date still counts
    (
        "This is the first focused visit since the last inspection in May 2022, when children’s "
        "services were judged to be good overall.",
        "2022-05",
        "Good",
    ),
    ("Little has changed since the focused visit in May 2021.", None, None),
    # what this inspection found is not what the last one found
    ("All services are now judged to be good.", None, None),
]


@pytest.mark.parametrize(("text", "when", "grade"), SAID)
def test_previous(text: str, when: str | None, grade: str | None) -> None:
    """Date as exact as printed, and the grade of the whole."""
    event = EventFacts("focused_visit")
    event.add("start_date", date(2025, 1, 1))
    document = read_text(text)
    add_previous(document, event, [(0, len(text))])
    assert event.value("previous_date") == when
    assert event.value("previous_overall") == grade


def test_the_latest_of_several_counts() -> None:
    """An earlier judgement further back does not stand for the last one."""
    text = (
        "The authority had previously been judged inadequate in 2016. At the last inspection in "
        "2019, services were judged to be good."
    )
    event = EventFacts("inspection")
    add_previous(read_text(text), event, [(0, len(text))])
    assert (event.value("previous_date"), event.value("previous_overall")) == ("2019", "Good")


def test_only_dates_before_the_visit_count() -> None:
    """The visit's own month is not the month of the inspection before."""
    text = "Since the last inspection the service has changed; this visit was in March 2022."
    event = EventFacts("focused_visit")
    event.add("start_date", date(2022, 3, 8))
    add_previous(read_text(text), event, [(0, len(text))])
    assert event.value("previous_date") is None
