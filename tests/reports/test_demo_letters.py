"""The demonstration's letters are read as they were written, and are as their texts say."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from invented import forget, register_with

from sightline.kit.dates import find_dates
from sightline.regime.authorities import find_in, resolve
from sightline.regime.themes import framework_tags
from sightline.reports.reading import Reading, read_bytes, rows

LETTERS = Path(str(resources.files("sightline.demo").joinpath("letters")))
SCRIPT = Path(__file__).parent.parent.parent / "scripts" / "make_demo_letters.py"
RI = "Requires improvement"
_LARGEST = 40_000

# Worked out from the texts, not from what was read.
EXPECTED: dict[str, dict[str, str]] = {
    "fernshire-2015-05-12-single-inspection.pdf": {
        "kind": "inspection",
        "framework": "SIF",
        "start_date": "2015-02-10",
        "end_date": "2015-03-04",
        "published_date": "2015-05-12",
        "lead_inspector": "Corin Blythe",
        "overall": "Inadequate",
        "help_and_protection": "Inadequate",
        "in_care": RI,
        "adoption": "Good",
        "care_leavers": RI,
        "leaders": "Inadequate",
        "lscb": RI,
        "previous_overall": "Adequate",
        "previous_date": "2012-09",
        "n_improvements": "8",
        "n_priority_actions": "2",
        "pages": "6",
    },
    "fernshire-2016-06-10-monitoring-visit.pdf": {
        "kind": "monitoring_visit",
        "start_date": "2016-05-17",
        "end_date": "2016-05-18",
        "letter_date": "2016-06-10",
        "ordinal": "3",
        "topic": "front_door",
        "lead_inspector": "Corin Blythe",
        "addressee": "Ms Oriel Dunmore",
        "overall": "",
        "n_improvements": "0",
    },
    "fernshire-2016-11-11-monitoring-visit.pdf": {
        "kind": "monitoring_visit",
        "start_date": "2016-10-18",
        "end_date": "2016-10-19",
        "letter_date": "2016-11-11",
        "ordinal": "5",
        "topic": "children_in_care",
        "lead_inspector": "Nadia Farrow",
        "inspectors": "Nadia Farrow; Corin Blythe",
    },
    "fernshire-2017-09-18-reinspection.pdf": {
        "kind": "inspection",
        "inspection_type": "reinspection",
        "start_date": "2017-07-03",
        "end_date": "2017-07-27",
        "overall": RI,
        "help_and_protection": RI,
        "in_care": RI,
        "adoption": "Good",
        "care_leavers": "Good",
        "leaders": RI,
        "lscb": "",
        "previous_overall": "Inadequate",
        "previous_date": "2015-03",
        "n_improvements": "5",
        "n_priority_actions": "0",
    },
    "fernshire-2019-04-08-focused-visit.pdf": {
        "kind": "focused_visit",
        "start_date": "2019-03-12",
        "end_date": "2019-03-13",
        "letter_date": "2019-04-08",
        "topic": "cin_cp",
        "lead_inspector": "Petra Gale",
        "addressee": "Mrs Hester Quill",
        "previous_overall": RI,
        "previous_date": "2017-07",
        "n_improvements": "3",
        "n_priority_actions": "0",
    },
    "fernshire-2022-01-14-inspection.pdf": {
        "kind": "inspection",
        "framework": "ILACS",
        "inspection_type": "standard",
        "start_date": "2021-11-08",
        "end_date": "2021-11-19",
        "published_date": "2022-01-14",
        "lead_inspector": "Tobias Renn",
        "overall": "Good",
        "leaders": "Good",
        "help_and_protection": RI,
        "in_care": "Good",
        "care_leavers": "",
        "previous_overall": RI,
        "previous_date": "2017-07",
        "n_improvements": "3",
    },
    "fernshire-2022-06-24-joint-inspection.pdf": {
        "kind": "joint_inspection",
        "start_date": "2022-05-09",
        "end_date": "2022-05-13",
        "letter_date": "2022-06-24",
        "overall": "",
        "n_improvements": "3",
        "n_priority_actions": "0",
    },
    "fernshire-2023-07-12-focused-visit.pdf": {
        "kind": "focused_visit",
        "start_date": "2023-06-06",
        "end_date": "2023-06-07",
        "letter_date": "2023-07-12",
        "topic": "front_door",
        "lead_inspector": "Marguerite Hollis",
        "inspectors": "Lewis Arden; Marguerite Hollis",
        "previous_overall": "Good",
        "previous_date": "2021-11",
        "n_improvements": "3",
        "n_priority_actions": "1",
    },
    "fernshire-2025-07-04-inspection.pdf": {
        "kind": "inspection",
        "inspection_type": "standard",
        "start_date": "2025-05-12",
        "end_date": "2025-05-23",
        "lead_inspector": "Marguerite Hollis",
        "overall": "Good",
        "leaders": "Good",
        "help_and_protection": "Good",
        "in_care": "Outstanding",
        "care_leavers": RI,
        "previous_overall": "Good",
        "previous_date": "2021-11",
        "n_improvements": "3",
    },
    "northmere-2022-08-05-inspection.pdf": {
        "kind": "inspection",
        "overall": RI,
        "in_care": "Good",
        "previous_overall": "Inadequate",
        "n_improvements": "3",
    },
    "northmere-2024-04-16-focused-visit.pdf": {
        "kind": "focused_visit",
        "topic": "care_leavers",
        "n_improvements": "1",
    },
    "northmere-2026-07-10-inspection.pdf": {
        "kind": "inspection",
        "framework_version": "ILACS_2026_04",
        "overall": "",
        "care_leavers": "Outstanding",
        "previous_overall": RI,
        "n_improvements": "2",
    },
}
ARTICLES: dict[str, dict[str, str]] = {
    "fernshire-2016-11-14-article.html": {
        "event_kind": "monitoring_visit",
        "start_date": "2016-10-18",
        "published_date": "2016-11-14",
        "ordinal": "5",
        "topic": "children_in_care",
        "previous_overall": "Inadequate",
        "n_improvements": "3",
    },
    "fernshire-2019-04-10-article.txt": {
        "event_kind": "focused_visit",
        "start_date": "2019-03-12",
        "published_date": "2019-04-10",
        "topic": "cin_cp",
        "previous_overall": RI,
        "n_improvements": "2",
    },
}
DUE = {
    "fernshire-2022-06-24-joint-inspection.pdf": ["2022-10-04"],
    "fernshire-2023-07-12-focused-visit.pdf": ["2023-08-09", "2023-10-18"],
}


def read(name: str) -> Reading:
    """One of the bundled files, read under its own name."""
    return read_bytes((LETTERS / name).read_bytes(), name)


def differences(name: str, wanted: dict[str, str]) -> dict[str, Any]:
    """Cell by cell, what was read where something else is wanted."""
    row = rows(read(name))[0]
    return {cell: row[cell] for cell, value in wanted.items() if row[cell] != value}


@pytest.fixture
def fernshire(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A register that has Fernshire."""
    register_with(monkeypatch, ["Fernshire"])
    yield
    monkeypatch.undo()
    forget()


def test_every_letter_is_expected() -> None:
    """No file is bundled that is not checked here."""
    assert {file.name for file in LETTERS.iterdir()} == {*EXPECTED, *ARTICLES}


@pytest.mark.parametrize("name", EXPECTED)
def test_letters_are_read_right(name: str) -> None:
    """Kind, dates, people, grades and counts are those of the text."""
    assert differences(name, EXPECTED[name]) == {}
    place = name.split("-")[0].capitalize()
    assert rows(read(name))[0]["authority"] == place


@pytest.mark.parametrize("name", ARTICLES)
def test_articles_are_read_right_where_the_register_has_the_place(
    name: str, fernshire: None
) -> None:
    """News of a visit gives the visit and the inspection before it."""
    reading = read(name)
    assert (reading.kind, len(reading.events)) == ("article", 2)
    assert differences(name, ARTICLES[name]) == {}


@pytest.mark.parametrize("name", ARTICLES)
def test_articles_are_known_without_the_register(name: str) -> None:
    """An article about a place that the register lacks is an article all the same."""
    assert read(name).kind == "article"


@pytest.mark.parametrize("name", DUE)
def test_dates_by_which_plans_are_due(name: str) -> None:
    """They are stated in the letter."""
    (event,) = read(name).events
    assert [day.isoformat() for day in event.values("due_date")] == DUE[name]


def test_the_last_report_names_the_national_framework() -> None:
    """Each of its items carries its tag."""
    reading = read("fernshire-2025-07-04-inspection.pdf")
    assert reading.document is not None
    text = reading.document.text
    tags = [framework_tags(text[i.start : i.end]) for i in reading.events[0].items]
    assert tags == [("outcome-1",), ("outcome-4",), ("outcome-4", "enabler-2")]


def test_nothing_of_the_page_is_left_in_the_text() -> None:
    """The notice, the feet and page numbers are set aside; no heading keeps a footnote's mark."""
    for name in EXPECTED:
        document = read(name).document
        assert document is not None
        assert "made-up" not in document.text
        assert not re.search(r"^\d{1,2}$", document.text, re.M), name
        titles = [section.title for section in read(name).sections]
        assert not [title for title in titles if title[-1:].isdigit()], name


def test_letters_are_dated_after_their_visits() -> None:
    """Each file's name has its date of publication, which comes after the last day on site."""
    for name in EXPECTED:
        row = rows(read(name))[0]
        assert row["end_date"] < row["published_date"] == name[name.index("20") :][:10], name


def test_there_are_no_such_places() -> None:
    """Nothing bundled is said of an authority that exists."""
    assert resolve("Fernshire") is None
    assert resolve("Northmere") is None
    for name in {*EXPECTED, *ARTICLES}:
        document = read(name).document
        assert document is not None
        assert [a.name for _, _, a in find_in(document.text)] == [], name
        assert find_dates(document.text), name


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """The script that makes the letters."""
    pytest.importorskip("reportlab")
    spec = importlib.util.spec_from_file_location("make_demo_letters", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    import sys

    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_the_letters_are_as_their_texts_say(script: ModuleType, tmp_path: Path) -> None:
    """Made again, each gives the same text; none is large; none is without its text."""
    made = [script.make(text, tmp_path) for text in sorted(script.TEXTS.glob("*.txt"))]
    assert {path.name for path in made} == set(EXPECTED)
    for path in made:
        bundled = (LETTERS / path.name).read_bytes()
        again, before = read_bytes(path.read_bytes()).document, read_bytes(bundled).document
        assert again is not None
        assert before is not None
        assert again.text == before.text, f"{path.name} is stale: run scripts/make_demo_letters.py"
        assert len(bundled) < _LARGEST
