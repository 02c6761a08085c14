"""Pages of themes and teams: what inspectors said beside what measures show, and teams."""

from __future__ import annotations

import re
from typing import Any

import pytest

pytestmark = pytest.mark.django_db
WORDS = "children had been referred four or five times for the same concern"


def test_a_theme_stands_in_its_order(client_of: Any, site: Any) -> None:
    page = client_of("director").get("/themes/assessment").content.decode()
    assert re.findall(r"<h2[^>]*>(.*?)</h2>", page) == [
        "What inspectors said", "What the measures show", "What audits found",
        "What is being done", "What practitioners write",
    ]  # fmt: skip


def test_inspectors_words_lead_to_where_they_stand(client_of: Any, site: Any, text_of: Any) -> None:
    client = client_of("director")
    answer = client.get("/themes/assessment")
    assert WORDS in text_of(answer)
    assert "Focused visit, 6 to 7 June 2023: only weaknesses" in text_of(answer)
    link = re.search(r'href="(/library/documents/[0-9a-f]+\?at=(\d+)#finding-(\d+))"',
                     answer.content.decode())  # fmt: skip
    assert link
    assert link[2] == link[3]
    there = client.get(link[1].partition("#")[0])
    assert there.status_code == 200
    assert f'id="finding-{link[3]}"' in there.content.decode()


def test_others_are_told_apart_from_ones_own(client_of: Any, site: Any, text_of: Any) -> None:
    said = text_of(client_of("director").get("/themes/supervision"))
    assert "The library has nothing that inspectors said on this to Fernshire." in said
    others = said.partition("Said lately to other authorities")[2]
    assert "supervision is now regular" in others
    assert "Northmere: strength" in others


def test_measures_of_a_theme_lead_to_their_children(
    client_of: Any, site: Any, text_of: Any
) -> None:
    answer = client_of("manager", ("Northfield",)).get("/themes/assessment")
    said = text_of(answer)
    assert "1 measure: 1 getting worse, 0 getting better." in said
    assert "71% (110 of 155)" in said
    assert 'href="/measures/AS02/children?answer=not+met"' in answer.content.decode()
    # The tally by hand: 41 of 52 is 79%.
    assert "11 overdue ; on time 79% (41 of 52)." in said
    assert "No audits yet on this theme." in said


def test_councillors_get_no_link_to_a_child_or_team(client_of: Any, site: Any) -> None:
    page = client_of("member").get("/themes/assessment").content.decode()
    assert "71% (110 of 155)" in page
    assert "/children" not in page
    assert "/teams" not in page


def test_an_administrator_reads_letters_and_no_figure(
    client_of: Any, site: Any, text_of: Any
) -> None:
    client = client_of("administrator")
    said = text_of(client.get("/themes/assessment"))
    assert WORDS in said
    assert "Your role does not show figures." in said
    assert "110 of 155" not in said
    assert "Getting worse" not in text_of(client.get("/themes"))


def test_the_list_of_themes_says_what_was_last_said(
    client_of: Any, site: Any, text_of: Any
) -> None:
    client = client_of("director")
    said = text_of(client.get("/themes"))
    assert "Assessment only weaknesses, 6 to 7 June 2023 1 1 0" in said
    assert "Supervision nothing in the library 0 0 0" in said
    leaders = text_of(client.get("/themes?area=leaders"))
    assert "Supervision nothing" in leaders
    assert "Assessment only" not in leaders


def test_themes_stand_where_nothing_is_published(
    client_of: Any, empty_site: Any, text_of: Any
) -> None:
    client = client_of("director")
    assert client.get("/themes").status_code == 200
    assert "No data are published yet." in text_of(client.get("/themes/visits"))
    assert client.get("/themes/no-such-thing").status_code == 404


def test_a_team_is_found_by_the_name_in_its_address(
    client_of: Any, site: Any, text_of: Any
) -> None:
    client = client_of("manager", ("Northfield",))
    assert 'href="/teams/northfield"' in client.get("/teams").content.decode()
    said = text_of(client.get("/teams/northfield"))
    # One child is open (CH0002), two steps are overdue, one is due, one signal.
    assert "Northfield 31 October" not in said
    assert "1 children open 2 steps overdue 1 due within 14 days 1 signals" in said
    # 20 of 50 beside all.
    assert "40% (20 of 50)" in said
    assert client.get("/teams/nowhere").status_code == 404


def test_workers_are_shown_to_the_manager_of_that_team_alone(
    client_of: Any, site: Any, text_of: Any
) -> None:
    own = text_of(client_of("manager", ("Northfield",)).get("/teams/northfield"))
    assert "Workers of Northfield, by name" in own
    assert "Rowan Ashdown" in own
    for client in (
        client_of("manager", ("Eastfield",)),
        client_of("director"),
        client_of("head", ("Northfield",)),
        client_of("practitioner", worker="Birch"),
    ):
        assert "Rowan Ashdown" not in text_of(client.get("/teams/northfield"))
