"""The site as its tests run it: a workspace to throw away, people of each role, signed in."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

_FOLDER = tempfile.mkdtemp(prefix="sightline-web-")
os.environ["SIGHTLINE_WORKSPACE"] = _FOLDER
os.environ["SIGHTLINE_DEMO"] = "1"
os.environ["SIGHTLINE_HOSTS"] = "localhost 127.0.0.1 testserver"
os.environ["SIGHTLINE_LOG_LEVEL"] = "ERROR"
os.environ["DJANGO_SETTINGS_MODULE"] = "sightline.web.settings"
(Path(_FOLDER) / "static").mkdir()

import django  # noqa: E402  the settings read the environment

django.setup()

PASSWORD = "a long password"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture(autouse=True)
def _quick_passwords(settings: Any) -> None:
    """A hash that takes no time, for passwords here keep nothing; and no memory of tries."""
    from django.core.cache import cache

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()


@pytest.fixture
def site_workspace() -> Path:
    """The workspace that the site reads."""
    return Path(_FOLDER)


@pytest.fixture
def person(db: Any) -> Callable[..., Any]:
    """Makes a person: ``person("manager", teams=("Team A",))``."""
    from sightline.web.people.models import Person

    def made(role: str, teams: tuple[str, ...] = (), username: str = "", **more: Any) -> Any:
        name = username or f"{role}{Person.objects.count() + 1}"
        one = Person(username=name, role=role, teams=list(teams), first_name="Test", **more)
        one.last_name = role.title()
        if one.in_role.until and "until" not in more:
            from datetime import timedelta

            from django.utils import timezone

            one.until = timezone.localdate() + timedelta(days=14)
        one.set_password(PASSWORD)
        one.save()
        return one

    return made


@pytest.fixture
def client_of(person: Callable[..., Any]) -> Callable[..., Any]:
    """A test client, signed in as a new person of a role, or as one given."""
    from django.test import Client

    def made(role: Any, teams: tuple[str, ...] = (), **more: Any) -> Any:
        one = person(role, teams, **more) if isinstance(role, str) else role
        client = Client()
        client.force_login(one, backend=BACKEND)
        client.person = one  # type: ignore[attr-defined]
        return client

    return made
