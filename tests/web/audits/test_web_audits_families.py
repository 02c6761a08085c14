"""The form of families: no sign-in, once, nothing about the child on it."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(client_of: Any, audit: Any) -> Any:
    """An auditor's client that has asked a child, with the link's path as ``client.link``."""
    client = client_of("auditor")
    client.audit = audit(client.person)
    page = client.post(f"/audits/{client.audit.pk}/feedback", {"who": "child", "how": "link"})
    client.link = re.search(r"<code>http://testserver(\S+)</code>", page.content.decode())[1]  # type: ignore[index]
    return client


def test_the_link_is_shown_once_and_only_its_hash_is_kept(asked: Any) -> None:
    token = asked.link.rsplit("/", 1)[-1]
    assert token not in asked.get(f"/audits/{asked.audit.pk}/feedback").content.decode()
    assert token not in str(asked.audit.invitations.values())
    assert asked.audit.invitations.get().status == "asked"


def test_a_child_answers_without_signing_in_and_the_link_then_ends(asked: Any) -> None:
    family = Client()
    assert family.get(asked.link).status_code == 200
    answer = family.post(f"{asked.link}/2", {"answer": "yes"})
    assert answer.headers["Location"] == f"{asked.link}/3"
    family.post(f"{asked.link}/11", {"answer": "We went to the park"})
    assert "We went to the park" in family.get(f"{asked.link}/send").content.decode()
    assert family.post(f"{asked.link}/send").headers["Location"] == "/feedback/sent"
    one = asked.audit.invitations.get()
    assert (one.status, one.answers) == (
        "reached",
        {"knows_me": {"value": "yes"}, "good": {"value": "We went to the park"}},
    )
    for page in ("", "/2", "/send"):
        assert family.get(f"{asked.link}{page}").status_code == 410
    assert family.post(f"{asked.link}/2", {"answer": "no"}).status_code == 410
    one.refresh_from_db()
    assert one.answers["knows_me"] == {"value": "yes"}
    read = asked.get(f"/audits/{asked.audit.pk}/feedback").content.decode()
    assert "We went to the park" in read


@pytest.mark.parametrize("page", ["", "/1", "/2?easy=1", "/11", "/send"])
def test_nothing_about_the_child_is_on_any_page_and_there_is_a_way_out(
    asked: Any, page: str
) -> None:
    text = Client().get(f"{asked.link}{page}").content.decode()
    for word in ("SECRET-7", "abcdefgh", "Worker 1", "North", asked.person.last_name):
        assert word not in text
    assert "Leave this page now" in text


def test_easy_words_are_one_link_away_and_stay(asked: Any) -> None:
    family = Client()
    assert "Does your social worker know you?" in family.get(f"{asked.link}/2").content.decode()
    easy = family.get(f"{asked.link}/2?easy=1").content.decode()
    assert "Do they know you?" in easy
    answer = family.post(f"{asked.link}/2?easy=1", {"answer": ""})
    assert answer.headers["Location"] == f"{asked.link}/3?easy=1"


def test_a_link_ends_after_28_days(asked: Any) -> None:
    one = asked.audit.invitations.get()
    assert timedelta(days=27) < one.expires - timezone.now() < timedelta(days=29)
    one.expires = timezone.now() - timedelta(seconds=1)
    one.save()
    page = Client().get(asked.link)
    assert page.status_code == 410
    assert "This link has ended" in page.content.decode()


def test_a_guessed_link_says_no_more_than_a_wrong_one(asked: Any) -> None:
    page = Client().get("/feedback/a-guess")
    assert page.status_code == 410
    assert "This link does not work" in page.content.decode()


def test_an_answer_that_is_not_there_is_refused_in_words(asked: Any) -> None:
    page = Client().post(f"{asked.link}/2", {"answer": "always"})
    assert "Choose one of the answers" in page.content.decode()
    assert asked.audit.invitations.get().answers == {}


def test_a_child_who_does_not_feel_safe_is_told_to_somebody_the_same_day(
    asked: Any, person: Any
) -> None:
    head = person("head", teams=("North",))
    family = Client()
    family.post(f"{asked.link}/9", {"answer": "no"})
    assert not asked.audit.actions.exists()
    family.post(f"{asked.link}/send")
    action = asked.audit.actions.get()
    assert (action.owner, action.due) == (head, timezone.localdate())
    asked.audit.refresh_from_db()
    assert asked.audit.unsafe_at is not None


def test_where_it_is_not_safe_to_ask_the_open_link_ends(asked: Any) -> None:
    at = f"/audits/{asked.audit.pk}/feedback"
    asked.post(at, {"who": "child", "how": "not safe to ask"})
    assert Client().get(asked.link).status_code == 410
    assert {i.status for i in asked.audit.invitations.all()} == {"not safe to ask"}


def test_the_practitioner_has_no_form(asked: Any) -> None:
    at = f"/audits/{asked.audit.pk}/feedback"
    page = asked.post(at, {"who": "practitioner", "how": "link"}).content.decode()
    assert "The practitioner has no form" in page


def test_filling_it_in_together_opens_the_form(asked: Any) -> None:
    at = f"/audits/{asked.audit.pk}/feedback"
    answer = asked.post(at, {"who": "parent", "how": "together"})
    assert answer.headers["Location"].startswith("/feedback/")
    assert asked.audit.invitations.get(who="parent").assisted_by == asked.person
