"""Duties: seventy working days and the rest, stated dates, and receipt against publication."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from regime_chains import day, focused, in_order, inspection, joint, monitoring

from sightline.regime.duties import (
    RULES,
    SELF_EVALUATION,
    Duty,
    duties,
    meeting_duties,
    open_duties,
    yearly_duties,
)
from sightline.regime.history import Event
from sightline.regime.visits import Kind

JOINT_LETTERS = [
    ("24 Aug 2018", "3 Dec 2018"),
    ("9 Nov 2018", "20 Feb 2019"),
    ("23 Nov 2018", "6 Mar 2019"),
    ("15 Jan 2019", "25 Apr 2019"),
    ("29 Jan 2019", "10 May 2019"),
    ("8 Mar 2019", "20 Jun 2019"),
    ("2 Aug 2019", "11 Nov 2019"),
    ("23 Aug 2019", "2 Dec 2019"),
    ("14 Jul 2023", "23 Oct 2023"),
    ("1 Sep 2023", "8 Dec 2023"),
]


def printed(text: str) -> date:
    """A date as a letter prints it."""
    return datetime.strptime(text, "%d %b %Y").date()


def by_id(event: Event) -> dict[str, Duty]:
    """An event's duties by their ids."""
    return {duty.rule.id: duty for duty in duties([event])}


@pytest.mark.parametrize(("published", "due"), JOINT_LETTERS)
def test_seventy_working_days_as_joint_letters_state_them(published: str, due: str) -> None:
    """Ten letters state a date that is exactly 70 working days after publication."""
    letter = replace(joint("2018-01-01"), published=printed(published))
    assert by_id(letter)["joint_statement"].due == printed(due)


def test_a_date_stated_in_the_letter_beats_the_calculation() -> None:
    """St Helens, August 2018: the letter gives 23 and 83 working days, not 20 and 70."""
    letter = focused(
        "2018-07-11",
        priority=3,
        published=day("2018-08-08"),
        received=day("2018-08-07"),
        stated_due_dates={
            "draft_action_plan": day("2018-09-10"),
            "final_action_plan": day("2018-12-03"),
        },
    )
    found = by_id(letter)
    assert found["draft_action_plan"].due == day("2018-09-10")
    assert found["final_action_plan"].due == day("2018-12-03")
    # from 7 August: 18 days to 31 August less the 27th is 17, and 3 to 5 September makes 20
    assert found["draft_action_plan"].computed == day("2018-09-05")
    assert found["final_action_plan"].stated == day("2018-12-03")
    assert (
        "The date stated in the document is used, not the count."
        in found["final_action_plan"].reasons
    )


def test_receipt_is_not_publication() -> None:
    """Bath and North East Somerset: published 5 August 2025, yet the plan was due 21 November."""
    report = inspection("2025-06-09", in_order("GGGGG"), published="2025-08-05")
    by_publication = by_id(report)["written_statement"]
    assert by_publication.due == day("2025-11-12")
    assert by_publication.base_name == "published"
    assert any("received it is not known" in reason for reason in by_publication.reasons)
    # 21 November is 70 working days after 14 August, so that would be the day of receipt
    by_receipt = by_id(replace(report, received=day("2025-08-14")))["written_statement"]
    assert by_receipt.due == day("2025-11-21")
    assert by_receipt.base_name == "received"
    assert not any("not known" in reason for reason in by_receipt.reasons)


def test_a_report_is_published_within_thirty_working_days() -> None:
    """Received on 1 May 2025: two bank holidays in May push it to 16 June."""
    # May: 2, 6-9, 12-16, 19-23, 27-30 is 1+4+5+5+4 = 19; June: 2-6, 9-13 is 10; 16 June is 30
    report = replace(inspection("2025-03-10", in_order("GGGGG")), received=day("2025-05-01"))
    assert by_id(report)["publish_report"].due == day("2025-06-16")


def test_every_graded_inspection_raises_both_duties_whatever_its_grade() -> None:
    """The written statement is not only for the inadequate."""
    good = by_id(inspection("2025-06-09", in_order("GGGGG"), published="2025-08-05"))
    assert set(good) == {"publish_report", "written_statement"}


def test_a_focused_visit_raises_duties_only_with_priority_action() -> None:
    """Without an area for priority action no plan is due."""
    assert duties([focused("2023-03-01")]) == []
    raised = by_id(focused("2023-03-01", priority=1, letter_date=day("2023-05-09")))
    assert set(raised) == {"draft_action_plan", "final_action_plan"}
    # 9 May 2023 and 20 working days, the 29th a bank holiday: 3 + 5 + 5 + 4 + 3 = 20, 7 June
    assert raised["draft_action_plan"].due == day("2023-06-07")
    assert raised["draft_action_plan"].base_name == "letter_date"


def test_monitoring_and_undated_visits() -> None:
    """A monitoring visit raises none; with no date at all a duty has no date, and says so."""
    assert duties([monitoring("2023-03-01")]) == []
    undated = duties([Event(Kind.INSPECTION, framework="ILACS")])
    assert [duty.due for duty in undated] == [None, None]
    assert undated[0].reasons == ("No date is known to count from.",)


def test_open_duties_are_those_raised_and_not_yet_due() -> None:
    """Before publication nothing is raised; after the last due date nothing is open."""
    report = inspection("2025-06-09", in_order("GGGGG"), published="2025-08-05")
    assert open_duties([report], date(2025, 8, 4)) == []
    # 30 working days from 5 August, the 25th a bank holiday, end on 17 September
    assert [d.due for d in open_duties([report], date(2025, 8, 5))] == [
        date(2025, 9, 17),
        date(2025, 11, 12),
    ]
    assert [d.rule.id for d in open_duties([report], date(2025, 9, 18))] == ["written_statement"]
    assert open_duties([report], date(2025, 11, 13)) == []


def test_the_annual_meeting() -> None:
    """Ofsted writes within a month, clamped at the month's end; the self-evaluation is yearly."""
    (letter,) = meeting_duties(date(2026, 1, 31))
    assert letter.due == date(2026, 2, 28)
    (yearly,) = yearly_duties()
    assert yearly.due is None
    assert yearly.rule is SELF_EVALUATION


def test_a_wrong_duty_is_refused() -> None:
    """An unknown base, or both working days and months, cannot be declared."""
    with pytest.raises(ValueError, match="bases are"):
        replace(RULES[0], bases=("guessed",))
    with pytest.raises(ValueError, match="not both"):
        replace(RULES[0], months=1)
