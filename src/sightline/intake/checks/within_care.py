"""Checks within the lists of children in care and of care leavers."""

from __future__ import annotations

from sightline.intake import structure_rules  # noqa: F401
from sightline.intake.checks import fields  # noqa: F401  its rules come first
from sightline.intake.checks.declare import At, birthday, blank, check, filled


@check(
    "W24",
    "error",
    "children_in_care",
    "cla_end_reason",
    uses="cla_end_reason",
    means="X1 is given as the reason, which says that care did not end.",
    remedy="Give the reason for which care ended, or clear date and reason.",
    breaks=[{"cla_end_reason": "X1"}],
    keeps=[{"cla_end_reason": "E4A"}],
)
def care_did_not_end(at: At) -> str:
    """X1 parts two episodes of one period of care."""
    return "t.cla_end_reason = 'X1'"


@check(
    "W26",
    "error",
    "children_in_care",
    "legal_status",
    uses="legal_status",
    means="Short breaks (V3, V4) do not belong in this list.",
    remedy="Take the row out, or put the legal status right.",
    breaks=[{"legal_status": "V4"}],
    keeps=[{"legal_status": "V2"}],
)
def short_breaks(at: At) -> str:
    """V3 and V4 are agreed series of short breaks."""
    return "t.legal_status IN ('V3', 'V4')"


@check(
    "W27",
    "error",
    "children_in_care",
    "placements_last_12_months",
    uses="placements_last_12_months placement_start_date cla_start_date",
    means="The number of placements in 12 months leaves out the present one, or an earlier one.",
    remedy="Count every placement in the 12 months, the present one included.",
    breaks=[
        {
            "placements_last_12_months": 1,
            "placement_start_date": "2026-06-01",
            "cla_start_date": "2024-03-01",
        }
    ],
    keeps=[
        {
            "placements_last_12_months": 1,
            "placement_start_date": "2024-03-01",
            "cla_start_date": "2024-03-01",
        }
    ],
)
def placements_left_out(at: At) -> str:
    """At least 1; at least 2 where a placement began in the 12 months after care had started."""
    moved = f"t.placement_start_date > ({at.day} - INTERVAL 12 MONTH)::DATE"
    later = "t.placement_start_date > t.cla_start_date"
    number = "t.placements_last_12_months"
    return f"({number} < 1 OR ({number} = 1 AND {moved} AND {later}))"


@check(
    "W28",
    "query",
    "children_in_care",
    "placement_location",
    uses="placement_location placement_la",
    means="Inside or outside the authority does not fit the name of the authority.",
    remedy="Put right the location or the authority of the placement.",
    breaks=[{"placement_location": "OUT", "placement_la": "Fernshire"}],
    keeps=[{"placement_location": "IN", "placement_la": "Fernshire"}],
    needs_authority=True,
)
def place_and_authority(at: At) -> str:
    """Asked only where it is known whose lists these are."""
    own = ", ".join("'" + name.lower().replace("'", "''") + "'" for name in at.own_names)
    here = f"lower(t.placement_la) IN ({own})"
    return (
        f"((t.placement_location = 'IN' AND NOT {here} AND t.placement_la <> 'CON') "
        f"OR (t.placement_location = 'OUT' AND {here}))"
    )


@check(
    "W29",
    "error",
    "children_in_care",
    "return_interview_offered",
    uses="missing_episodes_12_months return_interview_offered return_interview_accepted",
    means="What is said of the return interview does not fit: accepted but not offered, missing "
    "without an answer, or offered though never missing.",
    remedy="Put right the number of times missing, or the two answers.",
    breaks=[{"missing_episodes_12_months": 2}],
    keeps=[{"missing_episodes_12_months": 2, "return_interview_offered": "N"}],
)
def return_interview(at: At) -> str:
    """Offer and acceptance belong to the last time missing."""
    offered, taken = "t.return_interview_offered", "t.return_interview_accepted"
    times = "t.missing_episodes_12_months"
    return (
        f"(({taken} = 'Y' AND {offered} IS DISTINCT FROM 'Y' "
        f"AND NOT {offered}__unread) "
        f"OR ({times} > 0 AND {blank('return_interview_offered')}) "
        f"OR ({times} = 0 AND {offered} = 'Y'))"
    )


@check(
    "W31",
    "query",
    "children_in_care",
    "placement_type",
    uses="placement_type legal_status",
    means="The placement and the legal status do not go together.",
    remedy="See which of the two is wrong: P1 needs a care order; A5 and A6 a placement order.",
    breaks=[{"placement_type": "P1", "legal_status": "V2"}],
    keeps=[{"placement_type": "P1", "legal_status": "C2"}],
)
def placement_and_legal_status(at: At) -> str:
    """P1 is under a care order; A5 and A6 under a placement or freeing order; A3, A4 by consent."""
    by_order = "t.placement_type IN ('A5', 'A6') AND t.legal_status NOT IN ('E1', 'D1')"
    by_consent = "t.placement_type IN ('A3', 'A4') AND t.legal_status NOT IN ('E1', 'D1', 'V2')"
    home = "t.placement_type = 'P1' AND t.legal_status = 'V2'"
    return f"(({home}) OR ({by_order}) OR ({by_consent}))"


@check(
    "W32",
    "query",
    "children_in_care",
    "placement_urn",
    uses="placement_type placement_urn",
    means="The setting is one that Ofsted registers, and has no URN.",
    remedy="Fill in Ofsted's number of the setting.",
    breaks=[{"placement_type": "K2"}],
    keeps=[{"placement_type": "K2", "placement_urn": "SC000001"}],
)
def setting_without_urn(at: At) -> str:
    """Homes, secure homes, supported accommodation and residential schools have numbers."""
    kinds = "'K1', 'K2', 'H5', 'R1', 'S1'"
    return f"t.placement_type IN ({kinds}) AND {blank('placement_urn')}"


@check(
    "W32",
    "query",
    "children_in_care",
    "placement_type",
    uses="placement_type date_of_birth",
    means="A child under 16 is in a placement for those of 16 and over (H5, P2).",
    remedy="Put right the placement or the date of birth; if it is so, act on it.",
    breaks=[{"placement_type": "P2", "date_of_birth": "2012-01-01"}],
    keeps=[{"placement_type": "P2", "date_of_birth": "2009-01-01"}],
)
def too_young_for_the_placement(at: At) -> str:
    """Since 2021 a child under 16 may not be placed in unregulated settings."""
    return f"t.placement_type IN ('H5', 'P2') AND {birthday(16)} > {at.day}"


@check(
    "W33",
    "error",
    "care_leavers",
    "date_of_birth",
    uses="date_of_birth",
    means="The young person is under 16, or 25 or over.",
    remedy="See whether the date of birth is right; if so, take the row out.",
    breaks=[{"date_of_birth": "2001-10-31"}],
    keeps=[{"date_of_birth": "2001-11-01"}],
)
def not_of_the_age(at: At) -> str:
    """Leaving care services are for those from 16 to 24."""
    return f"({birthday(16)} > {at.day} OR {birthday(25)} <= {at.day})"


@check(
    "W34",
    "query",
    "care_leavers",
    "eligibility",
    uses="eligibility date_of_birth",
    means="The category does not fit the age.",
    remedy="Relevant and eligible are under 18; former relevant is 18 or over.",
    breaks=[{"eligibility": "RELEVANT", "date_of_birth": "2008-10-31"}],
    keeps=[{"eligibility": "RELEVANT", "date_of_birth": "2008-11-01"}],
)
def category_and_age(at: At) -> str:
    """By the Children (Leaving Care) Act 2000."""
    grown = f"{birthday(18)} <= {at.day}"
    return (
        f"((t.eligibility IN ('RELEVANT', 'ELIGIBLE') AND {grown}) "
        f"OR (t.eligibility = 'FORMER_RELEVANT' AND NOT {grown}))"
    )


@check(
    "W35",
    "query",
    "care_leavers",
    "in_touch",
    uses="in_touch accommodation_type accommodation_suitability activity_status",
    means="In touch, and accommodation, its suitability or activity is blank; or the reverse.",
    remedy="Fill in what is known, or put right whether the authority is in touch.",
    breaks=[{"in_touch": "YES", "accommodation_type": "U", "accommodation_suitability": "1"}],
    keeps=[{"in_touch": "NO"}],
)
def touch_and_what_is_known(at: At) -> str:
    """What is known of a young person comes from being in touch."""
    names = ("accommodation_type", "accommodation_suitability", "activity_status")
    some_blank = " OR ".join(blank(n) for n in names)
    some_there = " OR ".join(filled(n) for n in names)
    return f"((t.in_touch = 'YES' AND ({some_blank})) OR (t.in_touch = 'NO' AND ({some_there})))"


@check(
    "W36",
    "query",
    "care_leavers",
    "accommodation_suitability",
    uses="accommodation_type accommodation_suitability",
    means="No fixed abode, bed and breakfast or emergency accommodation is marked as suitable.",
    remedy="See which of the two is right.",
    breaks=[{"accommodation_type": "W", "accommodation_suitability": "1"}],
    keeps=[{"accommodation_type": "W", "accommodation_suitability": "2"}],
)
def hardly_suitable(at: At) -> str:
    """S, V and W are hardly ever suitable."""
    return "t.accommodation_type IN ('S', 'V', 'W') AND t.accommodation_suitability = '1'"
