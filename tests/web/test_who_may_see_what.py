"""Who may see what: every address, by every role, with and without the right that it declares."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from sightline.web.api.declared import OPERATIONS
from sightline.web.people import tokens
from sightline.web.people.rights import PUBLIC, ROLES, Right
from sightline.web.routes import PAGES

pytestmark = pytest.mark.django_db
_GIVEN: dict[str, Any] = {"int": 987_654, "slug": "no-such-thing", "str": "nosuch", "uuid": "0" * 8}
_UUID = "00000000-0000-4000-8000-000000000000"


def address_of(name: str) -> str:
    """An address of the page, with parts that lead to nothing."""
    found = re.findall(r"<(?:(\w+):)?(\w+)>", PAGES[name].pattern)
    parts = {
        part: _UUID if kind == "uuid" else _GIVEN.get(kind or "str", "x" * 26)
        for kind, part in found
    }
    return reverse(name, kwargs=parts)


def every_pattern(patterns: Any, before: str = "") -> Any:
    for one in patterns:
        if isinstance(one, URLResolver):
            yield from every_pattern(one.url_patterns, before + str(one.pattern))
        elif isinstance(one, URLPattern):
            yield before + str(one.pattern), one.name


def test_every_address_was_declared_with_a_right() -> None:
    others = [
        address
        for address, name in every_pattern(get_resolver().url_patterns)
        if name not in PAGES and not address.startswith(("sign-in/", "api/"))
    ]
    assert others == []
    assert len(PAGES) > 30


def test_public_pages_are_few_and_known() -> None:
    public = {name for name, page in PAGES.items() if page.needs is PUBLIC}
    words = {"accessibility", "privacy", "help", "health"}
    assert public == words | {"family", "family_question", "family_send", "family_sent"}


@pytest.mark.parametrize("role", ROLES)
def test_a_role_gets_what_its_rights_open_and_no_more(client_of: Any, role: str) -> None:
    client = client_of(role)
    for name, page in PAGES.items():
        if page.needs is PUBLIC:
            continue
        for answer in (client.get(address_of(name)), client.post(address_of(name))):
            if page.needs in ROLES[role].rights:
                assert answer.status_code not in (401, 500), (role, name)
            else:
                assert answer.status_code == 403, (role, name)


def test_nobody_sees_anything_signed_out() -> None:
    client = Client()
    for name, page in PAGES.items():
        if page.needs is not PUBLIC:
            answer = client.get(address_of(name))
            assert answer.status_code == 302, name
            assert answer.headers["Location"].startswith("/sign-in/?next="), name


@pytest.mark.parametrize("role", ROLES)
def test_a_token_may_what_its_person_may(person: Any, role: str) -> None:
    one = person(role)
    client = Client(headers={"Authorization": f"Bearer {tokens.make(one, 'try')}"})
    for address, right in OPERATIONS.items():
        answer = client.get("/api" + re.sub(r"\{[^}]*\}", "nosuch", address))
        if Right.USE_API not in ROLES[role].rights:
            assert answer.status_code == 401, (role, address)
        elif right not in ROLES[role].rights:
            assert answer.status_code == 403, (role, address)
        else:
            assert answer.status_code in (200, 404), (role, address)


def test_a_tampered_token_opens_nothing(person: Any) -> None:
    text = tokens.make(person("analyst"), "try")
    for wrong in (text[:-1], text + "x", text.upper(), "", "sl_"):
        client = Client(headers={"Authorization": f"Bearer {wrong}"})
        assert client.get("/api/me").status_code == 401
