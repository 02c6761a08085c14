"""Corrections: they show wherever findings do, outlive a re-read, and are withdrawn, never lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from library_readers import label, moved, without_findings

from sightline.reports.shelf import Shelf
from sightline.web.library import told
from sightline.web.library.asking import Asked
from sightline.web.library.models import Correction
from sightline.web.library.shelf import Library, corrected, opened
from sightline.web.trail.models import Entry

pytestmark = pytest.mark.django_db
SUPERVISION = "Social workers receive regular supervision"


def _starts(**asked: Any) -> list[str]:
    return [f["quote"][:20] for f in told.findings(Asked(**asked))["findings"]]


def test_a_theme_and_what_it_says_are_corrected_everywhere(
    correct: Any, client_of: Any, sha: str, finding: Any
) -> None:
    correct(SUPERVISION, theme_1="planning", polarity="mixed")
    assert Correction.objects.count() == 2
    assert _starts(theme="supervision") == []
    assert _starts(theme="planning") == [SUPERVISION[:20]]
    assert _starts(words="regular", polarity="mixed") == [SUPERVISION[:20]]
    assert _starts(words="regular", polarity="strength") == []
    one = finding(SUPERVISION)
    page = client_of("member").get(f"/library/documents/{sha[:12]}?at={one['start']}")
    assert "[Strength and weakness: Planning, corrected]" in page.content.decode()
    assert "Read again by two of us" in page.content.decode()
    with opened() as library:
        assert library is not None
        by_theme = [f["start"] for f in library.findings(theme="planning")]
        assert by_theme == [one["start"]]
        assert list(library.findings(theme="supervision")) == []
        assert library.search("regular", theme="planning")[0]["polarity"] == "mixed"


def test_what_is_no_finding_is_left_out_until_it_is_withdrawn(
    correct: Any, client_of: Any, sha: str, finding: Any
) -> None:
    client = correct(SUPERVISION, not_a_finding="on")
    start = finding(SUPERVISION)["start"]
    assert _starts(words="regular") == []
    page = client.get(f"/library/documents/{sha[:12]}").content.decode()
    assert f'id="finding-{start}"' not in page
    assert SUPERVISION in page
    one = Correction.objects.get()
    client.post(f"/library/corrections/{one.pk}/withdraw", {"reason": "It is one after all"})
    assert _starts(words="regular") == [SUPERVISION[:20]]
    one.refresh_from_db()
    assert one.withdrawn_by == client.person
    assert one.withdrawn_why == "It is one after all"
    listed = client.get("/library/corrections").content.decode()
    assert "withdrawn" in listed
    assert "It is one after all" in listed


def test_who_corrected_what_and_why_is_in_the_trail(correct: Any, sha: str) -> None:
    client = correct(SUPERVISION, theme_1="planning")
    kept = Entry.objects.get(action="corrected")
    assert kept.person == client.person.username
    assert kept.about == f"Themes in document {sha[:12]}"
    assert kept.reason == "Read again by two of us"
    assert (kept.detail["was"], kept.detail["now"]) == (["supervision"], ["planning"])


def test_of_two_corrections_the_later_holds_and_then_the_earlier_again(correct: Any) -> None:
    correct(SUPERVISION, theme_1="planning")
    client = correct(SUPERVISION, theme_1="caseloads")
    assert _starts(theme="caseloads") == [SUPERVISION[:20]]
    last = Correction.objects.order_by("-pk")[0]
    assert last.was == ["planning"]
    client.post(f"/library/corrections/{last.pk}/withdraw", {"reason": "The first was right"})
    assert _starts(theme="planning") == [SUPERVISION[:20]]


def test_findings_are_corrected_with_one_query(
    correct: Any, library: Path, django_assert_num_queries: Any
) -> None:
    correct(SUPERVISION, theme_1="planning")
    correct("Decisions do not always", not_a_finding="on")
    with Shelf(library) as shelf:
        rows = list(shelf.findings())
    with django_assert_num_queries(1):
        found = corrected(rows * 100)
    assert len(found) == 100 * (len(rows) - 1)
    assert sum(f["themes"] == ["planning"] for f in found) == 100
    assert corrected(found) == found


def test_a_reread_that_moves_the_words_keeps_the_correction(
    correct: Any, client_of: Any, library: Path, sha: str, finding: Any
) -> None:
    before = finding(SUPERVISION)["start"]
    correct(SUPERVISION, theme_1="planning")
    with Shelf(library, read=moved, label=label, reader_version="another") as shelf:
        assert {a.outcome for a in shelf.reread()} == {"reread"}
    (found,) = told.findings(Asked(theme="planning"))["findings"]
    assert found["start"] == before + 10
    assert found["themes"] == ["planning"]
    listed = client_of("member").get("/library/corrections?state=in+force").content.decode()
    assert "1 correction" in listed


def test_a_correction_whose_words_are_gone_is_listed_and_comes_back(
    correct: Any, client_of: Any, library: Path, sha: str
) -> None:
    correct(SUPERVISION, theme_1="planning")
    with Shelf(library, label=label, reader_version="worse", read=without_findings) as shelf:
        shelf.reread()
    assert _starts(theme="planning") == []
    client = client_of("member")
    assert "no longer found" in client.get("/library/corrections?state=lost").content.decode()
    assert "no longer found" in client.get(f"/library/documents/{sha[:12]}").content.decode()
    with Shelf(library, label=label, reader_version="good again") as shelf:
        shelf.reread()
    assert _starts(theme="planning") == [SUPERVISION[:20]]


def test_of_two_findings_with_the_same_words_the_right_one_is_corrected() -> None:
    from sightline.web.library.overlay import nearest

    places = [(10, 20, "Plans are\nlate"), (50, 60, "Plans are late"), (90, 100, "Other words")]
    assert nearest(places, Correction(start=50, end=60, quote="Plans are late")) == (50, 60)
    assert nearest(places, Correction(start=14, end=24, quote="Plans are late")) == (10, 20)
    assert nearest(places, Correction(start=40, end=50, quote="Plans are late")) == (50, 60)
    assert nearest(places, Correction(start=10, end=20, quote="Gone")) is None


def test_a_fact_is_corrected_on_the_page_and_in_the_history(
    client_of: Any, library: Path, sha: str
) -> None:
    client = client_of("analyst")
    address = f"/library/documents/{sha[:12]}/correct?fact=start_date&event=0&at=273"
    assert "Read as 6 June 2023" in client.get(address).content.decode()
    wrong = client.post(address, {"value": "6 June", "reason": "A misprint"}).content.decode()
    assert "Enter a date such as 2026-11-03" in wrong
    said = {"value": "2023-06-05", "reason": "A misprint: they came on the Monday"}
    assert client.post(address, said).status_code == 302
    page = client.get(f"/library/documents/{sha[:12]}").content.decode()
    assert "Focused visit: Fernshire, 5 June 2023" in page
    assert "Corrected by a person; read as 2023-06-06." in page
    shelf = Library.at(library)
    assert shelf is not None
    assert shelf.events(sha256=sha)[0]["start_date"] == "2023-06-05"
    shelf.close()
    assert "5 to 7 June 2023" in client.get("/library/authorities/fernshire").content.decode()


def test_a_fact_without_words_is_corrected_too(client_of: Any, sha: str) -> None:
    client = client_of("analyst")
    address = f"/library/documents/{sha[:12]}/correct?fact=published_date&event=0&at=0"
    said = {"value": "2023-07-13", "reason": "It came out a day later"}
    assert client.post(address, said).status_code == 302
    assert "13 July 2023" in client.get(f"/library/documents/{sha[:12]}").content.decode()


@pytest.mark.parametrize(
    ("fact", "at"), [("authority", 150), ("start_date", 5), ("nothing", 0), ("__class__", 0)]
)
def test_a_fact_that_is_not_there_cannot_be_corrected(
    client_of: Any, sha: str, fact: str, at: int
) -> None:
    address = f"/library/documents/{sha[:12]}/correct?fact={fact}&event=0&at={at}"
    assert client_of("analyst").get(address).status_code == 404


@pytest.mark.parametrize("role", ["member", "practitioner", "auditor", "inspector", "director"])
def test_others_cannot_correct_or_withdraw(
    client_of: Any, correct: Any, sha: str, finding: Any, role: str
) -> None:
    correct(SUPERVISION, theme_1="planning")
    one, kept = finding(SUPERVISION), Correction.objects.get()
    client = client_of(role)
    address = f"/library/documents/{sha[:12]}/correct?at={one['start']}-{one['end']}"
    assert client.get(address).status_code == 403
    assert client.post(address, {"polarity": "mixed", "reason": "because"}).status_code == 403
    withdraw = f"/library/corrections/{kept.pk}/withdraw"
    assert client.post(withdraw, {"reason": "because"}).status_code == 403
    assert Correction.objects.filter(withdrawn_at=None).count() == 1


def test_a_correction_needs_a_reason_and_a_difference(
    client_of: Any, sha: str, finding: Any
) -> None:
    one, client = finding(SUPERVISION), client_of("qa_lead")
    address = f"/library/documents/{sha[:12]}/correct?at={one['start']}-{one['end']}"
    page = client.post(address, {"polarity": "mixed", "theme_1": "supervision"}).content.decode()
    assert "Say why it should be changed" in page
    same = {"polarity": "strength", "theme_1": "supervision", "reason": "No reason at all"}
    assert "Nothing differs" in client.post(address, same).content.decode()
    client.get(f"{address}&polarity=mixed&reason=because")
    assert Correction.objects.count() == 0


def test_the_plain_values_are_plain(correct: Any, sha: str) -> None:
    import json

    correct(SUPERVISION, theme_1="planning")
    found = told.findings(Asked(words="regular"))
    assert json.loads(json.dumps(found)) == found
    (one,) = found["findings"]
    assert one["corrections"] == [Correction.objects.get().pk]
    assert one["authority"] == "Fernshire"
    assert "\x02" not in one["snippet"]
    documents = told.documents()
    assert json.loads(json.dumps(documents)) == documents
    assert {d["sha256"] for d in documents} >= {sha}
    assert [a["slug"] for a in told.authorities()] == ["fernshire"]
    assert told.on_theme("planning") == found["findings"]
