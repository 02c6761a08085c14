"""Grades: every printed form, the older scale, and which way a grade moved."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sightline.regime.grades import OLDER_SCALE, SCALE, Grade, direction, normalise, rank

PRINTED = [
    ("Outstanding", Grade.OUTSTANDING),
    ("OUTSTANDING", Grade.OUTSTANDING),
    ("good", Grade.GOOD),
    (" Good. ", Grade.GOOD),
    ("Good1", Grade.GOOD),
    ("Good 2", Grade.GOOD),
    ("is good", Grade.GOOD),
    ("that it is good", Grade.GOOD),
    ("are good.", Grade.GOOD),
    ("Requires improvement", Grade.REQUIRES_IMPROVEMENT),
    ("Requires improvement to be good", Grade.REQUIRES_IMPROVEMENT),
    ("Requires Improvement to be Good..", Grade.REQUIRES_IMPROVEMENT),
    ("requires improvement to\nbe good", Grade.REQUIRES_IMPROVEMENT),
    ("Requires improvement to", Grade.REQUIRES_IMPROVEMENT),
    ("require improvement", Grade.REQUIRES_IMPROVEMENT),
    ("is requires improvement", Grade.REQUIRES_IMPROVEMENT),
    ("requires\u00a0improvement", Grade.REQUIRES_IMPROVEMENT),
    ("Inadequate.", Grade.INADEQUATE),
    ("are: inadequate", Grade.INADEQUATE),
    ("Grade 4 (inadequate)", Grade.INADEQUATE),
    ("Inadequate Grade 4", Grade.INADEQUATE),
    ("“Inadequate”", Grade.INADEQUATE),
    ("Adequate", Grade.ADEQUATE),
    ("Adequate Grade 3", Grade.ADEQUATE),
    ("satisfactory", Grade.ADEQUATE),
]
NOT_GRADES = [
    "",
    "Not judged",
    "good and outstanding",
    "not good",
    "inadequately",
    "goods",
    "improvement",
    "Children in Leeds receive a good service",
]


@pytest.mark.parametrize(("printed", "grade"), PRINTED)
def test_printed_forms(printed: str, grade: Grade) -> None:
    """Each form seen in a report gives its grade."""
    assert normalise(printed) is grade


@pytest.mark.parametrize("printed", NOT_GRADES)
def test_words_that_are_not_one_grade(printed: str) -> None:
    """A sentence, two grades, or "not judged" give none: nothing is guessed."""
    assert normalise(printed) is None


@given(st.sampled_from(list(Grade)), st.sampled_from([str.upper, str.lower, str.title]))
def test_case_and_space_do_not_matter(grade: Grade, change: object) -> None:
    """A grade is read back from its own words in any case."""
    assert normalise(f"  {change(grade.value)}. \n") is grade  # type: ignore[operator]


@given(st.text(max_size=60))
def test_any_text_at_all_is_taken(text: str) -> None:
    """No text makes it fall over."""
    assert normalise(text) in (None, *Grade)


def test_adequate_is_of_the_older_scale_and_is_not_requires_improvement() -> None:
    """The older scale's third grade is flagged and never the same as the newer one's."""
    assert [grade for grade in Grade if grade.older_scale] == [Grade.ADEQUATE]
    assert Grade.ADEQUATE not in SCALE
    assert Grade.REQUIRES_IMPROVEMENT not in OLDER_SCALE
    assert direction(Grade.ADEQUATE, Grade.REQUIRES_IMPROVEMENT) is None
    assert direction(Grade.REQUIRES_IMPROVEMENT, Grade.ADEQUATE) is None


def test_ranks_go_down_the_scale() -> None:
    """Both scales are in order of rank, best first."""
    assert [rank(grade) for grade in SCALE] == [4, 3, 2, 1]
    assert [rank(grade) for grade in OLDER_SCALE] == [4, 3, 2, 1]


@pytest.mark.parametrize(
    ("before", "after", "way"),
    [
        (Grade.INADEQUATE, Grade.REQUIRES_IMPROVEMENT, 1),
        (Grade.GOOD, Grade.REQUIRES_IMPROVEMENT, -1),
        (Grade.GOOD, Grade.GOOD, 0),
        (Grade.ADEQUATE, Grade.ADEQUATE, 0),
        (Grade.ADEQUATE, Grade.INADEQUATE, -1),
        (Grade.ADEQUATE, Grade.GOOD, 1),
    ],
)
def test_direction(before: Grade, after: Grade, way: int) -> None:
    """Up is 1, down is -1, the same is 0."""
    assert direction(before, after) == way


def test_good_or_better() -> None:
    """Only good and outstanding are."""
    good = [grade for grade in Grade if grade.good_or_better]
    assert good == [Grade.OUTSTANDING, Grade.GOOD]
