"""Signing in: by password and a second step; locked out after five tries; nobody signs up."""

from __future__ import annotations

import re
import time
from datetime import timedelta
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client
from django.utils import timezone

from sightline.web.people.models import Person
from sightline.web.people.rights import ROLES, Right
from sightline.web.trail.models import Entry

PASSWORD = "a long password"
pytestmark = pytest.mark.django_db


def sign_in(client: Client, name: str, password: str = PASSWORD) -> Any:
    return client.post("/sign-in/", {"login": name, "password": password})


def test_a_password_opens_the_site_and_is_kept_in_the_trail(person: Any) -> None:
    person("manager", username="sam")
    client = Client()
    assert client.get("/").headers["Location"] == "/sign-in/?next=/"
    assert sign_in(client, "sam").status_code == 302
    assert client.get("/").status_code == 200
    assert Entry.objects.filter(person="sam", action="signed in").count() == 1


def test_a_wrong_password_says_nothing_of_whether_there_is_such_a_person(person: Any) -> None:
    person("manager", username="sam")
    said = [
        re.sub(
            'token" value="[^"]*"', "", sign_in(Client(), name, "not the password").content.decode()
        )
        for name in ("sam", "nobody")
    ]
    assert said[0].replace("sam", "") == said[1].replace("nobody", "")
    assert Entry.objects.filter(action="failed to sign in", person="").count() == 2


def test_five_wrong_tries_close_the_door_even_to_the_right_password(person: Any) -> None:
    person("manager", username="sam")
    client = Client()
    for _ in range(5):
        last = sign_in(client, "sam", "not the password")
    assert last.status_code == 429
    assert "Too many tries" in last.content.decode()
    assert sign_in(client, "sam").status_code == 429


def test_a_second_step_is_required_where_the_site_says_so(person: Any, settings: Any) -> None:
    settings.SECOND_STEP_REQUIRED = True
    person("manager", username="sam")
    client = Client()
    sign_in(client, "sam")
    asked = client.get("/")
    assert asked.headers["Location"] == "/sign-in/second-step/totp/activate/"
    again = client.get(asked.headers["Location"]).headers["Location"]
    answer = client.post(again, {"password": PASSWORD}, follow=True)
    page = answer.content.decode()
    assert "Set up the second step" in page
    secret = page.split("The key: <code>")[1].split("</code>")[0]
    code = hotp_value(secret, int(time.time()) // 30)
    done = client.post(answer.redirect_chain[-1][0], {"code": format_hotp_value(code)})
    assert done.status_code == 302
    assert client.get("/").status_code == 200
    other = Client()
    assert sign_in(other, "sam").headers["Location"] == "/sign-in/second-step/authenticate/"
    assert other.get("/").status_code == 302


def test_nobody_makes_an_account_of_their_own() -> None:
    client = Client()
    for address in ("/sign-in/signup/", "/sign-in/council/signup/", "/accounts/signup/"):
        assert client.get(address).status_code in (302, 404)
        assert client.post(
            address, {"email": "a@b.example", "password1": "x" * 20}
        ).status_code in (
            302,
            404,
        )
    assert Person.objects.count() == 0


def test_an_inspector_has_access_until_a_day_and_not_without_one(person: Any) -> None:
    today = timezone.localdate()
    one = person("inspector", until=today)
    assert one.may(Right.SEE_FIGURES)
    one.until = today - timedelta(days=1)
    assert not one.may(Right.SIGNED_IN)
    one.until = None
    assert not one.may(Right.SIGNED_IN)


def test_a_person_whose_account_is_closed_may_nothing(person: Any) -> None:
    one = person("director")
    one.is_active = False
    assert not any(one.may(right) for right in Right)


def test_nobody_of_a_role_that_sees_shared_figures_alone_may_list_children() -> None:
    for role in ROLES.values():
        if Right.SEE_FIGURES not in role.rights:
            assert Right.SEE_CHILDREN not in role.rights
            assert Right.EXPORT not in role.rights


def test_who_reads_only_may_change_nothing() -> None:
    changing = {
        Right.CORRECT_FINDINGS, Right.COMMENT, Right.LOAD_DATA, Right.AUDIT, Right.MODERATE,
        Right.RUN_PROGRAMME, Right.ACT, Right.ADMINISTER,
    }  # fmt: skip
    assert not ROLES["inspector"].rights & changing
    assert not ROLES["member"].rights & changing
