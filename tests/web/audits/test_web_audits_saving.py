"""Saving answers: every save kept, two at once told, data named as the source, a child made safe."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

pytestmark = pytest.mark.django_db


def save(audit: Any, person: Any, question: str, base: int = 0, **parts: str) -> Any:
    from sightline.web.audits.saving import save as saved

    return saved(audit, person, audit.declared.question(question), parts, base)


def test_every_save_is_kept_and_the_last_is_the_answer(audit: Any) -> None:
    one = audit()
    assert save(one, one.auditor, "worker_knew", value="no").version == 1
    assert save(one, one.auditor, "worker_knew", base=1, value="yes").version == 2
    one.refresh_from_db()
    assert one.answers == {"worker_knew": {"value": "yes"}}
    assert [row.value["value"] for row in one.saves.all()] == ["no", "yes"]
    assert one.state == one.STARTED
    assert one.touched_by == one.auditor


def test_who_saves_over_what_another_saved_since_is_told_of_it(audit: Any, person: Any) -> None:
    from sightline.web.audits.saving import Clash

    one, lead = audit(), person("qa_lead")
    save(one, one.auditor, "worker_knew", value="no")
    clash = save(one, lead, "worker_knew", base=0, value="yes")
    assert clash == Clash({"value": "no"}, one.auditor.name, one.saves.get().at, 1)
    assert one.saves.count() == 1


def test_the_same_answer_again_is_no_new_save(audit: Any) -> None:
    one = audit()
    save(one, one.auditor, "worker_knew", value="no")
    again = save(one, one.auditor, "worker_knew", base=0, value="no")
    assert (again.version, again.new) == (1, False)
    assert one.saves.count() == 1


@pytest.mark.parametrize(
    ("question", "parts"),
    [("worker_knew", {"value": "perhaps"}), ("now_plan", {"value": "Good", "impact": "huge"})],
)
def test_what_cannot_be_an_answer_is_refused(
    audit: Any, question: str, parts: dict[str, str]
) -> None:
    one = audit()
    with pytest.raises(ValueError, match="Choose one"):
        save(one, one.auditor, question, **parts)
    assert not one.saves.exists()


def test_a_finished_audit_takes_no_answers(finished: Any) -> None:
    one = finished()
    with pytest.raises(ValueError, match="finished"):
        save(one, one.auditor, "worker_knew", value="no")


def test_a_child_who_is_not_safe_is_told_to_the_head_of_the_service_the_same_day(
    audit: Any, person: Any
) -> None:
    head, _other = person("head", teams=("North",)), person("head", teams=("South",))
    person("qa_lead")
    one = audit()
    said = save(one, one.auditor, "safe_now", value="no", evidence="The record of today")
    assert said.unsafe
    one.refresh_from_db()
    action = one.actions.get()
    assert (action.owner, action.due, action.urgent) == (head, timezone.localdate(), True)
    assert timezone.now() - one.unsafe_at < timedelta(minutes=1)


def test_saying_it_again_gives_no_second_action(audit: Any, person: Any) -> None:
    lead, one = person("qa_lead"), audit()
    save(one, one.auditor, "safe_now", value="unsure")
    save(one, one.auditor, "safe_now", base=1, value="no")
    assert one.actions.get().owner == lead


def test_of_data_the_answer_and_its_rows_are_there_before_anybody_looks(published: Any) -> None:
    from sightline.audits.tools import tool
    from sightline.web.audits import from_data

    asked = tool("full_child")
    late = from_data.told(published, published.of_child("c001"), asked)["assessment_in_time"]
    assert (late["value"], late["words"]) == ("no", "1 of 2 met")
    assert late["rows"] == ["annex.xlsx, sheet List 4, row 5"]
    assert from_data.told(published, published.of_child("c002"), asked) == {
        "assessment_in_time": late | {
            "value": "yes", "words": "1 of 1 met", "rows": ["annex.xlsx, sheet List 4, row 6"],
        }
    }  # fmt: skip
    assert from_data.told(published, published.of_child("c003"), asked) == {}


def test_words_about_a_child_come_from_what_is_open_their_age_and_their_lists(
    published: Any,
) -> None:
    from sightline.web.audits import from_data

    # c001 is 1 year old and on a child protection plan; c003 is 3 and a child in need.
    assert from_data.about(published.of_child("c001")) == [
        "child_protection_plan", "under_18", "assessed",
    ]  # fmt: skip
    assert from_data.about(published.of_child("c003")) == [
        "child_in_need", "under_18", "school_age",
    ]  # fmt: skip


def test_who_says_otherwise_than_the_data_says_why(audit: Any) -> None:
    from sightline.web.audits import sheet

    told = {"value": "yes", "words": "1 of 1 met", "rows": ["a.xlsx, row 6"], "measure": "In time"}
    one = audit(tool="full_child", said_of=["assessed"], told={"assessment_in_time": told})
    save(one, one.auditor, "assessment_in_time", value="yes")
    assert one.answers["assessment_in_time"]["from_data"] is True
    save(one, one.auditor, "assessment_in_time", base=1, value="no")
    assert "from_data" not in one.answers["assessment_in_time"]
    assert sheet.wrong(one)["assessment_in_time"] == [
        "The data say yes. Say why you say otherwise."
    ]
    save(one, one.auditor, "assessment_in_time", base=2, value="no", rationale="It was redone.")
    assert "assessment_in_time" not in sheet.wrong(one)
