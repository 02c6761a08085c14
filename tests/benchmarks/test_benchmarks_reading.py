"""Files are read as they come: what is wrong is said with file and row, and the rest is loaded."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from statistics_files import NAMES, dictionary, lait, local, national, referrals, regional, written

from sightline.benchmarks import read_ees, read_lait, read_neighbours
from sightline.benchmarks.loading import load, load_one
from sightline.benchmarks.store import Store
from sightline.kit.problems import UserError


def rows(table: pa.Table, **chosen: object) -> list[dict]:
    """The rows that have these values."""
    return [r for r in table.to_pylist() if all(r[k] == v for k, v in chosen.items())]


def said(problems: list) -> str:
    return "\n".join(map(str, problems))


def test_a_wide_file_becomes_one_row_for_each_value(tmp_path: Path) -> None:
    read = read_ees.read(referrals(tmp_path))
    assert (read.slug, len(read.table), read.problems) == ("referrals", 64, [])
    assert rows(read.table, area="701", period="2025", indicator="rereferral_percent") == [
        {
            "indicator": "rereferral_percent", "breakdown": "", "level": "authority",
            "area": "701", "name": "Fernshire", "region": "East Midlands", "period": "2025",
            "year": 2025, "value": 20.0, "status": "", "row": 4,
        }
    ]  # fmt: skip


def test_marks_stand_beside_nothing(tmp_path: Path) -> None:
    table = read_ees.read(referrals(tmp_path)).table
    marked = [
        (r["area"], r["value"], r["status"], r["row"]) for r in table.to_pylist() if r["status"]
    ]
    assert marked == [("703", None, "c", 6), ("704", None, "x", 14)]


def test_regions_and_england_are_areas_of_their_own(tmp_path: Path) -> None:
    table = read_ees.read(referrals(tmp_path)).table
    others = {(r["level"], r["area"]) for r in table.to_pylist() if r["level"] != "authority"}
    assert others == {("region", "East Midlands"), ("England", "England")}


def test_filters_part_the_rows(tmp_path: Path) -> None:
    path = written(
        tmp_path / "la_care_leavers_activity.csv",
        "care_leaver_age,breakdown,care_leaver_count,care_leaver_percent",
        [
            local("2025", "701", "17 to 18 years", "Total", 40, 100),
            local("2025", "701", "19 to 21 years", "Total", 50, 100),
        ],
    )
    table = read_ees.read(path).table
    found = {r["breakdown"]: r["value"] for r in rows(table, indicator="care_leaver_count")}
    assert found == {
        "care_leaver_age=17 to 18 years; breakdown=Total": 40,
        "care_leaver_age=19 to 21 years; breakdown=Total": 50,
    }


def test_a_new_filter_is_told_from_its_total(tmp_path: Path) -> None:
    """A later file parts its rows by sex: the total is still found as before."""
    path = written(
        tmp_path / "d3_cpps_subsequent_plan_2013_to_2026.csv",
        "sex,CPP_start,CPP_subsequent_percent",
        [local("2026", "701", "Total", 50, 20), local("2026", "701", "Girls", 24, 25)],
    )
    table = read_ees.read(path).table
    found = {r["breakdown"]: r["value"] for r in rows(table, indicator="CPP_subsequent_percent")}
    assert found == {"": 20, "sex=Girls": 25}


def test_an_undeclared_file_is_loaded_by_what_its_columns_hold(tmp_path: Path) -> None:
    path = written(
        tmp_path / "something_new_2020_to_2025.csv",
        "placement,number",
        [local("2025", "701", "Foster", 3), local("2025", "701", "Kin", "c")],
    )
    read = read_ees.read(path)
    assert read.slug == "something-new"
    assert [(r["breakdown"], r["value"], r["status"]) for r in read.table.to_pylist()] == [
        ("placement=Foster", 3, ""), ("placement=Kin", None, "c"),
    ]  # fmt: skip


def test_older_files_have_other_columns_and_letters(tmp_path: Path) -> None:
    """No old_la_code: the other code or the name says who it is. Saved by an old Excel."""
    path = tmp_path / "d3_cpps_subsequent_plan.csv"
    text = (
        "time_period,geographic_level,region_name,new_la_code,la_name,CPP_start,CPP_subsequent_percent\n"
        "201415,Local authority,London,E09000003,Barnet,10,:\n"
        "201415,Local authority,South West,E99999999,Bristol,11,12.5\n"
        "201415,Local authority,South West,E99999998,Côte Vale,12,13.5\n"
    )
    path.write_bytes(text.encode("cp1252"))
    read = read_ees.read(path)
    found = [
        (r["area"], r["name"], r["period"], r["year"], r["value"], r["status"])
        for r in rows(read.table, indicator="CPP_subsequent_percent")
    ]
    assert found == [
        ("302", "Barnet", "2014-15", 2014, None, "x"),
        ("801", "Bristol", "2014-15", 2014, 12.5, ""),
        ("E99999998", "Côte Vale", "2014-15", 2014, 13.5, ""),
    ]


def test_a_byte_order_mark_is_no_part_of_the_first_heading(tmp_path: Path) -> None:
    path = written(
        tmp_path / "new.csv", "n", [local("2025", "701", 3)], encoding="utf-8-sig"
    )  # fmt: skip
    assert [r["value"] for r in read_ees.read(path).table.to_pylist()] == [3]


def test_what_is_wrong_is_said_with_its_row_and_the_rest_is_loaded(tmp_path: Path) -> None:
    path = written(
        tmp_path / "d3_cpps_subsequent_plan.csv",
        "CPP_start,CPP_subsequent_percent",
        [
            local("2025", "701", 10, 20),
            local("2025", "702", 10),
            local("2025", "703", 10, "about 20"),
            local("20x5", "704", 10, 20),
            "2025,Reporting year,School,E92000001,England,,,,,,10,20",
            local("2025", "705", 11, 21),
            local("2025", "705", 12, 22),
        ],
    )
    read = read_ees.read(path)
    words = said(read.problems)
    assert "1 rows were left out (row 3 has 11 cells, not 12)" in words
    assert "column CPP_subsequent_percent: 1 cells are neither" in words
    assert "row 4: “about 20”" in words
    assert "1 rows have no year (row 5: “20x5”)" in words
    assert "1 rows are of other areas (School)" in words
    assert "2 values stand twice for one area and period (row 8: 705, 2025)" in words
    values = [(r["area"], r["value"], r["status"], r["row"]) for r in rows(
        read.table, indicator="CPP_subsequent_percent"
    )]  # fmt: skip
    assert values == [("701", 20, "", 2), ("703", None, "?", 4), ("705", 21, "", 7)]


def test_a_column_that_is_missing_is_named(tmp_path: Path) -> None:
    path = written(
        tmp_path / "d3_cpps_subsequent_plan.csv", "CPP_start", [local("2025", "701", 10)]
    )
    read = read_ees.read(path)
    assert "row 1: there is no column CPP_subsequent_percent" in said(read.problems)
    assert len(read.table) == 1


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.csv", b"", "the file is empty"),
        ("a.csv", b"one\n1\n", "headings must be two or more"),
        ("a.csv", b"a,a\n1,2\n", "each of its own name"),
        ("a.csv", b"PK\x03\x04\x00\x00", "this is no CSV file"),
        ("a.csv", b"a,b\n1,2\n", "there is no column time_period or geographic_level"),
        ("a.csv", b"time_period,geographic_level,n\n", "no rows below them"),
        ("a.csv", b"time_period,geographic_level,n\n2025,School,1\n", "no value could be read"),
        ("a.parquet", b"PAR1", "this is no Parquet file"),
        ("a.xlsx", b"PK", "CSV and Parquet files are read"),
    ],
)
def test_a_file_that_is_none_is_refused_by_name(
    tmp_path: Path, name: str, text: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(text)
    store = Store(tmp_path / "kept")
    outcome = load_one(store, tmp_path / name)
    assert outcome.failed
    assert name in said(outcome.problems)
    assert words in said(outcome.problems)
    assert store.loaded() == {}


def test_a_bad_file_keeps_no_other_from_being_loaded(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("nothing,here\n", encoding="utf-8")
    referrals(tmp_path)
    store = Store(tmp_path / "kept")
    outcomes = load(store, [tmp_path])
    assert [one.failed for one in outcomes] == [True, False]
    assert list(store.loaded()) == ["referrals"]


def test_a_data_set_that_is_loaded_again_is_replaced_whole(tmp_path: Path) -> None:
    store = Store(tmp_path / "kept")
    path = referrals(tmp_path)
    load_one(store, path)
    assert store.loaded()["referrals"].rows == 64
    columns = "referral_count,rereferral_percent"
    written(path, columns, [local("2026", "701", 5, 40)])
    load_one(store, path, version="2.0")
    kept = store.loaded()["referrals"]
    assert (kept.rows, kept.first_period, kept.last_period, kept.version) == (
        2,
        "2026",
        "2026",
        "2.0",
    )
    assert [r["value"] for r in store.series("referrals", "rereferral_percent", "")] == [40]


def test_an_older_file_in_place_of_a_newer_is_told(tmp_path: Path) -> None:
    store = Store(tmp_path / "kept")
    path = referrals(tmp_path)
    load_one(store, path)
    older = written(
        tmp_path / "c1_children_in_need_referrals_and_rereferrals_2013_to_2023.csv",
        "no_further_action_percent,not_in_need_percent,referral_count,rereferral_percent",
        [local("2023", "701", 1, 2, 3, 4)],
    )
    words = said(load_one(store, older).problems)
    assert words.startswith(
        f"{older.name} goes to 2023, and {path.name}, which it replaced, went to 2025."
    )
    assert load_one(store, path).problems == []


TABLE = {
    "ReReferral": {
        "701": {"2024": "22.4", "2025": "20"},
        "702": {"2024": "-", "2025": "c"},
        "England": {"2024": "22.4", "2025": "22.6"},
        "East Midlands": {"2024": "21", "2025": "0"},
    }
}


def test_the_long_table_is_read_by_area_and_year(tmp_path: Path) -> None:
    table = read_lait.read(lait(tmp_path, TABLE)).table
    found = [(r["level"], r["area"], r["period"], r["value"], r["status"], r["row"]) for r in table.to_pylist()]  # fmt: skip
    assert found == [
        ("authority", "701", "2024", 22.4, "", 2),
        ("authority", "701", "2025", 20.0, "", 3),
        ("authority", "702", "2024", None, "-", 4),
        ("authority", "702", "2025", None, "c", 5),
        ("England", "England", "2024", 22.4, "", 6),
        ("England", "England", "2025", 22.6, "", 7),
        ("region", "East Midlands", "2024", 21.0, "", 8),
        ("region", "East Midlands", "2025", 0.0, "", 9),
    ]
    assert set(table["name"].to_pylist()) == {"Fernshire", "Alderham", "England", "East Midlands"}


def test_the_long_table_is_the_same_from_parquet(tmp_path: Path) -> None:
    path = lait(tmp_path, TABLE)
    from pyarrow import csv

    raw = csv.read_csv(path, convert_options=csv.ConvertOptions(
        column_types={"Values": pa.string(), "Years": pa.string(), "LA Number": pa.float64()}
    ))  # fmt: skip
    pq.write_table(raw, tmp_path / "lait_long.parquet")
    again = read_lait.read(tmp_path / "lait_long.parquet").table
    assert again.to_pylist() == read_lait.read(path).table.to_pylist()


def test_a_year_that_is_none_is_left_out_of_the_long_table(tmp_path: Path) -> None:
    read = read_lait.read(lait(tmp_path, {"M": {"701": {"0": "1", "2025": "2"}}}))
    assert len(read.table) == 1
    assert "1 rows have no year or no area (row 2: year “0”)" in said(read.problems)


def test_the_dictionary_says_which_way_is_better(tmp_path: Path) -> None:
    path = dictionary(
        tmp_path, ("A", "One", "Low", "NA"), ("B", "Two", "High", "N"), ("A", "Again", "High", "NA"),
        ("C", "Three", "-", "NA"),
    )  # fmt: skip
    found = read_lait.read_dictionary(path)
    assert [(d.code, d.title, str(d.better), d.quartiles) for d in found] == [
        ("A", "One", "lower", True), ("B", "Two", "higher", False), ("C", "Three", "context", True),
    ]  # fmt: skip
    assert read_lait.from_json(read_lait.to_json(found)) == found


def test_neighbours_are_read_by_code_or_name(tmp_path: Path) -> None:
    path = tmp_path / "near.csv"
    path.write_text(
        "authority,neighbour_1,neighbour_2,neighbour_10\nBarnet,320,Harrow,870\n303,Nowhere,302,\n,,,\n",
        encoding="utf-8",
    )
    found, problems = read_neighbours.read(path)
    assert found == {"302": ("320", "310", "870"), "303": ("302",)}
    assert "near.csv, row 3: no authority is called Nowhere" in said(problems)
    assert "near.csv, row 4: there is no authority" in said(problems)


def test_a_list_of_neighbours_needs_its_columns(tmp_path: Path) -> None:
    path = tmp_path / "near.csv"
    path.write_text("who,neighbour_1\n302,303\n", encoding="utf-8")
    with pytest.raises(UserError, match=r"near.csv, row 1: a list of neighbours has a column"):
        read_neighbours.read(path)


def test_england_and_regions_come_from_the_rows_that_say_so(tmp_path: Path) -> None:
    path = written(
        tmp_path / "new.csv", "n",
        [national("2025", 1), regional("2025", "Yorkshire and The Humber", 2),
         regional("2025", "Inner London", 3), local("2025", "314 / 318", 4)],
    )  # fmt: skip
    found = {r["area"]: r["value"] for r in read_ees.read(path).table.to_pylist()}
    assert found == {
        "England": 1, "Yorkshire and the Humber": 2, "Inner London": 3, "314 / 318": 4,
    }  # fmt: skip
    assert "314 / 318" not in NAMES
