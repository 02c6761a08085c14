"""The catalogue: a row for everything declared, each with its source."""

from __future__ import annotations

import pytest

from sightline.standards import Standard, all_standards, catalogue
from sightline.standards.codes import all_code_sets
from sightline.standards.ssd_to_annex_a import MAPPINGS, NOT_MADE


def test_a_row_for_each_standard() -> None:
    """With how many lists and columns it has."""
    rows = {row["standard"]: row for row in catalogue.standard_rows()}
    assert rows["annex_a"]["lists"] == "11"
    assert rows["annex_a"]["columns"] == "169"
    assert all(row["source"] and row["about"].endswith(".") for row in rows.values())


@pytest.mark.parametrize("one", all_standards(), ids=lambda one: one.key)
def test_a_row_for_each_list_and_column(one: Standard) -> None:
    """None is left out, and each says its source."""
    lists, columns = catalogue.list_rows(one), catalogue.column_rows(one)
    assert [row["list"] for row in lists] == [table.key for table in one.tables]
    assert len(columns) == sum(len(table.columns) for table in one.tables)
    assert all(row["source"] and row["kind"] for row in columns)
    assert all(row["key"] and row["holds"] for row in lists)


def test_a_row_for_each_code() -> None:
    """And for each set, with the columns that use it: no set is without use."""
    rows = catalogue.code_set_rows()
    assert [row["code_set"] for row in rows] == [chosen.key for chosen in all_code_sets()]
    unused = [row["code_set"] for row in rows if not row["used_by"]]
    assert unused == ["assessment_factors"]  # its codes stand in a column of JSON
    (neet,) = [row for row in catalogue.code_rows("activity_status") if row["code"] == "G4"]
    assert neet["tags"] == "NEET"
    assert neet["printed"].startswith("G4: Not in education")


def test_a_row_for_each_column_that_the_ssd_fills_or_does_not() -> None:
    """The columns of the lists made, and of those not made."""
    rows = catalogue.mapping_rows()
    made = sum(len(mapping.target.columns) for mapping in MAPPINGS)
    assert len(rows) == made + sum(len(table.columns) for table in NOT_MADE)
    empty = [row for row in rows if row["how"] == "left empty"]
    assert all(row["note"] and not row["from"] for row in empty)
    (start,) = [r for r in rows if (r["list"], r["column"]) == ("contacts", "contact_date")]
    assert start["from"] == "ssd_contacts.cont_contact_date"


def test_rows_are_plain_words() -> None:
    """Every value is text, so that a table can be written from it."""
    rows = [*catalogue.standard_rows(), *catalogue.code_set_rows(), *catalogue.mapping_rows()]
    assert all(isinstance(value, str) for row in rows for value in row.values())
