"""The declarations against the design's own lists, and against sample files made by others."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from sightline.standards import Table, standard
from sightline.standards.codes import code_set
from sightline.standards.columns import Code, Column, Integer, Postcode, Text
from sightline.standards.headings import heading_key, match_headings
from sightline.standards.sheets import match_sheet

SHARED = Path(__file__).parents[2].parent / "shared"
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the shared design and samples are not here"),
]
TYPES = {"string": ("text", "id", "postcode"), "category": ("code",)}
# The set of the design for disability also takes the kinds of disability that files hold.
OTHER_SETS = {"has_disability": "disabled"}


@pytest.fixture(scope="module")
def design() -> dict[str, Any]:
    """The design's description of Annex A."""
    yaml = pytest.importorskip("yaml")
    text = (SHARED / "design" / "annex_a.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.safe_load(text)
    return found


def test_lists_agree(design: dict[str, Any]) -> None:
    """Number, key, title, months covered, names of sheets, and whether a child is in it once."""
    for said in design["lists"]:
        table = standard("annex_a").by_key(said["key"])
        assert (table.number, table.title) == (said["number"], said["name"])
        assert table.period.months == said["period"]["window_months"]
        assert table.one_row_per_key or "unique_key" not in said
        for name in (*said["sheet_aliases"], said["title_text"]):
            found = match_sheet(name, standard("annex_a"))
            assert found is not None
            assert (found.table, found.how) == (table, "exact"), name


def test_columns_agree_field_by_field(design: dict[str, Any]) -> None:
    """Place, heading, name, kind, codes, blanks, both layouts and every alias."""
    for said in design["lists"]:
        table = standard("annex_a").by_key(said["key"])
        assert [c["name"] for c in said["columns"]] == [c.name for c in table.columns]
        for one, column in zip(said["columns"], table.columns):
            compare(one, column, table)


def compare(said: dict[str, Any], column: Column, table: type[Table]) -> None:
    """One column of the design with the one declared."""
    where = f"{table.key}.{column.name}"
    assert column.heading == said["header"], where
    assert column.required is not said["can_be_blank"], where
    assert column.kind in TYPES.get(said["type"], (said["type"],)), where
    assert column.optional is said.get("optional_column", False), where
    assert (column.since is not None) is ("since" in said), where
    assert ("blank_when" not in said) or column.blank_when, where
    assert isinstance(column, Postcode) is (said.get("format") == "postcode"), where
    if "codes" in said:
        assert isinstance(column, Code | Text), where
        assert column.code_set == OTHER_SETS.get(column.name, said["codes"]) or (
            table.key == "adopters" and column.code_set == said["codes"]
        ), where
    if "minimum" in said:
        assert isinstance(column, Integer), where
        assert column.minimum == said["minimum"], where
    if "header_2019" in said:
        assert said["header_2019"] in column.all_headings, where
    aliases = (*said.get("header_aliases", ()), *said.get("header_aliases_plausible", ()))
    for alias in aliases:
        found = table.headings().get(heading_key(alias))
        assert found is not None, (where, alias)
        assert found[0] is column, (where, alias)


def test_codes_agree(design: dict[str, Any]) -> None:
    """Each code by its print, its statutory code, its group, and every spelling seen for it."""
    for key, said in design["code_sets"].items():
        chosen = code_set(key)
        assert chosen.open is said.get("open_set", False)
        vague = {form.casefold() for form in chosen.ambiguous}
        items = {item.printed: item for item in chosen.items}
        for one in (*said["codes"], *said.get("later_variants", ())):
            code = chosen.read(one["code"])
            assert code is not None, one["code"]
            item = chosen.item(code)
            if "same_as" in one:
                assert code == chosen.read(one["same_as"])
                continue
            assert items[one["code"]].code == code
            assert "statutory_code" not in one or one["statutory_code"] == code
            assert (item.since is not None) is (one in said.get("later_variants", ()))
            if "ofsted_group" in one:
                group = re.sub(r"^[a-z]\d?\) ", "", one["ofsted_group"])
                assert item.group == " ".join(group.split()), one["code"]
            assert one.get("eet_group", "x) x").split(") ")[1] in (*item.tags, "x")
        for printed, spellings in said.get("observed", {}).items():
            for form in spellings:
                if form.casefold() not in vague:
                    assert chosen.read(form) == chosen.read(printed), (key, form)


def test_no_code_is_declared_that_the_design_does_not_have(design: dict[str, Any]) -> None:
    """The sets of Annex A hold the template's codes and the later ones, and no others."""
    for key, said in design["code_sets"].items():
        known = {code_set(key).read(one["code"]) for one in said["codes"]}
        known |= {code_set(key).read(one["code"]) for one in said.get("later_variants", ())}
        assert known == set(code_set(key).codes), key


def test_tables_of_the_ssd_agree() -> None:
    """Every table and column of the design is declared, under its name."""
    text = (SHARED / "design" / "ssd.md").read_text(encoding="utf-8")
    described = re.findall(r"^\*\*(ssd_\w+)\*\* \(.*?\)\s*\n(.+)$", text, re.M)
    assert len(described) == 39
    for name, columns in described:
        table = standard("ssd").by_key(name)
        for column, kind, mark in re.findall(r"`(\w+)` (\w+)(.*?)(?=, `|$)", columns):
            found = table.column(column)
            assert ("†" in mark) is found.placeholder, column
            if kind == "datetime":
                assert found.kind == "date", column
            if kind in ("int", "float"):
                assert found.kind in ("integer", "decimal"), column


@pytest.mark.parametrize(
    ("file", "row", "sheets"),
    [("annex_a_2021.xlsx", 0, 11), ("annex_a_official_layout.xls", 1, 15)],
)
def test_sample_workbooks_are_known(file: str, row: int, sheets: int) -> None:
    """Every list by its sheet, every heading by its column, and what is missing is what is new."""
    calamine = pytest.importorskip("python_calamine")
    book = calamine.CalamineWorkbook.from_path(SHARED / "corpus" / "samples" / file)
    assert len(book.sheet_names) == sheets
    known = {name: match_sheet(name, standard("annex_a")) for name in book.sheet_names}
    assert sum(found is not None for found in known.values()) == 11
    for name, found in known.items():
        if found is None:
            continue
        printed = book.get_sheet_by_name(name).to_python()[row]
        match = match_headings(printed, found.table)
        assert len(match.matched) == sum(bool(str(cell).strip()) for cell in printed)
        assert match.missing_required == ()
        assert match.unknown == match.clashes == ()


def test_the_send_workbook_is_not_taken_for_these_lists() -> None:
    """Its sheets have the same names, but its headings lack the child and name the pupil."""
    calamine = pytest.importorskip("python_calamine")
    path = SHARED / "corpus" / "samples" / "send_annex_a.xlsx"
    book = calamine.CalamineWorkbook.from_path(path)
    for name in book.sheet_names:
        found = match_sheet(name, standard("annex_a"))
        assert found is not None
        match = match_headings(book.get_sheet_by_name(name).to_python()[0], found.table)
        assert found.table.key_column() in match.missing_required
        assert "UPN" in [one.printed for one in match.unknown]
