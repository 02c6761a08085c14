"""The mapping from the SSD to Annex A: sound, complete, and refused where it is not."""

from __future__ import annotations

from collections.abc import Mapping as Said
from typing import Any

import pytest

from sightline.standards import annex_a, ssd, standard
from sightline.standards.columns import Column
from sightline.standards.declare import Table
from sightline.standards.ssd_to_annex_a import (
    MAPPINGS,
    NOT_MADE,
    Fill,
    Link,
    Mapping,
    Way,
    mapping_for,
)
from sightline.standards.ssd_to_annex_a.declare import count, first, same, worked

SOUND = mapping_for(annex_a.Contacts)


def changed(
    fills: Said[Any, Fill] | None = None, drop: tuple[Column, ...] = (), **said: Any
) -> Mapping:
    """The mapping to contacts, with something changed."""
    assert SOUND is not None
    kept = {c: fill for c, fill in SOUND.fills.items() if c not in drop} | dict(fills or {})
    whole: dict[str, Any] = {"target": SOUND.target, "rows": SOUND.rows, "where": SOUND.where}
    return Mapping(**(whole | {"fills": kept, "unfilled": {}, "links": SOUND.links} | said))


def test_every_list_is_made_or_said_not_to_be() -> None:
    """Ten lists are made, and list 11 has its reason."""
    made = {mapping.target for mapping in MAPPINGS}
    assert made | set(NOT_MADE) == set(standard("annex_a").tables)
    assert set(NOT_MADE) == {annex_a.Adopters}
    assert mapping_for(annex_a.Adopters) is None


@pytest.mark.parametrize("mapping", MAPPINGS, ids=lambda one: one.target.key)
def test_every_column_is_filled_or_has_its_reason(mapping: Mapping) -> None:
    """And what it is filled from is of the SSD, and has been filled by an extract."""
    assert {*mapping.fills, *mapping.unfilled} == set(mapping.target.columns)
    assert all(column.table.standard == "ssd" for column in mapping.sources)
    assert not [column.name for column in mapping.sources if column.placeholder]


def test_what_stays_empty() -> None:
    """Two columns, each with a reason."""
    empty = {c.name: why for mapping in MAPPINGS for c, why in mapping.unfilled.items()}
    assert sorted(empty) == ["family_id", "placement_location"]
    assert all(why.endswith(".") for why in empty.values())


def test_gender_is_read_from_gender_and_then_from_sex() -> None:
    """Codes are turned into those of Annex A, and not known counts as blank."""
    assert SOUND is not None
    fill = SOUND.fills[annex_a.Contacts.gender]
    assert fill.columns == (ssd.Person.pers_gender, ssd.Person.pers_sex)
    assert fill.codes == {"00": "", "01": "M", "02": "F", "09": "I"}


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (annex_a.ChildrenInNeed, ("only a referral", "RC8", "from the referral to the closure")),
        (annex_a.ChildrenInCare, ("the last that began by then", "not held", "period of care")),
        (annex_a.CareLeavers, ("25th birthday",)),
        (annex_a.Adoption, ("special guardianship or child arrangements order",)),
        (annex_a.ChildProtection, ("Team and worker of a plan that has ended",)),
    ],
    ids=lambda one: getattr(one, "key", ""),
)
def test_what_was_decided_is_said(table: type[Table], words: tuple[str, ...]) -> None:
    """What neither standard settles is declared beside the list that it is about."""
    mapping = mapping_for(table)
    assert mapping is not None
    said = " ".join(mapping.decided)
    assert [word for word in words if word.lower() not in said.lower()] == []


class TestWrongMappingsAreRefused:
    """One test for each rule."""

    def test_a_decision_without_a_sentence(self) -> None:
        """A reader is told in whole sentences."""
        with pytest.raises(ValueError, match="in whole sentences"):
            changed(decided=("not closed ones",))

    def test_no_rows_said(self) -> None:
        """It says which rows it takes."""
        with pytest.raises(ValueError, match="which rows it takes"):
            changed(where="")

    def test_column_of_another_list(self) -> None:
        """Only the target's columns are filled."""
        wrong = {annex_a.Referrals.referral_date: same(ssd.Contacts.cont_contact_date)}
        with pytest.raises(ValueError, match="referral_date is a column of another list"):
            changed(wrong)

    def test_column_left_out(self) -> None:
        """A column that is not filled needs a reason."""
        with pytest.raises(ValueError, match="contact_source is to be filled"):
            changed(drop=(annex_a.Contacts.contact_source,))

    def test_filled_and_empty(self) -> None:
        """It cannot be both."""
        with pytest.raises(ValueError, match="contact_source is to be filled"):
            changed(unfilled={annex_a.Contacts.contact_source: "It is."})

    def test_no_reason(self) -> None:
        """The reason is not empty."""
        source = annex_a.Contacts.contact_source
        with pytest.raises(ValueError, match="without a reason"):
            changed(drop=(source,), unfilled={source: " "})

    def test_filled_from_nothing(self) -> None:
        """A fill names a column."""
        with pytest.raises(ValueError, match="filled from no column"):
            changed({annex_a.Contacts.contact_date: Fill(Way.SAME, ())})

    def test_table_that_nothing_joins(self) -> None:
        """Every table that is read is joined."""
        wrong = {annex_a.Contacts.contact_date: same(ssd.CpPlans.cppl_cp_plan_start_date)}
        with pytest.raises(ValueError, match="nothing joins CpPlans"):
            changed(wrong)

    def test_table_that_is_joined(self) -> None:
        """Through another table is enough."""
        link = Link(ssd.Person.pers_person_id, ssd.CpPlans.cppl_person_id)
        assert SOUND is not None
        right = {annex_a.Contacts.contact_date: same(ssd.CpPlans.cppl_cp_plan_start_date)}
        assert changed(right, links=(link, *SOUND.links)).links[0] is link

    def test_worked_out_without_words(self) -> None:
        """What is counted or worked out is said in words."""
        wrong = count(ssd.Contacts.cont_contact_date, note=" ")
        with pytest.raises(ValueError, match="not said how it is worked out"):
            changed({annex_a.Contacts.age: wrong})

    def test_codes_of_another_set(self) -> None:
        """A code that the target does not have must be turned into one that it has."""
        with pytest.raises(ValueError, match="'00' of pers_gender is no code of gender"):
            changed({annex_a.Contacts.gender: first(ssd.Person.pers_gender)})

    def test_codes_turned_into_none(self) -> None:
        """And into one that there is."""
        wrong = worked(ssd.Person.pers_sex, note="By hand.", codes={"F": "W"})
        with pytest.raises(ValueError, match="'W' is not a code of gender"):
            changed({annex_a.Contacts.gender: wrong})
