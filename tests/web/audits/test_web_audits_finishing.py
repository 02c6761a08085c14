"""Finishing, moderating and reading an audit."""

from __future__ import annotations

import json
from typing import Any

import pytest

pytestmark = pytest.mark.django_db


@pytest.fixture
def mine(client_of: Any, audit: Any, answered: Any) -> Any:
    """A client of an auditor, with an audit that is answered in full."""
    client = client_of("auditor")
    client.audit = audit(client.person)
    client.audit.answers = answered(client.audit)
    client.audit.state = "started"
    client.audit.save()
    client.at = f"/audits/{client.audit.pk}"
    return client


def test_what_is_left_is_listed_with_a_link_to_its_field(mine: Any) -> None:
    del mine.audit.answers["now_risk"]
    mine.audit.save()
    text = mine.post(f"{mine.at}/check").content.decode()
    assert "There is a problem" in text
    assert f'href="{mine.at}/changed#now_risk-rationale"' in text
    mine.audit.refresh_from_db()
    assert mine.audit.state == "started"


def test_finished_it_has_the_grade_of_the_rules_and_can_still_be_read_and_kept(mine: Any) -> None:
    answer = mine.post(f"{mine.at}/check", {"overall": "Good"})
    assert answer.headers["Location"] == f"{mine.at}/read"
    mine.audit.refresh_from_db()
    assert (mine.audit.state, mine.audit.derived, mine.audit.overall) == (
        "submitted", "Good", "Good",
    )  # fmt: skip
    assert "Because it is so." in mine.get(f"{mine.at}/read").content.decode()
    told = json.loads(mine.get(f"{mine.at}/download?as=json").content)
    assert told["overall"] == "Good"
    assert "SECRET-7" not in json.dumps(told)
    lines = b"".join(mine.get(f"{mine.at}/download").streaming_content).decode("utf-8-sig")
    assert lines.startswith("Audit,Tool,Version,Section")
    assert mine.get(mine.at).headers["Location"] == f"{mine.at}/read"
    assert mine.get(f"{mine.at}/changed").headers["Location"] == f"{mine.at}/read"


@pytest.mark.parametrize(
    ("reason", "state"),
    [("Just so", "started"), ("The family says that much is better", "submitted")],
)
def test_another_grade_needs_a_reason_which_is_kept(mine: Any, reason: str, state: str) -> None:
    mine.post(f"{mine.at}/check", {"overall": "Outstanding", "reason": reason})
    mine.audit.refresh_from_db()
    assert mine.audit.state == state
    if state == "submitted":
        assert (mine.audit.overall, mine.audit.override_reason) == ("Outstanding", reason)


def test_an_unsafe_childs_grade_cannot_be_raised(mine: Any) -> None:
    mine.audit.answers["safe_now"] = {"value": "no", "evidence": "Seen today"}
    mine.audit.save()
    long = "I think that this is too harsh by far"
    mine.post(f"{mine.at}/check", {"overall": "Good", "reason": long})
    mine.audit.refresh_from_db()
    assert mine.audit.state == "started"
    mine.post(f"{mine.at}/check", {"overall": "Inadequate"})
    mine.audit.refresh_from_db()
    assert (mine.audit.overall, mine.audit.derived) == ("Inadequate", "Inadequate")


AGREE = {"overall": "Requires improvement", "reason": "The plan is not specific", "agree": "yes"}


def test_a_moderator_grades_again_and_both_grades_stay(client_of: Any, finished: Any) -> None:
    client, one = client_of("qa_lead"), finished()
    client.post(f"/audits/{one.pk}/moderate", AGREE)
    one.refresh_from_db()
    assert (one.state, one.overall, one.final) == ("moderated", "Good", "Requires improvement")


def test_nobody_moderates_their_own(client_of: Any, finished: Any) -> None:
    client = client_of("qa_lead")
    one = finished(client.person)
    assert client.get(f"/audits/{one.pk}/moderate").status_code == 404
    assert client.post(f"/audits/{one.pk}/moderate", AGREE).status_code == 404


def test_it_is_not_agreed_while_a_comment_is_open(client_of: Any, finished: Any) -> None:
    lead, auditor = client_of("qa_lead"), client_of("auditor")
    one = finished(auditor.person)
    at = f"/audits/{one.pk}"
    lead.post(f"{at}/comments", {"question": "now_risk", "text": "Where was this seen?"})
    lead.post(f"{at}/moderate", AGREE)
    one.refresh_from_db()
    assert (one.state, one.final) == ("submitted", "Good")
    assert one.moderation.overall == "Requires improvement"
    assert "Where was this seen?" in auditor.get(f"{at}/comments").content.decode()
    comment = one.comments.get()
    auditor.post(f"{at}/comments/{comment.pk}/resolve")
    comment.refresh_from_db()
    assert comment.resolved_by == auditor.person
    lead.post(f"{at}/moderate", AGREE)
    one.refresh_from_db()
    assert one.state == "moderated"


def test_others_do_not_comment(client_of: Any, finished: Any) -> None:
    one = finished(team="North")
    client = client_of("manager", teams=("North",))
    assert client.get(f"/audits/{one.pk}/read").status_code == 200
    assert client.post(f"/audits/{one.pk}/comments", {"text": "Mine too"}).status_code == 404


SET = {
    "what": "Write the plan again with the family", "different": "The child knows what happens",
    "theme": "planning", "due": "2099-01-31",
}  # fmt: skip


def test_an_action_is_done_with_evidence_and_verified_by_somebody_else(
    client_of: Any, finished: Any
) -> None:
    auditor, manager = client_of("auditor"), client_of("manager", teams=("North",))
    one = finished(auditor.person, team="North")
    auditor.post(f"/audits/{one.pk}/actions/new", SET | {"owner": str(manager.person.pk)})
    action = one.actions.get()
    at = f"/audits/actions/{action.pk}"
    assert "Say whom" not in manager.get(at).content.decode()
    assert manager.post(at, {"verify": "yes"}).status_code == 404
    manager.post(at, {"done": "yes", "evidence": ""})
    action.refresh_from_db()
    assert action.done_at is None
    manager.post(at, {"done": "yes", "evidence": "The plan of 4 May"})
    action.refresh_from_db()
    assert str(action.standing()) == "done, awaiting verification"
    assert manager.post(at, {"verify": "yes"}).status_code == 404
    auditor.post(at, {"verify": "yes"})
    action.refresh_from_db()
    assert str(action.standing()) == "verified"
    assert action.verified_by == auditor.person


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"what": "Plan"}, "Say what will be done"),
        ({"different": "Better"}, "Say what will be different"),
        ({"due": "2020-01-01"}, "before the day it was agreed"),
        ({"owner": ""}, "This field is required"),
    ],
)
def test_an_action_says_what_who_when_and_what_will_be_different(
    client_of: Any, finished: Any, changed: dict[str, str], said: str
) -> None:
    auditor = client_of("auditor")
    one = finished(auditor.person)
    form = SET | {"owner": str(auditor.person.pk)} | changed
    text = auditor.post(f"/audits/{one.pk}/actions/new", form).content.decode()
    assert said in text
    assert not one.actions.exists()
