"""From files to issues: lists found, rows kept, cells read or marked, with file, sheet and row."""

from __future__ import annotations

from datetime import date

import pytest
from intake_grids import AS_AT, contact, csv_file, headings, workbook

from sightline.intake.checking import check_files
from sightline.intake.issues import rows_of

CONTACTS = headings("contacts")


def found(checked, rule=None):
    """Issues as (rule, list, sheet, row, column, child), all or of one rule."""
    names = ("rule", "list", "sheet", "row", "column", "child_id")
    rows = [tuple(row[n] for n in names) for row in rows_of(checked.issues)]
    return [row for row in rows if rule is None or row[0] == rule]


def check_contacts(tmp_path, *rows, name="List 1", headings=CONTACTS):
    """Check a workbook that holds contacts alone."""
    return check_files([workbook(tmp_path / "a.xlsx", {name: [headings, *rows]})], AS_AT)


def test_a_clean_list_has_no_issues_but_the_lists_that_are_not_there(tmp_path):
    """One list alone is no whole extract: what is not there is only told."""
    checked = check_contacts(tmp_path, contact())
    assert {row[0] for row in found(checked)} == {"S01"}
    assert checked.exit_code == 0
    table = checked.tables["annex_a.contacts"]
    assert table.to_pylist() == [
        {
            "child_id": "A1",
            "gender": "F",
            "ethnicity": "WBRI",
            "date_of_birth": date(2015, 5, 4),
            "age": 11,
            "contact_date": date(2026, 10, 20),
            "contact_source": "6",
            "_file": "a.xlsx",
            "_sheet": "List 1",
            "_row": 2,
        }
    ]


@pytest.mark.parametrize(
    ("cells", "rule", "column", "read"),
    [
        ({"gender": "Not a code"}, "F02", "Gender", ("gender", None)),
        ({"contact_date": "31/02/2026"}, "F03", "Date of Contact", ("contact_date", None)),
        ({"contact_date": "soon"}, "F03", "Date of Contact", ("contact_date", None)),
        (
            {"contact_date": "03/09/2026"},
            "F04",
            "Date of Contact",
            ("contact_date", date(2026, 9, 3)),
        ),
        (
            {"contact_date": "2026-09-03"},
            "F04",
            "Date of Contact",
            ("contact_date", date(2026, 9, 3)),
        ),
        (
            {"contact_date": "3/9/26"},
            "F04",
            "Date of Contact",
            ("contact_date", date(2026, 9, 3)),
        ),
        # 46000 days after 30 December 1899 are 9 December 2025, before the window of six months
        ({"contact_date": 46000}, "F04", "Date of Contact", ("contact_date", date(2025, 12, 9))),
        ({"contact_date": date(2026, 11, 1)}, "F05", "Date of Contact", None),
        ({"contact_date": date(1900, 1, 1)}, "F06", "Date of Contact", ("contact_date", None)),
        ({"age": "eleven"}, "F07", "Age of Child (Years)", ("age", None)),
        ({"age": -2}, "F07", "Age of Child (Years)", ("age", None)),
        ({"age": 12}, "F10", "Age of Child (Years)", ("age", 12)),
        ({"age": "-"}, "F12", "Age of Child (Years)", ("age", None)),
        ({"gender": ""}, "F01", "Gender", ("gender", None)),
        ({"gender": "#N/A"}, "F01", "Gender", ("gender", None)),
        ({"date_of_birth": ""}, "F13", "Date of Birth", ("date_of_birth", None)),
        ({"contact_date": date(2026, 4, 29)}, "W04", "Date of Contact", None),
    ],
)
def test_a_cell_is_marked_and_the_row_is_kept(tmp_path, cells, rule, column, read):
    """The raw value is told, never mended silently; the rest of the row is read."""
    checked = check_contacts(tmp_path, contact("A0"), contact("A1", **cells))
    assert ("F02" if rule == "F02" else rule, "contacts", "List 1", 3, column, "A1") in found(
        checked
    )
    assert {row[0] for row in found(checked)} - {"S01", "W04"} <= {rule}
    rows = checked.tables["annex_a.contacts"].to_pylist()
    assert [row["child_id"] for row in rows] == ["A0", "A1"]
    if read:
        assert rows[1][read[0]] == read[1]


@pytest.mark.parametrize("odd", ["x" * 21, "A 1!", "<script>"])
def test_an_odd_identifier_is_told_and_kept(tmp_path, odd):
    """Over 20 characters, or signs that no identifier has."""
    checked = check_contacts(tmp_path, contact(odd))
    assert [row[:2] for row in found(checked, "F08")] == [("F08", "contacts")]
    assert checked.tables["annex_a.contacts"]["child_id"].to_pylist() == [odd]


def test_identifiers_are_text(tmp_path):
    """A number loses its point; text with ".0" is mended and told; leading noughts stay."""
    checked = check_contacts(tmp_path, contact(9212044), contact("9212045.0"), contact("0012"))
    assert checked.tables["annex_a.contacts"]["child_id"].to_pylist() == [
        "9212044",
        "9212045",
        "0012",
    ]
    assert [row[3] for row in found(checked, "F08")] == [3]


def test_headings_below_a_title_and_in_another_order(tmp_path):
    """The official layout has a merged title in row 1; exports differ in spelling and order."""
    printed = ["CHILD_ID ", "ContactSource", "Date of  Contact", "Sex", "Ethnic origin", "DOB"]
    row = ["A1", "6", date(2026, 10, 20), "Female", "WBRI", date(2015, 5, 4)]
    book = workbook(
        tmp_path / "a.xlsx",
        {"Contacts": [["List 1: Contacts"], [], [*printed, "Notes"], [*row, "x"]]},
    )
    checked = check_files([book], AS_AT)
    assert checked.summary()[0] | {"columns_matched": 0} == {
        "list": "contacts",
        "standard": "annex_a",
        "file": "a.xlsx",
        "sheet": "Contacts",
        "header_row": 3,
        "rows": 1,
        "columns_matched": 0,
        "columns_missing": ["Age of Child (Years)"],
        "columns_unknown": ["Notes"],
    }
    assert checked.tables["annex_a.contacts"]["_row"].to_pylist() == [4]
    assert [row[4] for row in found(checked, "S04")] == ["Notes"]
    assert [row[4] for row in found(checked, "S03")] == ["Age of Child (Years)"]
    assert found(checked, "S06")


def test_rows_without_data_are_passed_over_and_counted(tmp_path):
    """Blank rows between others, unused formula rows, totals; those at the end are no rows."""
    nothing = ["-", "-", "-", "", 0, "", "-"]
    rows = [contact("A1"), [], contact("A2"), nothing, ["Total", "", "", "", 2], [], []]
    checked = check_contacts(tmp_path, *rows)
    assert checked.tables["annex_a.contacts"]["_row"].to_pylist() == [2, 4]
    message = checked.issues.filter([rule == "S08" for rule in checked.issues["rule"].to_pylist()])[
        "message"
    ][0].as_py()
    assert message.startswith("3 rows without data")


def test_two_sheets_of_one_list_stop_that_list_alone(tmp_path):
    """Never guess: neither is used, and the others are."""
    book = workbook(
        tmp_path / "a.xlsx",
        {
            "List 1": [CONTACTS, contact()],
            "Contacts": [CONTACTS, contact()],
            "List 2": [headings("early_help")],
        },
    )
    checked = check_files([book], AS_AT)
    assert list(checked.lists) == ["early_help"]
    assert [row[2] for row in found(checked, "S02")] == ["List 1", "Contacts"]
    assert checked.exit_code == 1


def test_two_columns_with_one_heading_are_not_read(tmp_path):
    """Also never guessed; the rest of the list is read."""
    printed = [*CONTACTS[:1], "Gender", "Gender", *CONTACTS[2:]]
    cells = contact()
    checked = check_contacts(tmp_path, [*cells[:2], "a) Male", *cells[2:]], headings=printed)
    assert [row[4] for row in found(checked, "S05")] == ["Gender"]
    assert "gender" not in checked.tables["annex_a.contacts"].column_names
    assert found(checked, "S03") == []


def test_the_annex_a_of_the_other_inspection_is_refused(tmp_path):
    """It has UPN and education, health and care plans."""
    printed = ["Unique ID", "UPN", "Date of birth", "Date initial EHC plan issued"]
    checked = check_files([workbook(tmp_path / "s.xlsx", {"List_1": [printed, ["a", "b"]]})], AS_AT)
    assert [row[0] for row in found(checked)] == ["S07"]
    assert checked.exit_code == 2


def test_a_file_that_cannot_be_read_does_not_stop_the_others(tmp_path):
    """A web page named as a workbook is told by name; the CSV beside it is loaded."""
    page = tmp_path / "b.xlsx"
    page.write_text("<html><body>Sign in</body></html>")
    row = [*contact()[:3], "04/05/2015", "11", "20/10/2026", "6"]
    checked = check_files([page, csv_file(tmp_path / "contacts.csv", [CONTACTS, row])], AS_AT)
    assert [row[0] for row in found(checked) if row[0] != "S01"] == ["S11"]
    assert list(checked.lists) == ["contacts"]
    table = checked.tables["annex_a.contacts"]
    assert table["contact_date"].to_pylist() == [date(2026, 10, 20)]


def test_a_missing_list_is_an_error_of_a_whole_extract(tmp_path):
    """From three lists on, the files are taken for the whole of Annex A."""
    names = ("contacts", "early_help", "referrals")
    sheets = {f"List {n}": [headings(key)] for n, key in enumerate(names, 1)}
    checked = check_files([workbook(tmp_path / "a.xlsx", sheets)], AS_AT)
    assert len(found(checked, "S01")) == 8
    assert checked.exit_code == 1


def test_owners_come_from_the_list_or_from_children_in_need(tmp_path):
    """A contact names no worker: that of the child's row in list 6 is given."""
    need = dict.fromkeys(headings("children_in_need"), "")
    need |= {
        "Child Unique ID": "A1",
        "Gender": "F",
        "Ethnicity": "WBRI",
        "Date of Birth": date(2015, 5, 4),
        "Does the Child have a Disability": "b) No",
        "CIN Start Date": date(2026, 9, 1),
        "Primary Need Code": "N1",
        "Case Status": "c) Child in need plan",
        "Allocated Team": "Locality 1",
        "Allocated Worker": "Amara Tealby",
    }
    sheets = {
        "List 1": [CONTACTS, contact("A1", gender="?")],
        "List 6": [list(need), list(need.values())],
    }
    checked = check_files([workbook(tmp_path / "a.xlsx", sheets)], AS_AT)
    issue = next(row for row in rows_of(checked.issues) if row["rule"] == "F02")
    assert (issue["team"], issue["worker"]) == ("Locality 1", "Amara Tealby")
    assert issue["message"] == "“Gender” holds none of the column's codes. It holds “?”."


def test_an_old_extract_is_asked_about(tmp_path):
    """The latest event lies more than 14 days before the snapshot date."""
    old = check_contacts(tmp_path, contact(contact_date=date(2026, 10, 16)))
    new = check_contacts(tmp_path, contact(contact_date=date(2026, 10, 17)))
    assert (len(found(old, "S09")), len(found(new, "S09"))) == (1, 0)
