"""How an authority stands, worked by hand on a few authorities that do not exist."""

from __future__ import annotations

from pathlib import Path

import lait_rules
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statistics_files import authority, dictionary, lait, local, national, referrals, written

from sightline.benchmarks import ranks
from sightline.benchmarks.compare import compare, compare_parts
from sightline.benchmarks.comparison import YearValue
from sightline.benchmarks.declare import Better
from sightline.benchmarks.loading import load_one
from sightline.benchmarks.population import bounds, population
from sightline.benchmarks.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Re-referrals of five authorities."""
    kept = Store(tmp_path / "kept")
    assert load_one(kept, referrals(tmp_path)).problems == []
    return kept


def test_an_authority_stands_as_worked_by_hand(store: Store) -> None:
    """2025: 15.5, 20, 20, 30, and one not published. Lower is better."""
    found = compare(store, authority("701"), "FD11")
    assert found is not None
    assert (found.measure, found.indicator, found.unit, found.better) == (
        "re-referrals", "FD11", "%", "lower",
    )  # fmt: skip
    assert found.latest == YearValue("2025", 20.0, "")
    assert found.previous == YearValue("2024", 22.4, "")
    assert found.change == -2.4
    assert found.improved is True
    assert (found.rank, found.of) == (
        2,
        4,
    )  # 15.5 is the best; the two of 20 share the second place
    # The quartiles of 15.5, 20, 20, 30 are 15.5 + 3/4 of 4.5 = 18.875, 20, and 20 + 1/4 of 10.
    assert found.quartiles == (15.5, 18.875, 20.0, 22.5, 30.0)
    assert found.quartile_band == "B"
    assert found.years == (
        YearValue("2023", 24.0, ""), YearValue("2024", 22.4, ""), YearValue("2025", 20.0, ""),
    )  # fmt: skip
    assert found.same_meaning
    assert found.differs.startswith("Counts every referral")


def test_neighbours_are_averaged_over_those_with_a_figure(store: Store) -> None:
    """704: 20, 702: 15.5, 705: 30 in 2025. In 2024: none, 14, 31. In 2023: 13 alone."""
    found = compare(store, authority("701"), "FD11")
    near = found.neighbours
    assert [(p.code, p.name, p.latest.value) for p in near.each] == [
        ("704", "Cold Ashby", 20.0), ("702", "Alderham", 15.5), ("705", "Dunmere", 30.0),
    ]  # fmt: skip
    assert near.with_figure == 3
    assert [y.value for y in near.mean.years] == [13.0, 22.5, pytest.approx(65.5 / 3)]
    assert near.mean.change == pytest.approx(65.5 / 3 - 22.5)
    assert near.each[0].previous == YearValue("2024", None, "x")
    assert near.each[0].years[0] == YearValue("2023", None, "absent")
    assert near.source == "of 2025, as in the register of authorities"


def test_region_and_england_stand_beside(store: Store) -> None:
    found = compare(store, authority("701"), "FD11")
    assert (found.region.name, found.region.latest.value, found.region.change) == (
        "East Midlands", 21.0, -0.5,
    )  # fmt: skip
    assert (found.england.latest.value, found.england.change) == (22.6, 0.2)


def test_a_figure_that_is_not_published_has_no_rank(store: Store) -> None:
    found = compare(store, authority("703", near=()), "FD11")
    assert found.latest == YearValue("2025", None, "c")
    assert (found.change, found.rank, found.quartile_band, found.of) == (None, None, None, 4)
    assert found.improved is None
    assert found.neighbours is None


def test_the_source_names_file_and_row(store: Store) -> None:
    found = compare(store, authority("705"), "FD11")
    assert "rereferrals_2013_to_2025.csv, row 8; loaded " in found.source
    assert found.source.startswith("Department for Education, Children in need, C1: referrals")


def test_what_is_not_loaded_or_not_there_is_none(store: Store) -> None:
    assert compare(store, authority("701"), "LA23") is None
    assert compare(store, authority("701"), "FD03") is None
    assert compare(store, "Nowhere at all", "FD11") is None
    assert compare(store, "Barnet", "FD11") is None
    assert compare(Store(store.folder / "other"), authority("701"), "FD11") is None


def test_a_list_of_neighbours_that_was_loaded_goes_first(store: Store) -> None:
    store.keep_neighbours({"701": ("705",)}, "near.csv")
    found = compare(store, authority("701"), "FD11")
    assert [p.code for p in found.neighbours.each] == ["705"]
    assert found.neighbours.mean.latest.value == 30.0
    assert found.neighbours.source == "as loaded from near.csv"


def test_any_column_can_be_compared_by_its_name(store: Store) -> None:
    found = compare(store, authority("702"), "referrals:referral_count")
    assert (found.latest.value, found.rank, found.better) == (90.0, None, "context")
    assert "not declared" in found.differs


TOOL = {
    "ReReferral": {
        "701": {"2024": "21", "2025": "19", "2026": "18"},
        "702": {"2024": "11", "2025": "9", "2026": "-"},
        "England": {"2024": "20", "2025": "20", "2026": "20"},
    },
    "Special": {
        "701": {"2025": "8"}, "702": {"2025": "5"}, "703": {"2025": "7"}, "England": {"2025": "6"},
    },
}  # fmt: skip


def test_of_two_files_the_newer_is_compared(tmp_path: Path, store: Store) -> None:
    """The tool goes to 2026, the published file to 2025."""
    load_one(store, lait(tmp_path, TOOL))
    assert compare(store, authority("701"), "FD11").measure == "lait-rereferral"
    assert compare(store, authority("701"), "re-referrals").latest.value == 20.0


def test_measures_of_the_tool_are_known_by_its_dictionary(tmp_path: Path, store: Store) -> None:
    load_one(store, lait(tmp_path, TOOL))
    load_one(store, dictionary(tmp_path, ("Special", "A special one", "High", "NA")))
    found = compare(store, authority("701"), "special")
    assert (found.measure, found.title, found.better) == ("lait-special", "A special one", "higher")
    assert (found.rank, found.of, found.quartile_band) == (1, 3, "A")
    # The quartiles of 5, 7, 8 are 6, 7 and 7.5.
    # 702 has 5, on the lowest quartile or below it; higher is better: the last band.
    assert compare(store, authority("702"), "lait-special").quartile_band == "D"


def test_a_measure_without_bands_has_none(tmp_path: Path, store: Store) -> None:
    load_one(store, lait(tmp_path, TOOL))
    load_one(store, dictionary(tmp_path, ("Special", "A special one", "High", "N")))
    found = compare(store, authority("701"), "Special")
    assert (found.rank, found.quartile_band) == (1, None)


def test_each_part_of_an_indicator_is_compared(tmp_path: Path) -> None:
    store = Store(tmp_path / "kept")
    path = written(
        tmp_path / "la_care_leavers_accommodation_suitability.csv",
        "care_leaver_age,breakdown,care_leaver_count,care_leaver_percent",
        [
            local("2025", "701", age, words, 1, percent)
            for age, words, percent in (
                ("17 to 18 years", "Accommodation considered suitable", 90),
                ("19 to 21 years", "Accommodation considered suitable", 85),
                ("19 to 21 years", "No information", 3),
            )
        ],
    )
    load_one(store, path)
    found = compare_parts(store, authority("701"), "CL02")
    assert [(c.part, c.latest.value) for c in found] == [
        ("19 to 21 years", 85.0), ("17 to 18 years", 90.0),
    ]  # fmt: skip
    assert compare(store, authority("701"), "CL02").part == "19 to 21 years"


def test_two_that_return_together_have_one_figure_and_it_says_so(tmp_path: Path) -> None:
    store = Store(tmp_path / "kept")
    columns = "caseload_fte,vacancy_rate_fte,turnover_rate_fte,agency_rate_fte,absence_rate_fte"
    rows = [
        local("2025", "701 / 702", 15, 1, 1, 1, 1),
        local("2025", "703", 14, 1, 1, 1, 1),
        local("2024", "702", 13, 1, 1, 1, 1),
    ]
    load_one(store, written(tmp_path / "csww_indicators_2017_to_2025.csv", columns, rows))
    found = compare(store, authority("701"), "WF02")
    assert (found.latest.value, found.rank, found.of) == (15.0, 2, 2)
    assert found.source.endswith("One figure for 701 / 702 together.")
    own = compare(store, authority("702"), "WF02")  # has a row of its own for 2024
    assert [y.value for y in own.years] == [13.0, None]


def test_inner_london_is_london_where_it_has_no_figure(tmp_path: Path) -> None:
    store = Store(tmp_path / "kept")
    text = [
        "Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region",
        "ReReferral,,2025,Fernshire,20,701,Inner London",
        "ReReferral,,2025,London (Inner),-,987,",
        "ReReferral,,2025,London,18,986,",
        "PrevRegCPR,,2025,Fernshire,20,701,Inner London",
        "PrevRegCPR,,2025,London (Inner),17,987,",
        "PrevRegCPR,,2025,London,18,986,",
    ]
    path = tmp_path / "lait_long.csv"
    path.write_text("\n".join(text) + "\n", encoding="utf-8")
    load_one(store, path)
    found = compare(store, authority("701"), "FD11").region
    assert (found.name, found.latest.value) == ("London", 18.0)
    found = compare(store, authority("701"), "CP04").region
    assert (found.name, found.latest.value) == ("Inner London", 17.0)


def test_a_year_of_england_alone_is_no_latest_year(tmp_path: Path) -> None:
    """England's figure comes out first: authorities are compared by their own latest year."""
    store = Store(tmp_path / "kept")
    rows = [local("2025", "701", 10, 20), national("2026", 100, 21), national("2025", 100, 22)]
    columns = "CPP_start,CPP_subsequent_percent"
    load_one(store, written(tmp_path / "d3_cpps_subsequent_plan.csv", columns, rows))
    found = compare(store, authority("701"), "CP04")
    assert (found.latest.year, found.england.latest) == ("2025", YearValue("2025", 22.0, ""))


@given(
    st.lists(st.integers(0, 40).map(lambda n: n / 4), min_size=1, max_size=12),
    st.sampled_from([("lower", "Low"), ("higher", "High")]),
)
def test_ranks_and_bands_are_those_of_the_tool(values: list[float], way: tuple[str, str]) -> None:
    """Any figures, with ties: as an independent reading of the tool's code has it."""
    better = Better(way[0])
    bounds = ranks.quartiles(values)
    for value in values:
        assert ranks.rank(value, values, better) == lait_rules._rank(value, values, way[1])
        assert ranks.band(value, bounds, better) == lait_rules._band(value, values, way[1])


def test_where_many_tie_at_the_best_the_band_is_not_the_first() -> None:
    """A rule of the tool that surprises: of 5, 7, 7 the quartiles are 6, 7 and 7, so 7 is in C."""
    assert ranks.rank(7.0, [5.0, 7.0, 7.0], Better.HIGHER) == 1
    assert ranks.band(7.0, ranks.quartiles([5.0, 7.0, 7.0]), Better.HIGHER) == "C"


def test_quartiles_of_few_figures() -> None:
    assert ranks.quartiles([]) == ()
    assert ranks.quartiles([3.0]) == (3.0, 3.0, 3.0, 3.0, 3.0)
    assert ranks.quartiles([1.0, 2.0]) == (1.0, 1.25, 1.5, 1.75, 2.0)
    assert ranks.band(1.0, (), Better.LOWER) is None
    assert ranks.band(1.0, (1, 1, 1, 1, 1), Better.CONTEXT) is None


def test_the_population_follows_from_number_and_rate() -> None:
    """120 children at 40.0 per 10,000: 120 / 40.05, 120 / 40, and 120 / 39.95, times 10,000."""
    assert bounds(120, 40.0, 0.1) == (29963, 30000, 30038)


def test_the_closest_pair_gives_the_population(tmp_path: Path) -> None:
    store = Store(tmp_path / "kept")
    cells = {"CPP_Num": "120", "CPP_rate": "40", "LACnum": "300", "LAC": "100", "CPP_Abuse": "9"}
    load_one(
        store, lait(tmp_path, {k: {"701": {"2025": v, "2024": "-"}} for k, v in cells.items()})
    )
    found = population(store, authority("701"), 2025)
    # 120 at 40.0 leaves 75 children open; 300 at 100 (a whole number) leaves 300 open.
    assert (found.children, found.low, found.high, found.year) == (30000, 29963, 30038, "2025")
    assert found.how.startswith("120 at a rate of 40 per 10,000 (children on a plan at 31 March)")
    assert population(store, authority("701"), 2024) is None
    assert population(store, authority("702"), 2025) is None
