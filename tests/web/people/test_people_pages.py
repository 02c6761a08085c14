"""An administrator adds, changes and closes accounts; tokens are shown once and kept as a hash."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from sightline.web.people import tokens
from sightline.web.people.models import Person, Token
from sightline.web.trail.models import Entry

pytestmark = pytest.mark.django_db
SAID = {
    "first_name": "Ada", "last_name": "Byron", "username": "ada", "email": "ada@council.example",
    "role": "manager", "teams": "Team A\nTeam B\n", "password": "correct horse battery",
}  # fmt: skip


def test_an_administrator_adds_somebody_who_can_then_sign_in(client_of: Any) -> None:
    from django.test import Client

    client = client_of("administrator")
    assert client.post("/people/add", SAID).headers["Location"] == "/people"
    one = Person.objects.get(username="ada")
    assert one.teams == ["Team A", "Team B"]
    made = Client().post("/sign-in/", {"login": "ada", "password": "correct horse battery"})
    assert made.status_code == 302
    kept = Entry.objects.get(action="added")
    assert (kept.person, kept.about) == (client.person.username, "account ada")
    assert "correct horse" not in str(kept.detail)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"role": "inspector"}, "Enter the last day of access"),
        ({"role": "practitioner"}, "Enter their name or number in the data"),
        ({"password": "short"}, "too short"),
        ({"username": "Taken"}, "Somebody has this user name"),
    ],
)
def test_what_is_wrong_is_said_at_the_top_and_nothing_is_saved(
    client_of: Any, person: Any, changed: dict[str, str], said: str
) -> None:
    person("manager", username="taken")
    page = client_of("administrator").post("/people/add", SAID | changed).content.decode()
    assert "There is a problem" in page
    assert said in page
    assert not Person.objects.filter(email=SAID["email"]).exists()


def test_nobody_closes_their_own_account(client_of: Any) -> None:
    client = client_of("administrator")
    client.post(f"/people/{client.person.pk}/switch")
    assert Person.objects.get(pk=client.person.pk).is_active


def test_a_closed_account_is_out_at_once(client_of: Any) -> None:
    manager = client_of("manager")
    assert manager.get("/").status_code == 200
    client_of("administrator").post(f"/people/{manager.person.pk}/switch")
    assert manager.get("/").status_code == 302


def test_a_token_is_shown_once_and_kept_as_a_hash(client_of: Any) -> None:
    client = client_of("analyst")
    page = client.post("/me", {"name": "Power BI"}).content.decode()
    text = page.split("<code>")[1].split("</code>")[0]
    kept = Token.objects.get()
    assert text not in str(kept.__dict__)
    assert tokens.person_of(text) == client.person
    assert text not in client.get("/me").content.decode()
    client.post(f"/me/tokens/{kept.pk}/stop")
    assert tokens.person_of(text) is None


def test_a_token_ends_with_its_days_and_with_its_person(person: Any) -> None:
    one = person("analyst")
    text = tokens.make(one, "old")
    Token.objects.update(ends_on=timezone.localdate() - timedelta(days=1))
    assert tokens.person_of(text) is None
    text = tokens.make(one, "new")
    Person.objects.update(is_active=False)
    assert tokens.person_of(text) is None


def test_nobody_stops_anothers_token(client_of: Any, person: Any) -> None:
    text = tokens.make(person("analyst"), "theirs")
    client = client_of("analyst")
    assert client.post(f"/me/tokens/{Token.objects.get().pk}/stop").status_code == 404
    assert tokens.person_of(text) is not None


@pytest.mark.parametrize("sql", ["UPDATE trail_entry SET person = 'x'", "DELETE FROM trail_entry"])
def test_the_database_refuses_to_change_the_trail(client_of: Any, sql: str) -> None:
    client_of("director")
    Entry.objects.create(person="a", action="read")
    with pytest.raises(DatabaseError, match="only added to"), transaction.atomic():
        connection.cursor().execute(sql)
    assert Entry.objects.filter(person="a").count() == 1
