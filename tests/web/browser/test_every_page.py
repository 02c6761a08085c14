"""Every page that each role can reach: axe finds nothing, and nothing spills off a narrow screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, resolve

from sightline.web.people.rights import ROLES

pytestmark = [pytest.mark.browser, pytest.mark.slow]
OF_EACH = 1
"""How many addresses of each page are looked at, for each role: links differ by role."""
_LEAVE = ("account_logout", "account_reauthenticate", "mfa_activate_totp")


def name_of(address: str) -> str | None:
    """The name of the page that an address leads to; None where it leads out or to a file."""
    path = urlsplit(address).path
    try:
        name = resolve(path).view_name
    except Resolver404:
        return None
    return None if name in _LEAVE else name


def reached(page: Any, visit: Callable[[str, str], None], address: str) -> dict[str, int]:
    """Go through the site from its first page by its links; how many addresses of each page."""
    counts: dict[str, int] = {}
    waiting, seen = ["/"], set()
    while waiting:
        there = waiting.pop(0)
        name = name_of(there)
        key = urlsplit(there).path
        if name is None or key in seen or counts.get(name, 0) >= OF_EACH:
            continue
        seen.add(key)
        answer = page.request.get(there, max_redirects=0)
        if "text/html" not in answer.headers.get("content-type", "") or answer.status == 302:
            continue
        counts[name] = counts.get(name, 0) + 1
        answer = page.goto(there)
        assert answer is not None
        assert answer.status == 200, (there, answer.status)
        visit(name, there)
        links = page.eval_on_selector_all("a[href]", "all => all.map(a => a.href)")
        waiting += [
            urlsplit(link).path + (f"?{urlsplit(link).query}" if urlsplit(link).query else "")
            for link in links
            if link.startswith(address)
        ]
    return counts


@pytest.mark.parametrize("role", ROLES)
def test_axe_finds_nothing_on_any_page(site: Any, signed_in: Any, role: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page, axe, wrong = signed_in(role), Axe(), []
    errors: list[str] = []
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)

    def look(name: str, address: str) -> None:
        for found in axe.run(page).response["violations"]:
            wrong.append((name, found["id"], found["nodes"][0]["html"][:120]))

    counts = reached(page, look, site.address)
    assert wrong == []
    assert [e for e in errors if "404" not in e] == []
    assert len(counts) >= 4


@pytest.mark.parametrize("role", ["director", "qa_lead", "analyst"])
def test_nothing_spills_off_a_narrow_screen(site: Any, signed_in: Any, role: str) -> None:
    page, wrong = signed_in(role, width=320), []

    def look(name: str, address: str) -> None:
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            wrong.append((name, width))

    reached(page, look, site.address)
    assert wrong == []


@pytest.mark.parametrize("role", ["qa_lead"])
def test_axe_finds_nothing_on_a_narrow_screen(site: Any, signed_in: Any, role: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page, axe, wrong = signed_in(role, width=320), Axe(), []

    def look(name: str, address: str) -> None:
        wrong.extend((name, found["id"]) for found in axe.run(page).response["violations"])

    reached(page, look, site.address)
    assert wrong == []


def test_no_child_stands_in_an_address_or_a_title(site: Any, signed_in: Any) -> None:
    from sightline.tasks.publish import published

    found = published(site.workspace, "working")
    assert found is not None
    ids = {child.child_id for child in found.children(size=5_000).rows}
    page = signed_in("director")
    wrong = []

    def look(name: str, address: str) -> None:
        parts = set(address.replace("?", "/").replace("=", "/").replace("&", "/").split("/"))
        wrong.extend((name, address) for _ in parts & ids)
        wrong.extend((name, "title") for one in page.title().split() if one in ids)

    reached(page, look, site.address)
    assert ids
    assert wrong == []
