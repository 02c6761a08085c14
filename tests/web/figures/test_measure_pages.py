"""Pages of measures: figures with counts, commentary, and rows within one's own scope."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

import pytest

from sightline.web.figures.models import Commentary, Owner
from sightline.web.trail.models import Entry

pytestmark = pytest.mark.django_db
SAID = {"see": "Fewer in time.", "so_what": "Children wait.", "now_what": "Two more workers."}
AS02 = "/measures/AS02"


def lines_of(answer: Any) -> list[list[str]]:
    """The lines of a download."""
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


def test_the_list_gives_each_figure_with_its_counts(
    client_of: Any, site: Any, text_of: Any
) -> None:
    answer = client_of("director").get("/measures")
    said = text_of(answer)
    # 110 of 155 is 70.97%.
    assert "Assessments finished within 45 working days of their start 71% (110 of 155)" in said
    assert "higher is better" in said
    assert "1 measure, in the order of the areas." in said
    # What has no figure is told apart, with why.
    assert "Assessments within 45 days of the referral Needs another list." in said


def test_filters_are_in_the_address_and_can_be_taken_away(
    client_of: Any, site: Any, text_of: Any
) -> None:
    client = client_of("director")
    kept = client.get("/measures?area=as&words=visits")
    assert "71% (110 of 155)" not in text_of(kept)
    assert "No measure is as you chose." in text_of(kept)
    kept = client.get("/measures?area=as&words=working+days")
    assert "71% (110 of 155)" in text_of(kept)
    assert 'href="/measures?words=working+days"' in kept.content.decode()  # without the area
    assert client.get("/measures?area=nonsense&theme=%00").status_code == 200


def test_a_page_of_a_measure_stands_in_its_fixed_order(client_of: Any, site: Any) -> None:
    page = client_of("manager", ("Northfield",)).get(AS02).content.decode()
    headings = re.findall(r"<h2[^>]*>(.*?)</h2>", page)
    assert headings[:7] == [
        "Over time", "Between teams", "Compared with", "Why it matters, and its limits",
        "Commentary", "Children", "Other groups, definition, lineage and quality",
    ]  # fmt: skip
    assert len(re.findall("<h1", page)) == 1
    assert 'style="' not in page
    assert "<style" not in page
    assert page.count("<svg") == 2
    assert "&lt;script&gt;alert" in page  # a team's name is words, whatever it looks like
    assert "<script>alert" not in page


def test_children_behind_it_are_counted_as_all_and_as_ones_own(
    client_of: Any, site: Any, text_of: Any
) -> None:
    # Three are not met: two of Northfield, one of Eastfield.
    all_of_them = text_of(client_of("director").get(AS02))
    assert "3 rows to look at (not met) . All rows behind it" in all_of_them
    own = text_of(client_of("manager", ("Northfield",)).get(AS02))
    assert "2 rows to look at (not met) , of 3 in all teams" in own


def test_rows_behind_a_figure_are_of_ones_own_scope(
    client_of: Any, site: Any, text_of: Any
) -> None:
    client = client_of("manager", ("Eastfield",))
    said = text_of(client.get(f"{AS02}/children"))
    # Two rows of Eastfield; four of Northfield are counted, not listed.
    assert "4 more rows are of other teams, and not listed here." in said
    assert said.count("CH0001") == 2
    assert "CH0002" not in said
    assert "a.xlsx, List 4, row 4" in said  # behind(2): its row is 2 + 2
    assert text_of(client.get(f"{AS02}/children?answer=not+met")).count("CH0001") == 1
    outside = text_of(client.get(f"{AS02}/children?team=Northfield"))
    assert "CH0002" not in outside


def test_a_practitioner_gets_their_own_rows_alone(client_of: Any, site: Any, text_of: Any) -> None:
    said = text_of(client_of("practitioner", worker="Elm").get(f"{AS02}/children"))
    assert said.count("CH0001") == 1
    assert "5 more rows are of other teams" in said
    nobody = text_of(client_of("practitioner").get(f"{AS02}/children"))
    assert "CH0001" not in nobody


def test_a_group_keeps_its_rows(client_of: Any, site: Any, text_of: Any) -> None:
    client = client_of("director")
    assert text_of(client.get(f"{AS02}/children?by=sex:Female")).count("a.xlsx, List 4") == 6
    none = text_of(client.get(f"{AS02}/children?by=sex:Male"))
    assert "No row of yours is as you chose." in none


def test_the_download_of_rows_is_what_the_page_lists_and_is_kept(client_of: Any, site: Any) -> None:
    lines = lines_of(client_of("manager", ("Eastfield",)).get(f"{AS02}/children/download"))
    assert [line[0] for line in lines[1:]] == ["CH0001", "CH0001"]
    assert lines[1][4] == "not met"
    kept = Entry.objects.get(action="exported")
    assert (kept.about, kept.detail) == ("rows behind AS02", {"rows": 2})


def test_figures_are_downloaded_for_sharing_unless_asked_else(client_of: Any, site: Any) -> None:
    client = client_of("director")
    shared = client.get(f"{AS02}/download")
    assert "sharing" in shared["Content-Disposition"]
    true = client.get(f"{AS02}/download?mode=working")
    assert "as02-working-2026-10-31.csv" in true["Content-Disposition"]
    first = lines_of(true)[1]
    assert first[:2] == ["AS02", "Assessments finished within 45 working days of their start"]
    assert first[7:9] == ["110.0", "155.0"]
    assert Entry.objects.filter(action="exported").count() == 2


def test_commentary_is_signed_dated_and_kept_in_all_versions(
    client_of: Any, site: Any, text_of: Any
) -> None:
    client = client_of("director")
    assert client.post(f"{AS02}/commentary", SAID).status_code == 302
    client.post(f"{AS02}/commentary", SAID | {"see": "Much fewer in time."})
    said = text_of(client.get(AS02))
    assert "Much fewer in time. So what?" in said
    assert "Test Director, Director" in said
    assert "on figures as at 31 October 2026" in said
    assert "Written before: 1 version" in said
    assert [row.see for row in Commentary.objects.all()] == [
        "Much fewer in time.",
        "Fewer in time.",
    ]
    assert Entry.objects.filter(action="wrote commentary", about="measure AS02").count() == 2


def test_commentary_needs_its_three_answers(client_of: Any, site: Any) -> None:
    answer = client_of("director").post(f"{AS02}/commentary", {"see": "Only this."})
    assert answer.status_code == 200
    page = answer.content.decode()
    assert 'href="#id_so_what"' in page
    assert page.startswith("<!DOCTYPE html>")
    assert "<title>Error: " in page
    assert not Commentary.objects.exists()


def test_councillors_read_what_is_shared_and_no_earlier_text(
    client_of: Any, site: Any, text_of: Any
) -> None:
    writer, member = client_of("director"), client_of("member")
    writer.post(f"{AS02}/commentary", SAID | {"shared": "on"})
    assert "Fewer in time." in text_of(member.get(AS02))
    writer.post(f"{AS02}/commentary", SAID | {"see": "About three children."})
    said = text_of(member.get(AS02))
    assert "About three children." not in said
    assert "Fewer in time." not in said
    assert "No commentary is written for sharing." in said


def test_councillors_see_the_copy_for_sharing(client_of: Any, site: Any) -> None:
    client = client_of("member")
    page = client.get(AS02).content.decode()
    assert "For sharing: small numbers hidden" in page
    assert "CH00" not in page
    assert "/children" not in page
    assert client.get(f"{AS02}/children").status_code == 403
    assert client.get(f"{AS02}/download?mode=working").status_code == 403


def test_an_owner_is_named(client_of: Any, site: Any, text_of: Any) -> None:
    client = client_of("head", ("Northfield",))
    assert "Owner Nobody is named yet" in text_of(client.get(AS02))
    client.post(f"{AS02}/owner", {"name": "Head of assessment"})
    assert "Owner Head of assessment" in text_of(client.get(AS02))
    assert Owner.objects.get().by == client.person


def test_a_measure_that_is_not_there_is_not_found(client_of: Any, site: Any) -> None:
    assert client_of("director").get("/measures/ZZ99").status_code == 404


def test_nothing_published_is_said_and_is_no_error(client_of: Any, empty_site: Any) -> None:
    client = client_of("director")
    for address in ("/measures", AS02, "/children", "/children/overdue", "/teams", "/"):
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert b"This does not mean that nothing is overdue." in answer.content, address


def test_figures_say_how_old_they_are_and_what_came_in_part(
    client_of: Any, site: Any, text_of: Any
) -> None:
    said = text_of(client_of("director").get("/measures"))
    assert "Data as at 31 October 2026, loaded " in said
    assert "1 of 2 lists came without some of their columns: Assessments." in said


def test_a_newer_load_that_is_not_published_is_said(
    client_of: Any, site: Any, text_of: Any
) -> None:
    client = client_of("director")
    newer = site.folder / "snapshots" / "fernshire" / "2026-11-30-000000000000"
    other = site.folder / "snapshots" / "northmere" / "2026-12-31-000000000000"
    other.mkdir(parents=True)
    assert "is not published yet" not in text_of(client.get("/measures"))
    newer.mkdir()
    try:
        said = text_of(client.get("/measures"))
    finally:
        newer.rmdir()
        other.rmdir()
        other.parent.rmdir()
    assert "A newer load, of 30 November 2026, is not published yet." in said


def test_data_are_stale_after_more_than_the_days_allowed() -> None:
    from datetime import date

    from sightline.web.figures.fresh import stale_words

    assert stale_words(date(2026, 10, 31), date(2026, 11, 7), 7) == ""
    assert stale_words(date(2026, 10, 31), date(2026, 11, 8), 7) == "8 days old"
