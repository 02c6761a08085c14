"""Answering on the page: without scripts and with them, two at once, and after signing out."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

pytestmark = pytest.mark.django_db
ASKED = {
    "what_was_asked-version": "0", "what_was_asked-value": "Visit each week",
    "told_same_day-version": "0", "told_same_day-value": "na",
}  # fmt: skip


@pytest.fixture
def mine(client_of: Any, audit: Any) -> Any:
    """A client of an auditor, with their audit as ``client.audit``."""
    client = client_of("auditor")
    client.audit = audit(client.person)
    client.at = f"/audits/{client.audit.pk}"
    return client


def test_save_and_continue_saves_the_section_and_opens_the_next(mine: Any) -> None:
    answer = mine.post(f"{mine.at}/asked", ASKED)
    assert answer.headers["Location"] == f"{mine.at}/done"
    mine.audit.refresh_from_db()
    assert mine.audit.answers["what_was_asked"] == {"value": "Visit each week"}
    assert mine.audit.saves.count() == 2


def test_the_list_says_how_far_each_section_is_and_who_was_there(mine: Any) -> None:
    mine.post(f"{mine.at}/asked", ASKED)
    page = mine.get(mine.at).content.decode()
    assert "2 of 4 done" in page
    assert f"{mine.person.name}, " in page
    assert page.count("Not yet started") == 3


def test_next_unanswered_goes_to_the_question(mine: Any) -> None:
    mine.post(f"{mine.at}/asked", ASKED)
    answer = mine.get(f"{mine.at}/next")
    assert answer.headers["Location"] == f"{mine.at}/asked#worker_knew"


def test_what_cannot_be_read_is_said_beside_its_field(mine: Any) -> None:
    page = mine.post(f"{mine.at}/asked", ASKED | {"told_same_day-value": "perhaps"})
    text = page.content.decode()
    assert "There is a problem" in text
    assert 'href="#told_same_day-value"' in text
    assert 'id="told_same_day-value"' in text


def _clash(mine: Any, person: Any) -> str:
    from sightline.web.audits.saving import save

    lead = person("qa_lead")
    question = mine.audit.declared.question("what_was_asked")
    save(mine.audit, lead, question, {"value": "What the lead wrote"}, 0)
    return str(lead.name)


def test_two_at_once_see_both_answers_and_nothing_is_overwritten(mine: Any, person: Any) -> None:
    lead = _clash(mine, person)
    page = mine.post(f"{mine.at}/asked", ASKED)
    text = page.content.decode()
    assert page.status_code == 409
    assert "What the lead wrote" in text
    assert "Visit each week" in text
    assert f"The one that {lead} saved" in text
    again = mine.post(f"{mine.at}/asked", ASKED)
    assert again.status_code == 409
    assert mine.audit.saves.filter(question="what_was_asked").count() == 1


@pytest.mark.parametrize(
    ("choice", "stays"), [("mine", "Visit each week"), ("theirs", "What the lead wrote")]
)
def test_the_choice_is_kept(mine: Any, person: Any, choice: str, stays: str) -> None:
    _clash(mine, person)
    said = ASKED | {"what_was_asked-choice": choice, "what_was_asked-over": "1"}
    assert mine.post(f"{mine.at}/asked", said).status_code == 302
    mine.audit.refresh_from_db()
    assert mine.audit.answers["what_was_asked"]["value"] == stays


def send(client: Any, **said: Any) -> Any:
    return client.post(f"{client.at}/answers", json.dumps(said), content_type="application/json")


def test_a_script_saves_one_answer_and_hears_when(mine: Any) -> None:
    said = send(mine, question="worker_knew", version=0, answer={"value": "yes"})
    told = said.json()
    assert told["version"] == 1
    assert told["saved"] == f"{timezone.localtime():%H:%M}"
    assert told["done"].startswith("1 of ")
    assert mine.get(f"{mine.at}/answers").json()["versions"] == {"worker_knew": 1}


def test_a_script_is_told_of_anothers_answer(mine: Any, person: Any) -> None:
    lead = _clash(mine, person)
    said = send(mine, question="what_was_asked", version=0, answer={"value": "Mine"})
    assert said.status_code == 409
    told = said.json()
    assert (told["by"], told["version"]) == (lead, 1)
    assert told["words"] == [["Answer", "What the lead wrote"]]


def test_a_script_goes_to_what_to_do_for_an_unsafe_child(mine: Any, person: Any) -> None:
    person("qa_lead")
    said = send(mine, question="safe_now", version=0, answer={"value": "no"})
    assert said.json()["unsafe"] == f"{mine.at}/unsafe"
    page = mine.get(f"{mine.at}/unsafe").content.decode()
    assert "telephone the team manager" in page
    answer = mine.post(f"{mine.at}/unsafe", {"evidence": "Told the manager at 14:10"})
    assert answer.status_code == 302
    assert "Told the manager at 14:10" in mine.audit.actions.get().evidence


@pytest.mark.parametrize("body", ["", "[]", "{}", '{"question": "nothing"}', "[" * 60_000])
def test_what_is_not_an_answer_is_refused(mine: Any, body: str) -> None:
    answer = mine.post(f"{mine.at}/answers", body, content_type="application/json")
    assert answer.status_code == 400


def test_what_is_sent_after_signing_out_is_put_back_after_signing_in(mine: Any) -> None:
    from sightline.web.audits.models import Kept

    mine.logout()
    away = mine.post(f"{mine.at}/asked", ASKED)
    assert away.headers["Location"].startswith("/sign-in/?next=")
    assert Kept.objects.get().path == f"{mine.at}/asked"
    assert mine.audit.saves.count() == 0
    mine.force_login(mine.person, backend="allauth.account.auth_backends.AuthenticationBackend")
    text = mine.get(f"{mine.at}/asked").content.decode()
    assert "What you typed is here again" in text
    assert "Visit each week" in text
    mine.post(f"{mine.at}/asked", ASKED)
    assert not Kept.objects.exists()
    assert mine.audit.saves.count() == 2


def test_another_browser_is_not_given_what_was_kept(mine: Any, client_of: Any) -> None:
    mine.logout()
    mine.post(f"{mine.at}/asked", ASKED)
    text = client_of(mine.person).get(f"{mine.at}/asked").content.decode()
    assert "Visit each week" not in text


def test_what_was_kept_is_gone_after_a_day(mine: Any) -> None:
    from sightline.web.audits.models import Kept

    mine.logout()
    mine.post(f"{mine.at}/asked", ASKED)
    Kept.objects.update(at=timezone.now() - timedelta(hours=25))
    mine.force_login(mine.person, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert "Visit each week" not in mine.get(f"{mine.at}/asked").content.decode()
    mine.logout()
    mine.post(f"{mine.at}/done", {"x": "y"})
    assert [one.path for one in Kept.objects.all()] == [f"{mine.at}/done"]


def test_correcting_what_it_is_about_changes_what_is_asked(client_of: Any, audit: Any) -> None:
    client = client_of("auditor")
    one = audit(client.person, tool="full_child", said_of=["child_in_need"])
    at = f"/audits/{one.pk}"
    assert client.get(f"{at}/court").status_code == 404
    client.post(f"{at}/about", {"said_of": ["child_in_need", "pre_proceedings", "nonsense"]})
    one.refresh_from_db()
    assert one.said_of == ["child_in_need", "pre_proceedings"]
    assert client.get(f"{at}/court").status_code == 200
