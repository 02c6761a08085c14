"""Code sets: what each value means, and the values that must not be mended."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sightline.standards.codes import CodeSet, all_code_sets, code_set

READ = [
    # a code with words beside it, in the ways that people write it
    ("contact_source", "1A - Individual", "1A"),
    ("contact_source", "a) 1A: Individual", "1A"),
    ("contact_source", "i) 3C - Health", "3C"),
    ("contact_source", "t) 6 Police", "6"),
    ("contact_source", "Police (6)", "6"),
    ("contact_source", "police", "6"),
    ("contact_source", "School nurse", "3C"),
    ("primary_need", "N1 ", "N1"),
    ("primary_need", "N1 Abuse", "N1"),
    ("primary_need", "n2 – child’s disability", "N2"),
    ("cla_category_of_need", "N3 - Parental disability or illness", "N3"),
    ("reason_for_closure", "RC7: services ceased", "RC7"),
    ("placement_type", "f) U6: Foster placement - not FFA", "U6"),
    ("placement_type", "K2 – Children’s Homes", "K2"),
    ("placement_type", "j) A6: Placed for adoption - order - foster", "A6"),
    ("placement_provider", "e) PR4 - Private provision", "PR4"),
    ("legal_status", "C2: FCO", "C2"),
    ("legal_status", "Full care order", "C2"),
    ("reason_ceased_cla", "E4A - Returned home", "E4A"),
    ("reason_ceased_cla", "u) X1: CodeError", "X1"),
    ("ethnicity", "b) WBRI", "WBRI"),
    ("ethnicity", "White British (WBRI)", "WBRI"),
    ("ethnicity", "s) NOBT", "NOBT"),
    ("ethnicity", "t) NOBT", "NOBT"),
    ("ethnicity", "A1", "WBRI"),
    ("ethnicity", "WHITE – BRITISH", "WBRI"),
    ("activity_status", "G5: Not in education", "G5"),
    ("accommodation_type", "B1", "B"),
    ("accommodation_type", "U - Independent living", "U"),
    ("category_of_abuse", "Multiple: Neglect, Physical abuse", "MUL"),
    ("category_of_abuse", "YYNN", "MUL"),
    ("category_of_abuse", "NNYN", "SAB"),
    ("la_of_placement_special", "Wales", "WAL"),
    # letters of printed lists
    ("gender", "b)", "F"),
    ("gender", "b. female", "F"),
    ("eligibility", "b) former relevant", "FORMER_RELEVANT"),
    # numbers and truth values that a spreadsheet makes of codes
    ("contact_source", 6.0, "6"),
    ("contact_source", "6.0", "6"),
    ("gender_identity", 1.0, "01"),
    ("gender_identity", "2", "02"),
    ("gender_identity", 0, "00"),
    ("gender", "01", "M"),
    ("yes_no", True, "Y"),
    ("yes_no", False, "N"),
    ("yes_no", 1.0, "Y"),
    ("yes_no", "yes.", "Y"),
    # traps that peers' tools fall into
    ("referral_nfa", "NFA", "Y"),
    ("referral_nfa", "No further action", "Y"),
    ("referral_nfa", "Further action", "N"),
    ("referral_nfa", "No", "N"),
    ("accommodation_suitable", "Unsuitable", "2"),
    ("accommodation_suitable", "2 - Unsuitable", "2"),
    ("disabled", "AUT", "Y"),
    ("disabled", "NONE", "N"),
]

UNREAD = [
    # several codes have these words
    ("contact_source", "Health services", "ambiguous"),
    ("contact_source", "Individual", "ambiguous"),
    ("gender", "Indeterminate", "ambiguous"),
    # code and words, or letter and words, disagree
    ("primary_need", "N1 - Low income", "ambiguous"),
    ("yes_no", "b) Yes", "ambiguous"),
    ("yes_no", "a) No", "ambiguous"),
    ("ethnicity", "White and Black Caribbean - BOTH", "ambiguous"),
    ("category_of_abuse", "Multiple: Neglect", "ambiguous"),
    ("adopter_leaving_reason", "1,2", "ambiguous"),
    # words and numbers that hold a code by chance, or only part of one
    ("ethnicity", "BOTH parents are White", "unknown"),
    ("contact_source", "8 weeks", "unknown"),
    ("contact_source", "1", "unknown"),
    ("reason_ceased_cla", "E1", "unknown"),
    ("reason_ceased_cla", "E4", "unknown"),
    ("adopter_leaving_reason", "1.5", "unknown"),
    ("ethnicity", "s)", "unknown"),
    ("ethnicity", "WENG", "unknown"),
    ("category_of_abuse", "NNNN", "unknown"),
    ("category_of_abuse", "Neglect, Emotional abuse", "unknown"),
    ("placement_type", "Foster placement", "unknown"),
    ("primary_need", "PSRMEM - Support with memory and cognition", "unknown"),
    ("yes_no", "maybe", "unknown"),
    ("la_of_placement_special", "Conwy", "unknown"),
    # nothing
    ("yes_no", None, "blank"),
    ("yes_no", " - ", "blank"),
]


@pytest.mark.parametrize(("key", "value", "code"), READ)
def test_a_value_is_read(key: str, value: object, code: str) -> None:
    """In print, in part, in other cases and signs, and as spreadsheets change it."""
    assert code_set(key).read(value) == code


@pytest.mark.parametrize(("key", "value", "how"), UNREAD)
def test_a_value_is_not_mended(key: str, value: object, how: str) -> None:
    """What could be several codes, or none, has none; and it is told which."""
    reading = code_set(key).reading(value)
    assert (reading.code, reading.how) == (None, how)
    assert (len(reading.candidates) > 1) == (how == "ambiguous")


@pytest.mark.parametrize("chosen", all_code_sets(), ids=lambda one: one.key)
def test_every_form_that_is_declared_is_read(chosen: CodeSet) -> None:
    """Each code, as it is, as printed, as offered in a template and in each other spelling."""
    for item in chosen.items:
        for form in (item.code, item.printed, item.shown, *item.also):
            if form and form not in chosen.ambiguous:
                assert chosen.read(form) == item.code, form
                assert chosen.read(f"  {form.upper()} ") == item.code, form


@given(st.text(max_size=20), st.sampled_from(all_code_sets()))
def test_any_value_is_read_or_left(value: str, chosen: CodeSet) -> None:
    """Whatever a cell holds, the answer is one of the set's codes, or none with its reason."""
    reading = chosen.reading(value)
    assert (reading.code in chosen.codes) != (reading.how in ("blank", "unknown", "ambiguous"))


def test_how_a_value_was_read() -> None:
    """The surest way comes first."""
    chosen = code_set("contact_source")
    ways = {v: chosen.reading(v).how for v in ("6", "q) 6: Police", "Police", "6 - Police", "06")}
    assert list(ways.values()) == ["code", "printed", "label", "token", "number"]
    assert code_set("gender").reading("b)").how == "letter"
    assert code_set("yes_no").reading("TRUE").how == "alias"


def test_groups_and_tags() -> None:
    """Codes are counted by Ofsted's groups, or by tags of our own."""
    activity, types = code_set("activity_status"), code_set("placement_type")
    assert activity.tagged("NEET") == ("G4", "G5", "G6")
    assert set(activity.codes) == {*activity.tagged("EET"), *activity.tagged("NEET")}
    assert types.grouped("Foster placement") == ("U1", "U2", "U3", "U4", "U5", "U6")
    assert types.tagged("temporary") == ("T0", "T1", "T2", "T3", "T4")
    assert types.item("P1").group == "Placed with parents"


def test_later_codes_have_a_date() -> None:
    """What the template of August 2019 does not have is not in force then."""
    closure = code_set("reason_for_closure")
    later = [item.code for item in closure.items if not item.in_force(date(2019, 8, 31))]
    assert later == ["RC9"]
    assert all(item.in_force(date(2026, 1, 1)) for item in closure.items)


def test_an_unknown_set_is_named_with_those_there_are() -> None:
    """The error lists the keys."""
    with pytest.raises(KeyError, match=r"no code set 'ethnicty'; there are .*ethnicity"):
        code_set("ethnicty")


def test_reading_is_quick_when_values_repeat() -> None:
    """A column of a long list is read by its few values: the second reading is the first one."""
    chosen = code_set("ethnicity")
    assert chosen.reading("WBRI: White British") is chosen.reading("WBRI: White British")
    assert chosen.read(["not", "a", "cell"]) is None
