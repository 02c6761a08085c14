"""Pathways: who sets out, who has arrived, who still waits; never a mean over those who arrived."""

from __future__ import annotations

from measured_lists import AS_AT, opened

from sightline.measures.pathways.curves import curves, in_words, unavailable
from sightline.measures.pathways.declare import Pathway
from sightline.measures.pathways.library import all_pathways
from sightline.measures.settings import Settings


def by_key(key: str) -> Pathway:
    return next(p for p in all_pathways() if p.key == key)


# Ten set out in the window: five took 20 days, and five still wait, since 29 July (94 days).
TEN = "\n".join(
    ["child_id | assessment_start_date | assessment_authorised_date | allocated_team"]
    + [f"done{n} | 2026-06-01 | 2026-06-21 | North" for n in range(5)]
    + [f"wait{n} | 2026-07-29 | | South" for n in range(5)]
    + ["old | 2026-01-01 | | South", "future | 2026-12-01 | | South",
       "wrong | 2026-06-10 | 2026-06-01 | South"]
)  # fmt: skip


def test_those_who_still_wait_are_counted() -> None:
    with opened(assessments=TEN) as data:
        (whole,) = curves(data, by_key("assessment"), Settings()).curves
    assert (whole.waits.children, whole.waits.ended) == (10, 5)
    # Half had arrived by day 20: the median is reached, and half still wait on day 90.
    assert whole.waits.median.day == 20
    at = whole.waits.at(90)
    assert at is not None
    assert at.share == 0.5
    # The one from before the window waits too, since 1 January: 303 days.
    assert (whole.waiting, whole.longest) == (6, 303)
    assert " ".join(in_words(whole)) == (
        "Half of 10 had arrived within 20 days. 6 are waiting now, the longest for 303 days."
    )


def test_teams_are_followed_apart_in_the_order_of_their_names() -> None:
    with opened(assessments=TEN) as data:
        found = curves(data, by_key("assessment"), Settings(), "team")
    assert [c.group for c in found.curves] == ["All", "North", "South"]
    assert [c.waits.children for c in found.curves] == [10, 5, 5]
    assert found.compared is not None


def test_a_child_whose_plan_changed_waits_no_longer() -> None:
    adoption = """
    child_id | entered_care_date | should_be_placed_date | placement_order_date | match_date | placed_date | adoption_order_date | no_longer_placed_date
    matched  | 2025-06-01        | 2025-12-01            | 2026-01-01           | 2026-03-01 |             |                     |
    waits    | 2025-06-01        | 2025-12-01            | 2026-01-01           |            |             |                     |
    changed  | 2025-06-01        | 2025-12-01            | 2026-01-01           |            |             |                     | 2026-02-01
    """
    with opened(adoption=adoption, children_in_care="child_id | placement_type\nx | U1") as data:
        (whole,) = curves(data, by_key("order-to-match"), Settings()).curves
    # 1 January to 1 March 2026 are 59 days; the plan that changed left after 31.
    assert [(s.day, s.ended) for s in whole.waits.steps if s.ended] == [(59, 1)]
    assert whole.waits.children == 3
    assert (whole.waiting, whole.longest) == (1, (AS_AT - AS_AT.replace(month=1, day=1)).days)


def test_data_that_lack_the_list_are_said_to() -> None:
    with opened(assessments=TEN) as data:
        assert "list 5" in unavailable(by_key("enquiry-to-conference"), data)
        assert unavailable(by_key("assessment"), data) == ""
