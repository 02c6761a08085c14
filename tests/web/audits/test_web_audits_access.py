"""Who sees which audits: every page, each role, own and other teams, guessed numbers."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

pytestmark = pytest.mark.django_db
OWN, OTHER = "North", "South"
OPEN, DONE = "open", "finished"
_ALL = {(OPEN, OWN), (OPEN, OTHER), (DONE, OWN), (DONE, OTHER)}
SEES = {
    "director": _ALL,
    "qa_lead": _ALL,
    "head": {(DONE, OWN)},
    "manager": {(DONE, OWN)},
    "practitioner": {(DONE, OWN)},
    "auditor": set(),
    "inspector": {(DONE, OWN), (DONE, OTHER)},
    "member": set(),
    "analyst": set(),
    "administrator": set(),
}
"""Of audits that somebody else was given: those that each role may see."""


@pytest.mark.parametrize("role", SEES)
def test_each_role_sees_these_audits_and_no_other(
    role: str, person: Any, audit: Any, finished: Any
) -> None:
    from sightline.web.audits.access import visible

    one = person(role, teams=(OWN,), worker="Worker 1")
    other = person("auditor")
    made = {}
    for team, worker in ((OWN, "Worker 1"), (OTHER, "Worker 2")):
        made[OPEN, team] = audit(other, team=team, worker=worker)
        made[DONE, team] = finished(other, team=team, worker=worker)
    seen = set(visible(one).values_list("pk", flat=True))
    assert {key for key, held in made.items() if held.pk in seen} == SEES[role]


@pytest.mark.parametrize("role", ["auditor", "manager"])
def test_what_was_given_to_one_stays_ones_own(role: str, person: Any, audit: Any) -> None:
    from sightline.web.audits.access import visible

    one = person(role, teams=(OWN,))
    mine = audit(one, team=OTHER)
    assert list(visible(one)) == [mine]


_PAGES = ("", "/read", "/whose", "/download", "/about", "/next", "/answers", "/check", "/unsafe",
          "/comments", "/feedback", "/actions/new", "/done")  # fmt: skip


@pytest.mark.parametrize("page", _PAGES)
@pytest.mark.parametrize("guessed", [True, False])
def test_another_auditors_audit_is_not_there(
    page: str, guessed: bool, client_of: Any, audit: Any
) -> None:
    one = audit()
    number = uuid4() if guessed else one.pk
    assert client_of("auditor").get(f"/audits/{number}{page}").status_code == 404


@pytest.mark.parametrize("page", ["/moderate", "/withdraw"])
def test_auditors_do_not_moderate_or_withdraw(page: str, client_of: Any, finished: Any) -> None:
    client = client_of("auditor")
    one = finished(client.person)
    assert client.get(f"/audits/{one.pk}{page}").status_code == 403


@pytest.mark.parametrize("page", [*_PAGES, "/moderate", "/withdraw"])
def test_nobody_sees_anything_without_signing_in(page: str, client: Any, audit: Any) -> None:
    answer = client.get(f"/audits/{audit().pk}{page}")
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/sign-in/")


@pytest.mark.parametrize("role", ["member", "analyst", "administrator"])
@pytest.mark.parametrize("page", ["", "/results", "/actions", "/programme", "/samples/new"])
def test_roles_without_audits_are_told_no(role: str, page: str, client_of: Any) -> None:
    assert client_of(role).get(f"/audits{page}").status_code == 403


def test_a_childs_number_is_shown_only_where_it_is_asked_for_and_that_is_kept(
    client_of: Any, finished: Any
) -> None:
    from sightline.web.trail.models import Entry

    client = client_of("qa_lead")
    one = finished()
    for page in ("/read", "/moderate", "/feedback"):
        assert "SECRET-7" not in client.get(f"/audits/{one.pk}{page}").content.decode()
    assert "SECRET-7" in client.get(f"/audits/{one.pk}/whose").content.decode()
    kept = Entry.objects.get(action="read whose audit it is")
    assert (kept.person, kept.reference) == (client.person.username, "abcdefgh")


def test_a_practitioner_reads_what_can_be_learned_and_no_moderation(
    client_of: Any, person: Any, finished: Any
) -> None:
    from sightline.web.audits.models import Comment, Moderation

    one = finished(worker="Worker 1")
    lead = person("qa_lead")
    Moderation.objects.create(
        audit=one, moderator=lead, overall="Inadequate", reason="Too kind by far", state="agreed"
    )
    Comment.objects.create(audit=one, text="Is this right?", by=lead)
    page = client_of("practitioner", worker="Worker 1").get(f"/audits/{one.pk}/read")
    text = page.content.decode()
    assert "Because it is so." in text
    assert "Visit of 3 May" in text
    assert "Too kind by far" not in text
    assert "Is this right?" not in text
    lead_sees = client_of(lead).get(f"/audits/{one.pk}/read").content.decode()
    assert "Too kind by far" in lead_sees


def test_no_section_of_a_tool_is_called_as_a_page() -> None:
    from sightline.audits.tools import all_versions
    from sightline.web.audits.pages import RESERVED

    sections = {section.id for tool in all_versions() for section in tool.sections}
    assert {"check", "answers", "read"} <= RESERVED
    assert not sections & RESERVED
