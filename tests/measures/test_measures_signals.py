"""Signals: who is raised and who is not, the sentence, and the order."""

from __future__ import annotations

from measured_lists import opened

from sightline.measures.columns_used import everything_set
from sightline.measures.settings import Settings
from sightline.measures.signals.late_steps import late_steps
from sightline.measures.signals.library import all_signals
from sightline.measures.signals.raised import Sign, every_sign, signs, unavailable


def raised(key: str, settings: Settings | None = None, **lists: str) -> dict[str, Sign]:
    """The signs of one signal by child."""
    (one,) = (s for s in all_signals() if s.key == key)
    with opened(**lists) as data:
        assert unavailable(one, data, settings or Settings()) == ""
        return {sign.child_id: sign for sign in signs(data, [one], settings or Settings())}


def test_a_plan_is_old_from_15_months_and_says_which_mark_it_has_passed() -> None:
    found = raised("old-protection-plan", child_protection="""
    child_id | plan_start_date | plan_end_date
    at15     | 2025-07-31      |
    under15  | 2025-08-01      |
    at18     | 2025-04-30      |
    at24     | 2024-10-31      |
    ended    | 2024-01-01      | 2026-01-01
    """)  # fmt: skip
    assert {k: s.because for k, s in found.items()} == {
        "at15": "The child protection plan began on 31 July 2025, 15 months ago: past 15 months.",
        "at18": "The child protection plan began on 30 April 2025, 18 months ago: past 18 months.",
        "at24": "The child protection plan began on 31 October 2024, 24 months ago: past 24 months.",
    }


def test_what_has_gone_on_longest_comes_first() -> None:
    found = raised("old-protection-plan", child_protection="""
    child_id | plan_start_date | plan_end_date
    young    | 2025-01-31      |
    old      | 2023-01-31      |
    """)  # fmt: skip
    assert list(found) == ["old", "young"]


def test_help_for_a_disability_is_no_drift() -> None:
    found = raised("old-need", children_in_need="""
    child_id | cin_start_date | cin_closure_date | case_status | primary_need
    drifts   | 2024-01-01     |                  | CIN         | N1
    disabled | 2024-01-01     |                  | CIN         | N2
    incare   | 2024-01-01     |                  | CLA         | N1
    """)  # fmt: skip
    assert list(found) == ["drifts"]


def test_a_plan_that_comes_again_says_how_many_were_before() -> None:
    found = raised("repeat-plan", child_protection="""
    child_id | plan_start_date | plan_end_date | previous_plans
    second   | 2026-03-24      |               | 1
    third    | 2026-03-24      |               | 2
    first    | 2026-03-24      |               | 0
    ended    | 2026-03-24      | 2026-09-01    | 1
    """)  # fmt: skip
    assert found["second"].because.endswith("after one plan before it.")
    assert found["third"].because.endswith("after 2 plans before it.")
    assert set(found) == {"second", "third"}


def test_a_desk_is_no_social_worker() -> None:
    found = raised("unallocated-need", children_in_need="""
    child_id | cin_start_date | cin_closure_date | allocated_worker
    blank    | 2026-01-01     |                  |
    desk     | 2026-01-01     |                  | Duty Team
    person   | 2026-01-01     |                  | Ann Able
    closed   | 2026-01-01     | 2026-02-01       |
    """)  # fmt: skip
    assert set(found) == {"blank", "desk"}


def test_not_seen_since_the_start_waits_ten_working_days() -> None:
    found = raised("never-seen-plan", child_protection="""
    child_id | plan_start_date | plan_end_date | last_visit_date
    unseen   | 2026-10-16      |               |
    before   | 2026-10-01      |               | 2026-09-30
    seen     | 2026-10-01      |               | 2026-10-01
    new      | 2026-10-19      |               |
    """)  # fmt: skip
    assert set(found) == {"unseen", "before"}


def test_not_seen_since_the_worker_changed_four_weeks_ago() -> None:
    found = raised("no-progress-since-change", children_in_need="""
    child_id | cin_start_date | cin_closure_date | last_seen_date
    stalls   | 2026-01-01     |                  | 2026-09-01
    moves    | 2026-01-01     |                  | 2026-10-04
    settled  | 2026-01-01     |                  | 2026-09-01
    """, local_worker_episodes="""
    child_id | worker_id | worker_role   | started_on | ended_on   | handed_over_on
    stalls   | W1        | social_worker | 2026-01-01 | 2026-10-03 |
    stalls   | W2        | social_worker | 2026-10-03 |            |
    moves    | W1        | social_worker | 2026-01-01 | 2026-10-03 |
    moves    | W2        | social_worker | 2026-10-03 |            |
    settled  | W1        | social_worker | 2026-01-01 |            |
    """)  # fmt: skip
    assert set(found) == {"stalls"}
    assert found["stalls"].because == (
        "A new social worker began on 3 October 2026, 28 days ago, and no hand-over is recorded: "
        "seen last on 1 September 2026."
    )


def test_supervision_lapses_by_the_local_standard_alone() -> None:
    lists = {
        "children_in_need": """
    child_id | cin_start_date | cin_closure_date
    lapsed   | 2026-01-01     |
    current  | 2026-01-01     |
    never    | 2026-01-01     |
    closed   | 2026-01-01     | 2026-02-01
    """,
        "local_supervision": """
    child_id | session_kind | held_on    | status
    lapsed   | child        | 2026-10-02 | held
    current  | child        | 2026-10-03 | held
    """,
    }
    found = raised("supervision-lapsed", everything_set(), **lists)
    assert set(found) == {"lapsed", "never"}
    (one,) = (s for s in all_signals() if s.key == "supervision-lapsed")
    with opened(**lists) as data:
        assert "No local standard is set" in unavailable(one, data, Settings())
        assert signs(data, [one], Settings()) == []


def test_into_care_after_a_plan_ended() -> None:
    found = raised("down-and-up", child_protection="""
    child_id | plan_start_date | plan_end_date
    up       | 2025-01-01      | 2026-06-08
    same     | 2025-01-01      | 2026-06-08
    """, children_in_care="""
    child_id | cla_start_date | cla_end_date
    up       | 2026-09-28     |
    same     | 2026-06-08     |
    """)  # fmt: skip
    assert set(found) == {"up"}
    assert (
        "ended on 8 June 2026; the child came into care on 28 September 2026" in found["up"].because
    )


def test_home_from_care_with_nothing_open() -> None:
    found = raised("home-without-plan", children_in_care="""
    child_id | cla_start_date | cla_end_date | cla_end_reason
    alone    | 2025-01-01     | 2026-08-01   | E4A
    helped   | 2025-01-01     | 2026-08-01   | E4A
    adopted  | 2025-01-01     | 2026-08-01   | E11
    longago  | 2025-01-01     | 2026-04-29   | E4A
    """, children_in_need="""
    child_id | cin_start_date | cin_closure_date | case_status
    helped   | 2026-08-01     |                  | CIN
    """)  # fmt: skip
    assert set(found) == {"alone"}


def test_two_late_steps_in_a_row() -> None:
    lists = {
        "assessments": """
    child_id | assessment_start_date | assessment_authorised_date
    both     | 2026-05-01            | 2026-09-01
    one      | 2026-05-01            | 2026-09-01
    """,
        "section_47": """
    child_id | strategy_discussion_date | icpc_unnecessary | icpc_date
    both     | 2026-09-01               | N                | 2026-10-01
    one      | 2026-09-01               | N                | 2026-09-10
    """,
        "child_protection": "child_id | plan_start_date | plan_end_date\nx | 2026-01-01 | 2026-02-01",
    }
    with opened(**lists) as data:
        (sign,) = late_steps(data, Settings())
    # 45 working days from 1 May (bank holidays on 4 and 25 May) are 7 July; 1 September is 56 days
    # after. 15 from 1 September are 22 September; 1 October is 9 days after.
    assert sign.child_id == "both"
    assert sign.because == (
        "Assessment due on 7 July 2026, done 56 days late; then initial conference due on "
        "22 September 2026, done 9 days late."
    )


def test_data_with_less_give_the_signals_that_they_can() -> None:
    plans = "child_id | plan_start_date | plan_end_date\nA | 2024-01-01 |"
    with opened(child_protection=plans) as data:
        assert [s.signal for s in every_sign(data, Settings())] == ["old-protection-plan"]
