"""The timetable: what is expected, in which order, on which events, for awkward histories."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from regime_chains import (
    COVENTRY,
    GOOD,
    IMPROVE,
    INADEQUATE,
    LEEDS,
    LEICESTER,
    LEICESTERSHIRE,
    NOTTINGHAMSHIRE,
    authority,
    day,
    expect,
    focused,
    in_order,
    inspection,
    joint,
    monitoring,
    told,
    without_overall,
)

from sightline.regime.expected import NOTE
from sightline.regime.history import Event
from sightline.regime.timetable import next_events
from sightline.regime.visits import Step, Topic
from sightline.regime.windows import can_start

INSPECTIONS = (Step.SHORT_INSPECTION, Step.STANDARD_INSPECTION, Step.REINSPECTION)


def test_good_expects_one_focused_visit_then_a_short_inspection() -> None:
    """Windows of the visit: 12, 20.5 and 33 months after 21 February 2022."""
    found = expect("2022-06-01", GOOD)
    visit = found[Step.FOCUSED_VISIT]
    # 20 months on is 21 October 2023, and half of 30.44 days is 15 more
    assert visit.calibrated == (day("2023-02-21"), day("2023-11-05"), day("2024-11-21"))
    assert visit.nominal == (day("2022-11-21"), day("2024-08-21"))
    assert found[Step.SHORT_INSPECTION].nominal == (day("2024-08-21"), day("2025-08-21"))


def test_requires_improvement_expects_two_visits_one_after_the_other() -> None:
    """First 8, 14.6 and 35 months on; then 24, 28.4 and 35; then none."""
    first = expect("2022-06-01", IMPROVE)[Step.FOCUSED_VISIT]
    second = expect("2023-06-01", IMPROVE, focused("2023-04-18"))[Step.FOCUSED_VISIT]
    assert first.rules[0] == "F-first"
    # 14 months on is 21 April 2023, and 0.6 of 30.44 days is 18 more
    assert first.calibrated == (day("2022-10-21"), day("2023-05-09"), day("2025-01-21"))
    assert second.rules[0] == "F-second"
    # 28 months on is 21 June 2024, and 0.4 of 30.44 days is 12 more
    assert second.calibrated == (day("2024-02-21"), day("2024-07-03"), day("2025-01-21"))
    done = expect("2024-08-01", IMPROVE, focused("2023-04-18"), focused("2024-06-04"))
    assert Step.FOCUSED_VISIT not in done
    assert "unlikely, though nothing forbids one" in told(done[Step.STANDARD_INSPECTION])


def test_a_joint_inspection_counts_for_a_focused_visit() -> None:
    """One joint inspection after a good grade, or one of each otherwise, is the usual number."""
    assert Step.FOCUSED_VISIT not in expect("2023-06-01", GOOD, joint("2023-05-15"))
    both = expect("2024-06-01", IMPROVE, joint("2023-05-15"), focused("2024-04-16"))
    assert Step.FOCUSED_VISIT not in both
    one = expect("2023-06-01", IMPROVE, joint("2023-05-15"))
    assert one[Step.FOCUSED_VISIT].rules[0] == "F-second"


def test_inadequate_expects_monitoring_and_no_focused_visit() -> None:
    """The first monitoring visit follows the plan's deadline, 70 working days on."""
    found = expect("2022-06-01", INADEQUATE)
    assert Step.FOCUSED_VISIT not in found
    visit = found[Step.MONITORING_VISIT]
    assert visit.what == "monitoring visit 1"
    # 19 April 2022 and 70 working days: April 20 to 29 is 8; May has 21 (the 2nd is a holiday),
    # June 20 (the 2nd and 3rd are), July 21; that is 70, so 29 July
    assert visit.nominal == (day("2022-07-29"), day("2022-08-26"))
    assert "may not be published" in told(visit)
    again = found[Step.STANDARD_INSPECTION]
    assert again.nominal is None
    # 910, 1,211 and 1,379 days after 21 February 2022
    assert again.calibrated == (day("2024-08-19"), day("2025-06-16"), day("2025-12-01"))


def test_monitoring_is_an_assumption_where_there_is_no_overall_grade() -> None:
    """From April 2026 an inadequate part is taken to start it, and the plan's date is a guess."""
    last = replace(without_overall("2026-05-11", "OGGI"), end=day("2026-05-22"))
    visit = expect("2026-06-01", last)[Step.MONITORING_VISIT]
    assert visit.confidence == "low"
    assert visit.nominal == (day("2026-10-22"), day("2026-11-19"))  # five months, four weeks
    assert "not known, so the plan's deadline is taken as five months" in told(visit)


def test_later_monitoring_visits_follow_the_last_and_end_at_six() -> None:
    """Quarterly in name; the ordinal counts where some are not in the history."""
    second = expect("2022-11-01", INADEQUATE, monitoring("2022-10-11"))[Step.MONITORING_VISIT]
    assert second.what == "monitoring visit 2"
    assert second.calibrated
    assert second.calibrated[0] == day("2023-01-11")
    assert second.calibrated[2] == day("2023-04-11")
    sixth = expect("2024-03-01", INADEQUATE, monitoring("2024-02-21", 5))[Step.MONITORING_VISIT]
    assert sixth.what == "monitoring visit 6"
    done = expect("2024-09-01", INADEQUATE, monitoring("2024-07-02", 6))
    assert list(done) == [Step.STANDARD_INSPECTION]


def test_before_september_2018_the_re_inspection_has_a_nominal_window() -> None:
    """Leicester, 2015: 24 months from the plan's deadline, 70 working days after 20 March."""
    found = next_events(authority("Leicester"), LEICESTER[:1], date(2015, 9, 1))
    again = next(item for item in found if item.step is Step.REINSPECTION)
    # 20 March 2015: 7 to the end of March, 20 in April, 19 in May, 22 in June, 2 in July
    assert again.nominal == (day("2015-07-02"), day("2017-07-02"))


def test_priority_action_brings_a_standard_inspection_forward() -> None:
    """9, 14 and 19 months after the visit, and perhaps another visit first."""
    visit = focused("2023-03-01", priority=2)
    found = expect("2023-06-01", GOOD, visit)
    next_one = found[Step.STANDARD_INSPECTION]
    assert next_one.rules == ("R1a", "C-priority-action")
    assert next_one.calibrated == (day("2023-12-01"), day("2024-05-01"), day("2024-10-01"))
    assert visit in next_one.events
    again = found[Step.FOCUSED_VISIT]
    assert again.rules == ("F-priority-action", "C-priority-action-visit")
    assert again.calibrated == (day("2023-07-01"), day("2024-01-01"), day("2024-08-01"))
    assert again.confidence == "low"


def test_another_visit_after_priority_action_is_the_last_expected() -> None:
    """Once there has been one, what is left is the inspection."""
    events = (GOOD, focused("2023-03-01", priority=2), focused("2023-11-07"))
    assert list(expect("2024-01-01", *events)) == [Step.STANDARD_INSPECTION]


def test_priority_action_late_in_a_cycle_does_not_put_the_inspection_back() -> None:
    """The usual window stands where it is the sooner, or where the other has gone by."""
    late = expect("2024-09-01", IMPROVE, focused("2024-08-27", priority=1))
    assert late[Step.STANDARD_INSPECTION].rules[-1] == "C-requires-improvement"
    gone = expect("2024-06-01", IMPROVE, focused("2022-09-27", priority=1))
    assert gone[Step.STANDARD_INSPECTION].rules[-1] == "C-requires-improvement"


def test_open_duties_come_with_the_rest() -> None:
    """A report published in April 2022 raises two duties that are open in May."""
    # 19 April and 30 working days: 8 in April, 21 in May (the 2nd is a holiday), 1 in June
    found = next_events(authority("Leicester"), [INADEQUATE], date(2022, 5, 3))
    open_ones = [item for item in found if item.step is Step.DUTY]
    assert [item.likely for item in open_ones] == [day("2022-06-01"), day("2022-07-29")]
    assert all(item.earliest == item.latest for item in open_ones)
    assert [item.likely for item in found] == sorted(item.likely for item in found)


def test_topics_in_order_with_reasons() -> None:
    """Past visits order them; a weaker part, a named need and an earlier visit move them."""
    plain = expect("2022-06-01", IMPROVE)[Step.FOCUSED_VISIT].topics
    # of 165 visits where improvement was required: 52, 51, 18, 15, 12, 3, 2
    assert [likely.topic for likely in plain] == [
        Topic.CIN_CP,
        Topic.FRONT_DOOR,
        Topic.CARE_LEAVERS,
        Topic.CHILDREN_IN_CARE,
        Topic.PERMANENCE,
        Topic.VULNERABLE_ADOLESCENTS,
        Topic.OLDER_CHILDREN_PLACEMENTS,
    ]
    assert round(plain[1].share, 2) == 0.31
    visited = expect("2023-06-01", IMPROVE, focused("2023-04-18", Topic.CIN_CP))
    assert visited[Step.FOCUSED_VISIT].topics[0].topic is Topic.FRONT_DOOR
    named = expect("2022-06-01", replace(IMPROVE, needs=(Topic.CARE_LEAVERS,)))
    # 18 of 165 doubled is 36, still third; the reason says why it weighs more
    third = named[Step.FOCUSED_VISIT].topics[2]
    assert third.topic is Topic.CARE_LEAVERS
    assert "It is among what needs to improve." in third.reasons


def test_a_weaker_part_comes_forward() -> None:
    """Good in every part but for care leavers: 22 of 112 by 1.5 is 33, before 31."""
    last = inspection("2024-02-19", in_order("GGGGR"))
    topics = expect("2024-06-01", last)[Step.FOCUSED_VISIT].topics
    assert topics[0].topic is Topic.CARE_LEAVERS
    assert any("lower grade" in reason for reason in topics[0].reasons)


CHAINS = st.sampled_from([LEICESTER, LEICESTERSHIRE, LEEDS, NOTTINGHAMSHIRE, COVENTRY])


@given(CHAINS, st.dates(date(2014, 6, 1), date(2032, 12, 31)))
def test_every_answer_carries_what_it_must(chain: tuple[Event, ...], as_of: date) -> None:
    """At any date: dates ahead and in order, rules, events, reasons, confidence and the note."""
    for item in next_events(authority("Leicester"), chain, as_of):
        assert as_of <= item.earliest <= item.likely <= item.latest
        assert item.rules
        assert item.events
        assert item.reasons
        assert item.confidence_words
        assert item.note == NOTE == "Ofsted decides; this is an estimate."
        assert len(item.rule_sets) == 2
        assert item.nominal or item.calibrated
        assert all(event.when and event.when <= as_of for event in item.events)
        if item.step in INSPECTIONS:
            assert can_start(item.earliest)
            assert can_start(item.latest)


@given(CHAINS, st.dates(date(2014, 6, 1), date(2032, 12, 31)))
def test_reasons_are_plain_sentences(chain: tuple[Event, ...], as_of: date) -> None:
    """No computer's dates and no code words: each reason is a sentence to be read."""
    for item in next_events(authority("Leicester"), chain, as_of):
        for reason in item.reasons:
            assert reason[0].isupper() or reason[0].isdigit()
            assert reason.endswith(".")
            assert "_" not in reason
            assert "None" not in reason


def test_an_answer_without_reasons_or_with_dates_backwards_is_refused() -> None:
    """Such an estimate cannot be made."""
    item = expect("2022-06-01", GOOD)[Step.SHORT_INSPECTION]
    with pytest.raises(ValueError, match="run backwards"):
        replace(item, earliest=item.latest, latest=item.earliest)
    with pytest.raises(ValueError, match="give a rule"):
        replace(item, reasons=())
