"""Checks across lists about leaving care and adoption."""

from __future__ import annotations

from sightline.intake.checks import fields  # noqa: F401  its rules come first
from sightline.intake.checks.across_lists import HERE, in_list
from sightline.intake.checks.declare import At, birthday, blank, check


@check(
    "X12",
    "error",
    "children_in_care",
    "cla_end_reason",
    uses="child_id cla_end_reason",
    others={"adoption": "child_id adoption_order_date"},
    means="Care ended by adoption, and list 10 has no adoption order for the child.",
    remedy="Put right the reason, or fill in the order in list 10.",
    breaks=[{"child_id": "A9", "cla_end_reason": "E12"}],
    keeps=[{"child_id": "A1", "cla_end_reason": "E12"}],
    beside={"adoption": [{"child_id": "A1", "adoption_order_date": "2026-09-01"}]},
)
def adopted_without_order(at: At) -> str:
    """E11 and E12 are adoptions."""
    order = in_list(
        "adoption", "(o.adoption_order_date IS NOT NULL OR o.adoption_order_date__unread)"
    )
    return f"t.cla_end_reason IN ('E11', 'E12') AND NOT {order}"


@check(
    "X12",
    "error",
    "adoption",
    "adoption_order_date",
    uses="child_id adoption_order_date",
    others={"children_in_care": "child_id cla_end_date"},
    means="The child is adopted, and still in care in list 8.",
    remedy="Put right the order's date, or end the time in care.",
    breaks=[{"child_id": "A1", "adoption_order_date": "2026-09-01"}],
    keeps=[{"child_id": "A2", "adoption_order_date": "2026-09-01"}],
    beside={"children_in_care": [HERE]},
)
def adopted_and_in_care(at: At) -> str:
    """Care ends with the order."""
    care = in_list("children_in_care", "o.cla_end_date IS NULL AND NOT o.cla_end_date__unread")
    return f"t.adoption_order_date IS NOT NULL AND {care}"


@check(
    "X13",
    "error",
    "adoption",
    "child_id",
    uses="child_id adoption_order_date no_longer_placed_date",
    others={"children_in_care": "child_id cla_end_date"},
    means="The child waits for adoption, and is not in care in list 8.",
    remedy="Fill in the order or the reversal, or see why list 8 leaves the child out.",
    breaks=[{"child_id": "A9"}],
    keeps=[HERE],
    beside={"children_in_care": [HERE]},
)
def waits_and_not_in_care(at: At) -> str:
    """A child with a decision, and neither order nor reversal, is in care."""
    care = in_list("children_in_care", "o.cla_end_date IS NULL AND NOT o.cla_end_date__unread")
    waits = f"{blank('adoption_order_date')} AND {blank('no_longer_placed_date')}"
    return f"t.child_id IS NOT NULL AND {waits} AND NOT {care}"


@check(
    "X14",
    "query",
    "children_in_care",
    "cla_end_date",
    uses="child_id cla_end_date date_of_birth",
    others={"care_leavers": "child_id"},
    means="Care ended at 16 or over, and the young person is not on list 9.",
    remedy="See whether they are entitled; under 13 weeks in care is a good reason.",
    breaks=[{"child_id": "A9", "cla_end_date": "2026-09-01", "date_of_birth": "2009-01-01"}],
    keeps=[{"child_id": "A1", "cla_end_date": "2026-09-01", "date_of_birth": "2009-01-01"}],
    beside={"care_leavers": [HERE]},
)
def left_and_not_a_care_leaver(at: At) -> str:
    """Sixteen on the day that care ended."""
    return f"t.cla_end_date >= {birthday(16)} AND NOT {in_list('care_leavers')}"


@check(
    "X15",
    "query",
    "care_leavers",
    "eligibility",
    uses="child_id eligibility",
    others={"children_in_care": "child_id cla_end_date"},
    means="The young person is in care in list 8, and a care leaver by category in list 9.",
    remedy="While in care the category is eligible child; put right the one that is wrong.",
    breaks=[{"child_id": "A1", "eligibility": "RELEVANT"}],
    keeps=[{"child_id": "A1", "eligibility": "ELIGIBLE"}],
    beside={"children_in_care": [HERE]},
)
def in_care_and_a_care_leaver(at: At) -> str:
    """Only eligible children are on both."""
    care = in_list("children_in_care", "o.cla_end_date IS NULL AND NOT o.cla_end_date__unread")
    return f"t.eligibility IN ('RELEVANT', 'FORMER_RELEVANT', 'QUALIFYING') AND {care}"


@check(
    "X16",
    "query",
    "adoption",
    "family_id",
    uses="family_id",
    others={"adopters": "family_id"},
    means="The adoptive family is not on list 11.",
    remedy="See the identifier; adopters of another agency are a good reason.",
    breaks=[{"family_id": "F9"}],
    keeps=[{"family_id": "F1"}],
    beside={"adopters": [{"family_id": "F1"}]},
)
def family_not_listed(at: At) -> str:
    """The same identifier in lists 10 and 11."""
    there = "EXISTS (SELECT 1 FROM adopters o WHERE o.family_id = t.family_id)"
    return f"t.family_id IS NOT NULL AND NOT {there}"


@check(
    "X17",
    "query",
    "children_in_care",
    "placement_type",
    uses="child_id placement_type legal_status",
    others={"adoption": "child_id"},
    means="Placed for adoption, or under a placement order, and not on list 10.",
    remedy="See why the extract of list 10 leaves the child out.",
    breaks=[{"child_id": "A9", "placement_type": "A6", "legal_status": "E1"}],
    keeps=[{"child_id": "A1", "placement_type": "A6", "legal_status": "E1"}],
    beside={"adoption": [HERE]},
)
def for_adoption_and_not_listed(at: At) -> str:
    """A3 to A6, or E1."""
    placed = "(t.placement_type IN ('A3', 'A4', 'A5', 'A6') OR t.legal_status = 'E1')"
    return f"t.child_id IS NOT NULL AND {placed} AND NOT {in_list('adoption')}"
