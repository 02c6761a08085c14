"""A story for each role, in a browser without scripts: what they come for, they get."""

from __future__ import annotations

import re
from typing import Any

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def found(site: Any) -> Any:
    """What the site's pages read."""
    from sightline.tasks.publish import published

    opened = published(site.workspace, "working")
    assert opened is not None
    return opened


def of_other_team(found: Any, team: str) -> Any:
    """A child with another team."""
    return next(c for c in found.children(size=2_000).rows if c.team not in (team, "Not recorded"))


def test_a_director_goes_from_a_sentence_to_a_source_row(signed_in: Any) -> None:
    page = signed_in("director", scripts=False)
    page.click("text=Themes")
    page.goto("/themes/assessment")
    quote = page.locator(".quote p").first.inner_text()
    page.click("text=Read it where it stands >> nth=0")
    assert quote.strip("“”") in page.locator("mark.chosen").first.inner_text().replace("\n", " ")
    page.go_back()
    page.click("text=Assessments finished within 45 working days of their start")
    figure = re.search(r"(\d+)% \((\d+) of (\d+)\)", page.locator("main").inner_text())
    assert figure is not None
    met, of = int(figure[2]), int(figure[3])
    assert int(figure[1]) == round(100 * met / of)
    page.locator("a", has_text="rows to look at").first.click()
    assert f"{of - met}" in page.locator("main").inner_text()
    page.locator("main table tbody a").first.click()
    assert re.fullmatch(r".*/children/[a-z2-7]{26}", page.url)
    assert re.search(r"\.csv, row \d+", page.locator("main").inner_text())


def test_a_manager_says_why_before_they_see_a_child_of_another_team(
    signed_in: Any, found: Any
) -> None:
    child = of_other_team(found, "Assessment North")
    page = signed_in("manager", scripts=False)
    page.goto(f"/children/{child.ref}")
    assert child.child_id not in page.locator("main").inner_text()
    page.fill("textarea[name=reason]", "A brother of a child in my team came into care today.")
    page.click("main button[type=submit]")
    assert child.child_id in page.locator("main").inner_text()
    trail = signed_in("director", scripts=False)
    trail.goto(f"/trail?reference={child.ref}")
    kept = trail.locator("main table").inner_text()
    assert "manager" in kept
    assert "A brother of a child in my team" in kept


def test_a_manager_is_refused_a_list_of_another_team(signed_in: Any, found: Any) -> None:
    page = signed_in("manager", scripts=False)
    page.goto("/measures/AS02/children?team=Assessment+South")
    text = page.locator("main").inner_text()
    ids = {row.child_id for row in found.rows("AS02", teams=("Assessment South",), size=500).rows}
    assert ids
    assert not set(re.findall(r"\w+", text)) & ids


def test_a_practitioner_sees_their_own_children_alone(signed_in: Any, found: Any) -> None:
    page = signed_in("practitioner", scripts=False)
    page.goto("/children")
    text = page.locator("main").inner_text()
    own = re.findall(r"\b\d{7}\b", text)
    workers = {c.worker for c in found.children(size=5_000).rows if c.child_id in own}
    assert own
    assert len(workers) == 1
    other = next(c for c in found.children(size=5_000).rows if c.worker not in workers)
    answer = page.goto(f"/children/{other.ref}")
    assert answer.status == 403
    assert other.child_id not in page.content()


def test_a_councillor_sees_no_small_number_and_no_child(signed_in: Any) -> None:
    page = signed_in("member", scripts=False)
    assert "For sharing" in page.locator("header").inner_text()
    page.goto("/measures/AS02")
    assert page.locator("a[href*='/children']").count() == 0
    for address in ("/children", "/measures/AS02/children", "/data", "/audits", "/trail"):
        assert page.goto(address).status == 403


def test_an_inspector_reads_and_changes_nothing(signed_in: Any) -> None:
    page = signed_in("inspector", scripts=False)
    assert page.goto("/measures/AS02").status == 200
    assert page.locator("text=Write commentary").count() == 0
    for address in ("/measures/AS02/commentary", "/data/upload", "/audits/samples/new", "/people"):
        assert page.goto(address).status == 403


def test_an_administrator_adds_somebody_and_sees_no_child(signed_in: Any) -> None:
    page = signed_in("administrator", scripts=False)
    page.goto("/people/add")
    page.click("main button[type=submit]")
    assert page.title().startswith("Error: ")
    assert page.locator(".govuk-error-summary").count() == 1
    assert page.goto("/children").status == 403


def test_commentary_is_signed_and_dated(signed_in: Any) -> None:
    page = signed_in("head", scripts=False)
    page.goto("/measures/AS03/commentary")
    areas = page.locator("main form textarea")
    for place in range(areas.count()):
        areas.nth(place).fill(f"Three words here {place}")
    page.locator("main form button[type=submit]").first.click()
    page.goto("/measures/AS03")
    text = page.locator("main").inner_text()
    assert "Three words here 0" in text
    assert "Hari Mistry" in text
