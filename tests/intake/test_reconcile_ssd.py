"""Open children by the SSD: those whom the lists of Annex A would hold."""

from __future__ import annotations

from datetime import date

from from_ssd_children import CHILDREN
from from_ssd_given import DAY, without

from sightline.intake.annex_a_from_ssd import annex_a_from_ssd, open_children
from sightline.intake.reconcile import open_counts, reconcile

OPEN = {
    "in need": {"001", "002", "003", "004", "006"},
    "on child protection plans": {"002"},
    "in care": {"004"},
    "care leavers": {"007"},
}


def test_open_by_the_ssd() -> None:
    """Not the child only referred (009), the care leaver (007), or short breaks alone (006)."""
    found = open_counts(CHILDREN, DAY)
    assert {one.what: one.children for one in found} == OPEN
    assert {one.source for one in found} == {"the SSD"}


def test_annex_a_made_from_the_ssd_has_the_same_children() -> None:
    """Each pair agrees, in words and in number."""
    made = annex_a_from_ssd(CHILDREN, DAY).tables
    rows = reconcile(open_counts({**CHILDREN, **made}, DAY), [])
    assert [(row.what, row.first_count, row.difference) for row in rows] == [
        ("in need", 5, 0),
        ("on child protection plans", 1, 0),
        ("in care", 1, 0),
        ("care leavers", 1, 0),
    ]
    assert rows[0].sentence == (
        "5 children are in need in Annex A and 5 in the SSD, and they are the same children."
    )


def test_a_day_before() -> None:
    """What ended or began since is open, or not there, at an earlier day."""
    found = {one.what: one.children for one in open_counts(CHILDREN, date(2026, 1, 14))}
    assert found["in care"] == {"004", "005", "008"}
    assert found["on child protection plans"] == set()


def test_what_cannot_be_counted_is_left_out() -> None:
    """A table without its ends gives no count; the others do."""
    tables = without(CHILDREN, "ssd_cla_episodes.clae_cla_episode_ceased_date", "ssd_care_leavers")
    assert [one.what for one in open_counts(tables, DAY)] == [
        "in need",
        "on child protection plans",
    ]


def test_waiting_for_adoption() -> None:
    """Not the child who was adopted, nor the one whose decision was reversed."""
    assert open_children(CHILDREN, DAY)["adoption"] == {"004"}
