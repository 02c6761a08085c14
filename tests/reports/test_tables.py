"""National tables: every event once, by its own report or letter."""

import pytest
from shelf_texts import event, label, put, reading

from sightline.reports.shelf import Shelf
from sightline.reports.tables import (
    changes,
    changes_by_year,
    focused_visits,
    grades,
    improvement_themes,
    tables,
)

RI = "Requires improvement"


def inspection(authority, day, overall, framework="ILACS", **more):
    facts = {"start_date": day, "end_date": day, **more}
    if overall:
        facts["overall"] = overall
    return event("inspection", authority, framework=framework, **facts)


def visit(authority, day, topic, said=(), **more):
    facts = {"start_date": day, "end_date": day, "topic": topic, **more}
    return event("focused_visit", authority, said=said, framework="ILACS", **facts)


@pytest.fixture
def shelf(tmp_path):
    told = [("improvement", "The recording of supervision."), ("finding", "Planning is weak.")]
    with Shelf(tmp_path, label=label) as made:
        put(
            made,
            reading("a1.txt", inspection("Ashmere", "2015-01-14", "Inadequate", "SIF", leaders=RI)),
            reading("a2.txt", inspection("Ashmere", "2017-06-19", RI, "SIF")),
            reading("a3.txt", visit("Ashmere", "2019-01-22", "cin_cp", told)),
            reading("a3-copy.txt", visit("Ashmere", "2019-01-22", "cin_cp", told), text="A copy."),
            reading("a4.txt", inspection("Ashmere", "2021-09-20", "Good")),
            reading("a5.txt", inspection("Ashmere", "2026-05-11", "", leaders="Good")),
            reading("f1.txt", inspection("Fernshire", "2021-05-10", "Good")),
            reading("f2.txt", inspection("Fernshire", "2024-05-10", RI)),
            reading("f3.txt", visit("Fernshire", "2023-02-01", "front_door")),
            reading("w1.txt", visit("Wexmoor", "2023-02-01", "front_door", previous_overall=RI)),
            reading("w2.txt", visit("Wexmoor", "2024-02-01", "care_leavers")),
        )
        yield made


def test_every_table_describes_itself_and_holds_its_columns(shelf):
    """One sentence each, and rows with just the columns named."""
    made = tables(shelf)
    assert len({table.name for table in made}) == len(made) == 5
    for table in made:
        assert table.description.endswith(".")
        assert table.rows
        assert all(tuple(row) == table.columns for row in table.rows)


def test_grades_by_framework_year_and_area(shelf):
    """Two good ones in 2021, one inadequate in 2015, leaders apart."""
    rows = {(r["framework"], r["year"], r["area"]): r for r in grades(shelf).rows}
    assert rows["ILACS", 2021, "overall"]["Good"] == 2
    assert rows["SIF", 2015, "overall"]["Inadequate"] == 1
    assert rows["SIF", 2015, "leaders"][RI] == 1
    assert ("ILACS", 2026, "overall") not in rows
    assert sum(r["inspections"] for (_, _, area), r in rows.items() if area == "overall") == 5


def test_hearsay_is_not_counted(shelf):
    """Wexmoor's inspection is known only from what its letter says: no grade is counted."""
    before = {"previous_date": "2022-01", "previous_overall": "Good"}
    put(shelf, reading("w3.txt", visit("Wexmoor", "2025-02-01", "other", **before)))
    assert all(row["year"] != 2022 for row in grades(shelf).rows)


def test_themes_of_improvement_count_a_letter_once(shelf):
    """The copy of the letter adds nothing; a weakness that is no item is not counted."""
    assert improvement_themes(shelf).rows == [
        {
            "year": 2019,
            "theme": "supervision",
            "title": "Supervision",
            "items": 1,
            "told": 1,
            "reports": 1,
        }
    ]


def test_focused_visits_by_the_grade_held_at_the_time(shelf):
    """Held in 2019: of 2017; as the letter says where no report is there; else not known."""
    rows = {row["topic"]: row for row in focused_visits(shelf).rows}
    assert rows["cin_cp"][RI] == 1
    assert (rows["front_door"]["Good"], rows["front_door"][RI]) == (1, 1)
    assert rows["care_leavers"]["Not known"] == 1
    assert sum(row["visits"] for row in rows.values()) == 4


def test_changes_between_inspections(shelf):
    """Up, up, and without an overall grade not comparable; down in the other place."""
    found = [(r["authority"], r["to_date"][:4], r["change"]) for r in changes(shelf).rows]
    assert found == [
        ("Ashmere", "2017", "up"),
        ("Ashmere", "2021", "up"),
        ("Ashmere", "2026", "not comparable"),
        ("Fernshire", "2024", "down"),
    ]


def test_changes_by_year(shelf):
    """One row for each year of a later inspection."""
    rows = {row["year"]: row for row in changes_by_year(shelf).rows}
    assert (rows[2017]["up"], rows[2024]["down"], rows[2026]["not comparable"]) == (1, 1, 1)
    assert rows[2024]["inspections"] == 1


def test_adequate_and_requires_improvement_are_not_compared(shelf):
    """The scales differ there: neither word is the better."""
    put(
        shelf,
        reading("n1.txt", inspection("Netherby", "2013-12-01", "Adequate", "SIF")),
        reading("n2.txt", inspection("Netherby", "2016-12-01", RI, "SIF")),
    )
    rows = [row for row in changes(shelf).rows if row["authority"] == "Netherby"]
    assert [row["change"] for row in rows] == ["not comparable"]


def test_an_inspection_that_is_missing_parts_the_two_around_it(shelf):
    """2015 and 2021 are not one change where a letter tells of an inspection in between."""
    put(
        shelf,
        reading("s1.txt", inspection("Saltby", "2014-12-01", "Inadequate", "SIF")),
        reading("s2.txt", inspection("Saltby", "2021-12-01", "Good")),
    )
    assert [r["change"] for r in changes(shelf).rows if r["authority"] == "Saltby"] == ["up"]
    before = {"previous_date": "2017-07", "previous_overall": RI}
    put(shelf, reading("s3.txt", visit("Saltby", "2019-02-01", "cin_cp", **before)))
    assert [r for r in changes(shelf).rows if r["authority"] == "Saltby"] == []


def test_an_empty_library_gives_empty_tables(tmp_path):
    """Nothing to count is no error."""
    with Shelf(tmp_path, label=label) as empty:
        assert [table.rows for table in tables(empty)] == [[], [], [], [], []]
