"""A scope sentence names one topic first; what narrows it does not change it."""

from __future__ import annotations

import pytest

from sightline.reports.topics import cohorts_in, topic_of

START = "Inspectors looked at the local authority’s arrangements for "
SCOPES = [
    (START + "the ‘front door’.", "front_door"),
    (START + "children in need and those subject to a child protection plan.", "cin_cp"),
    (
        START + "children in need, including children helped by the disabled children’s service.",
        "cin_cp",
    ),
    (START + "care leavers aged 18 to 25.", "care_leavers"),
    (START + "children in care, including the quality of permanence planning.", "children_in_care"),
    (START + "planning and achieving permanence for children in care.", "permanence"),
    (START + "providing help and protection for vulnerable adolescents.", "vulnerable_adolescents"),
    (START + "children at risk of extra-familial harm.", "vulnerable_adolescents"),
    (
        "Inspectors looked at placement decision-making for older children.",
        "older_children_placements",
    ),
    (
        "Inspectors evaluated the help and protection provided to families at the ‘front door’.",
        "front_door",
    ),
    (
        "Inspectors considered arrangements for children who need help and protection. Specifically, "
        "inspectors looked at the ‘front door’ arrangements for contacts and referrals.",
        "front_door",
    ),
    ("The focus of this visit was on the arrangements for contacts and referrals.", "front_door"),
    (START + "children who need help and protection.", "cin_cp"),
    ("Inspectors looked at the weather.", "other"),
]


@pytest.mark.parametrize(("scope", "topic"), SCOPES)
def test_topics(scope: str, topic: str) -> None:
    """One topic for each sentence."""
    assert topic_of(scope) == topic


def test_cohorts() -> None:
    """Every group named, in a fixed order, whatever the apostrophes and line breaks."""
    text = (
        "children helped by the disabled\nchildren’s service, and those who are privately fostered"
    )
    assert cohorts_in(text) == ["disabled children", "privately fostered children"]
    assert cohorts_in("the quality of plans") == []
