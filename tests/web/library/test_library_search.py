"""The search box: words, filters in the address, hits in their sentence, and what a list gives."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

import pytest

from sightline.web.trail.models import Entry

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("library")]
SUPERVISION = "Social workers receive regular supervision, and its records have improved."


def _hits(client: Any, query: str) -> list[str]:
    page = client.get(f"/library?{query}").content.decode()
    found = re.search(r'<ol class="govuk-list found".*?</ol>', page, re.S)
    return re.findall(r"<blockquote.*?<p[^>]*>(.*?)</p>", found[0], re.S) if found else []


def _plain(markup: str) -> str:
    return re.sub(r"<[^>]+>", "", markup)


def test_nothing_is_listed_before_something_is_asked(client_of: Any) -> None:
    page = client_of("member").get("/library").content.decode()
    assert '<ol class="govuk-list found"' not in page
    assert "in 2 documents about 1 authority" in page
    assert page.index('name="q"') < page.index("The latest")


def test_a_hit_shows_the_words_in_their_sentence_and_leads_to_the_place(
    client_of: Any, sha: str, finding: Any
) -> None:
    client = client_of("practitioner")
    (hit,) = _hits(client, "q=regular")
    assert _plain(hit) == SUPERVISION
    assert '<mark class="found">regular</mark>' in hit
    start = finding("Social workers receive")["start"]
    page = client.get("/library?q=regular").content.decode()
    assert f"/library/documents/{sha[:12]}?at={start}#finding-{start}" in page


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("theme=supervision", 1),
        ("theme=supervision&polarity=weakness", 0),
        ("q=regular&polarity=strength", 1),
        ("q=regular&since=2024", 0),
        ("q=regular&since=2023&until=2023", 1),
        ("q=regular&until=2022", 0),
        ("q=regular&kind=focused_visit", 1),
        ("q=regular&kind=inspection", 0),
        ("q=regular&authority=Fernshire", 1),
        ("role=priority_action", 1),
        ("q=%22regular+supervision%22", 1),
        ("q=%22supervision+regular%22", 0),
        ("q=regul*", 3),
        ("q=%3B%22%29--", 0),
        ("q=%00%ED%A0%80", 0),
    ],
)
def test_filters_of_the_address_hold_together(client_of: Any, query: str, number: int) -> None:
    assert len(_hits(client_of("director"), query)) == number


def test_a_filter_in_use_is_a_chip_that_takes_it_away(client_of: Any) -> None:
    page = client_of("director").get("/library?q=regular&polarity=strength").content.decode()
    assert re.search(r'href="/library\?q=regular"[^>]*>.*?What it says: Strength', page, re.S)


def test_a_year_that_is_none_is_said_and_the_rest_is_asked(client_of: Any) -> None:
    client = client_of("director")
    page = client.get("/library?q=regular&since=soon").content.decode()
    assert "There is a problem" in page
    assert len(_hits(client, "q=regular&since=soon")) == 1


def test_pages_of_hits_hold_all_of_them_once(client_of: Any) -> None:
    client = client_of("director")
    total = int(
        re.search(r"(\d+) findings</h2>", client.get("/library?until=2030").content.decode())[1]
    )
    seen = [h for n in (1, 2) for h in _hits(client, f"until=2030&page={n}")]
    assert 20 < total <= 40
    assert len(seen) == len(set(seen)) == total


def test_words_outside_the_findings_are_found_in_their_document(client_of: Any, sha: str) -> None:
    page = client_of("director").get("/library?q=Fernbridge").content.decode()
    assert "1 document with these words anywhere" in page
    assert '<mark class="found">Fernbridge</mark>' in page
    assert f'href="/library/documents/{sha[:12]}?at=' in page


def test_a_document_that_was_removed_is_no_longer_found(
    client_of: Any, library: Any, sha: str
) -> None:
    from sightline.reports.shelf import Shelf

    client = client_of("director")
    assert "1 document with these words" in client.get("/library?q=Fernbridge").content.decode()
    with Shelf(library) as shelf:
        shelf.remove(sha, "a test")
    assert "with these words" not in client.get("/library?q=Fernbridge").content.decode()


def test_a_download_needs_its_right_and_is_recorded(client_of: Any) -> None:
    assert client_of("member").get("/library?q=regular&download=csv").status_code == 403
    answer = client_of("manager").get("/library?q=regular&download=csv")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text))
    assert (row["Authority"], row["Says"], row["Themes"]) == (
        "Fernshire",
        "Strength",
        "Supervision",
    )
    assert row["Quotation"] == SUPERVISION
    kept = Entry.objects.get(action="exported")
    assert (kept.about, kept.detail) == ("findings", {"rows": 1})


def test_documents_are_listed_and_filtered(client_of: Any) -> None:
    client = client_of("director")
    page = client.get("/library/documents").content.decode()
    assert "2 documents" in page
    assert "Focused visit: Fernshire" in page
    only = client.get("/library/documents?q=Fernbridge").content.decode()
    assert "1 document<" in only
    none = client.get("/library/documents?kind=joint_inspection").content.decode()
    assert "No document is so" in none


def test_an_authority_and_the_country_have_their_pages(client_of: Any) -> None:
    client = client_of("director")
    assert "/library/authorities/fernshire" in client.get("/library/authorities").content.decode()
    page = client.get("/library/authorities/fernshire").content.decode()
    assert "Ofsted decides; this is an estimate." in page
    assert "/library/documents/" in page
    assert "documents/" not in re.sub(r"/library/documents[/\"]", "", page)
    assert "style=" not in page
    assert client.get("/library/authorities/nowhere").status_code == 404
    national = client.get("/library/national").content.decode()
    assert "From 2 documents about 1 authority" in national
    assert "style=" not in national


def test_without_a_library_the_pages_say_so(client_of: Any, settings: Any, tmp_path: Any) -> None:
    from sightline.workspace import Workspace

    settings.WORKSPACE = Workspace(tmp_path / "empty")
    client = client_of("director")
    for address in ("", "/documents", "/authorities", "/national", "/corrections"):
        answer = client.get(f"/library{address}")
        assert answer.status_code == 200
        assert "No documents are in the library yet" in answer.content.decode()
