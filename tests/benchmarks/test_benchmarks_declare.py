"""A wrong declaration cannot be made; the declared ones hold together."""

from __future__ import annotations

from pathlib import Path

import pytest

from sightline.benchmarks.declare import Better, DataSet, Figure, Unit, figure, figures, published
from sightline.benchmarks.library.front_door import REFERRALS
from sightline.benchmarks.library.in_care import STABILITY
from sightline.benchmarks.library.lait import slug_of

DESIGN = Path(__file__).parents[2].parent / "shared" / "design" / "indicators.yaml"
GOOD = {
    "slug": "a-new-figure", "data_set": REFERRALS, "column": "a_new_column", "title": "A new figure",
    "unit": Unit.PERCENT, "better": Better.LOWER, "indicator": "FD11", "same_meaning": True,
    "differs": "Counts the very same thing.",
}  # fmt: skip


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"slug": "A Figure"}, "slug of its own"),
        ({"slug": "re-referrals"}, "slug of its own"),
        ({"indicator": "fd11"}, "no id of an indicator"),
        ({"indicator": "FD1"}, "no id of an indicator"),
        ({"title": " "}, "title and the column"),
        ({"differs": "It differs"}, "in a sentence"),
        ({"where": {"age": "17"}}, "one value for each filter"),
        ({"data_set": STABILITY}, "one value for each filter"),
        ({"column": "Rereferral_percent"}, "re-referrals is the same figure"),
    ],
)
def test_a_wrong_figure_cannot_be_declared(wrong: dict, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        Figure(**{**GOOD, **wrong})
    assert figure("a-new-figure") is None


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"slug": "lait"}, "slug of its own"),
        ({"slug": ""}, "slug of its own"),
        ({"title": ""}, "title and the publication"),
        ({"filters": ("age", "age")}, "named twice"),
    ],
)
def test_a_wrong_data_set_cannot_be_declared(wrong: dict, words: str) -> None:
    good = {"slug": "a-new-set", "title": "New", "publication": "New", "files": "new"}
    with pytest.raises(ValueError, match=words):
        DataSet(**{**good, **wrong})


def test_the_best_to_compare_by_comes_first() -> None:
    """A rate before a number; the published file before the interactive tool."""
    assert [f.slug for f in published("FD09")] == [
        "lait-cpp-total-rateper10-000", "referrals", "lait-cpp-total-numref",
    ]  # fmt: skip
    assert [f.slug for f in published("la23")] == ["three-placements", "lait-lacstable-2016on"]
    assert published("FD03") == []


def test_at_least_twenty_measures_of_the_interactive_tool_are_declared() -> None:
    assert sum(f.data_set.slug == "lait" for f in figures()) >= 20


def test_slugs_of_the_interactive_tool_tell_number_from_share() -> None:
    assert slug_of("No_of LAC Adopted") == "lait-no-of-lac-adopted"
    assert slug_of("%_of LAC Adopted") == "lait-percent-of-lac-adopted"


def test_data_sets_know_their_files() -> None:
    assert REFERRALS.named("c1_children_in_need_referrals_and_rereferrals_2013_to_2026")
    assert REFERRALS.named("C1_children_in_need_referrals_and_rereferrals")
    assert not REFERRALS.named("c1_children_in_need_referrals_and_rereferrals_2013_to_2026_copy")


@pytest.mark.skipif(not DESIGN.is_file(), reason="the list of indicators is not here")
def test_every_figure_is_of_an_indicator_that_there_is() -> None:
    known = {
        line.split(":")[1].strip()
        for line in DESIGN.read_text(encoding="utf-8").splitlines()
        if line.startswith("  - id:")
    }
    assert len(known) > 100
    assert {f.indicator for f in figures()} <= known
