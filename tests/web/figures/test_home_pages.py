"""The first page of each role: what it needs first, within its scope."""

from __future__ import annotations

import re
from typing import Any

import pytest

from sightline.web.people.rights import ROLES

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", ROLES)
def test_every_role_has_a_first_page_with_data_and_without(
    client_of: Any, made_once: Any, settings: Any, tmp_path: Any, role: str
) -> None:
    from sightline.workspace import Workspace

    client = client_of(role, ("Northfield",))
    for folder in (made_once.folder, tmp_path):
        settings.WORKSPACE = Workspace(folder)
        page = client.get("/").content.decode()
        assert len(re.findall("<h1", page)) == 1
        assert 'style="' not in page


def test_a_director_is_asked_the_three_questions(client_of: Any, site: Any, text_of: Any) -> None:
    answer = client_of("director").get("/")
    headings = re.findall(r"<h2[^>]*>(.*?)</h2>", answer.content.decode())
    asked = [h for h in headings if h.endswith("?")]
    assert asked == [
        "What do we know about our practice?", "How do we know it?", "What are our plans?",
    ]  # fmt: skip
    assert "What inspectors may look at next" in headings
    said = text_of(answer)
    assert "2 steps overdue" in said
    # Of 20 of 50 in the last month, after eleven of 38 to 42.
    assert "Assessments finished within 45 working days of their start : worsening." in said


def test_a_manager_gets_this_week_of_their_team(client_of: Any, site: Any, text_of: Any) -> None:
    said = text_of(client_of("manager", ("Northfield",)).get("/"))
    assert said.startswith("This week ")
    assert "Overdue: the first 2 of 2" in said
    assert "Due soon: the first 1 of 1" in said
    # No list of supervision is loaded: that is not the same as no gap.
    assert "No list of supervision is loaded." in said
    assert "Northfield , beside its own past" in said
    assert "Eastfield" not in said


def test_a_practitioner_gets_their_own_children(client_of: Any, site: Any, text_of: Any) -> None:
    said = text_of(client_of("practitioner", worker="Rowan Ashdown").get("/"))
    assert "CH0001" in said
    nothing = text_of(client_of("practitioner", worker="Ash").get("/"))
    assert "Nothing is overdue for the children that you chose." in nothing
    assert "CH0001" not in nothing


def test_a_councillor_gets_plain_figures_and_no_child(
    client_of: Any, site: Any, text_of: Any
) -> None:
    answer = client_of("member").get("/")
    said = text_of(answer)
    assert "How children are doing" in said
    assert "CH0" not in said
    assert 'class="plain"' in answer.content.decode()
    assert "/children" not in answer.content.decode()


def test_an_inspector_is_told_until_when(client_of: Any, site: Any, text_of: Any) -> None:
    from datetime import timedelta

    from django.utils import timezone

    from sightline.web.look.filters import day

    last = timezone.localdate() + timedelta(days=3)
    said = text_of(client_of("inspector", ("Northfield",), until=last).get("/"))
    assert f"You may read until {day(last)}. You can change nothing." in said
