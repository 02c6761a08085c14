"""Pages of children: lists by scope, a child's page, reasons, and what is kept of each read."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from sightline.web.people.models import Reason
from sightline.web.trail.models import Entry

pytestmark = pytest.mark.django_db
WHY = "Their brother is with my team, and moves on Monday"


def test_each_list_says_its_order_and_holds_ones_own_children(
    client_of: Any, site: Any, text_of: Any
) -> None:
    client = client_of("manager", ("Northfield",))
    late = text_of(client.get("/children/overdue"))
    assert "The longest overdue come first." in late
    # CH0001 is 30 days late and CH0002 is 4: both steps are Northfield's.
    assert late.index("CH0001") < late.index("CH0002")
    assert "2 steps overdue, 1 due within 14 days, 1 signal" in late
    assert "CH0003" in text_of(client.get("/children/due"))
    assert "Plan open 15 months or longer" in text_of(client.get("/children/signals"))


def test_another_teams_manager_sees_none_of_them_and_is_told_so(
    client_of: Any, site: Any, text_of: Any
) -> None:
    client = client_of("manager", ("Southfield",))
    for address in ("/children", "/children/overdue", "/children/due", "/children/signals"):
        assert "CH0" not in text_of(client.get(address)), address
        assert "CH0" not in text_of(client.get(f"{address}?team=Northfield")), address
    assert "Nothing is overdue for the children that you chose." in text_of(
        client.get("/children/overdue")
    )


def test_without_a_team_it_is_said_that_there_is_none(
    client_of: Any, site: Any, text_of: Any
) -> None:
    said = text_of(client_of("manager").get("/children"))
    assert "You are given no team, so no child is listed." in said


def test_filters_keep_a_deadline_a_worker_and_what_is_closed(
    client_of: Any, site: Any, text_of: Any
) -> None:
    client = client_of("director")
    assert "CH0001" in text_of(client.get("/children/overdue?deadline=assessment"))
    ash = text_of(client.get("/children?team=Eastfield&worker=Ash"))
    assert "CH0001" in ash
    assert "CH0099" not in ash  # nothing is open for CH0099
    assert "CH0099" in text_of(client.get("/children?team=Eastfield&worker=Ash&opened=no"))
    assert "CH0002" not in ash


def test_a_list_is_downloaded_as_it_is_shown_and_that_is_kept(client_of: Any, site: Any) -> None:
    client = client_of("manager", ("Northfield",))
    answer = client.get("/children/download/overdue")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    lines = list(csv.reader(io.StringIO(text)))
    assert [line[0] for line in lines] == ["Child", "CH0001", "CH0002"]
    assert lines[1][6] == "30"
    kept = Entry.objects.get(action="exported")
    assert (kept.about, kept.detail["rows"]) == ("children: overdue", 2)
    assert client_of("practitioner").get("/children/download/overdue").status_code == 403
    assert client.get("/children/download/nonsense").status_code == 404


def test_a_childs_page_tells_what_is_late_and_where_it_was_read(
    client_of: Any, site: Any, text_of: Any
) -> None:
    client = client_of("manager", ("Eastfield",))
    answer = client.get(f"/children/{site.refs['CH0001']}")
    said = text_of(answer)
    assert "A child aged 9 Identifier CH0001" in said
    # 30 days before 31 October 2026.
    assert "due 1 October 2026, 30 days overdue" in said
    # Its two rows of the load, with their own values; no row of another child.
    assert "a.xlsx, List 4, row 2" in said
    assert "3 August 2026" in said
    assert "2 September 2026" in said
    assert "1 July 2026" not in said
    assert b"<title>A child \xe2\x80\x93 Sightline</title>" in answer.content


def test_each_read_of_a_childs_page_is_kept_by_reference(client_of: Any, site: Any) -> None:
    client, ref = client_of("manager", ("Eastfield",)), site.refs["CH0001"]
    client.get(f"/children/{ref}")
    client.get(f"/children/{ref}")
    kept = Entry.objects.filter(action="read")
    assert [(e.person, e.reference) for e in kept] == [(client.person.username, ref)] * 2
    assert not Entry.objects.filter(about__contains="CH0001").exists()


def test_another_teams_child_opens_for_a_reason_for_a_day(
    client_of: Any, site: Any, text_of: Any
) -> None:
    client, ref = client_of("manager", ("Southfield",)), site.refs["CH0002"]
    address = f"/children/{ref}"
    asked = text_of(client.get(address))
    assert "Why do you need to see this child?" in asked
    assert "CH0002" not in asked
    assert not Entry.objects.filter(action="read").exists()
    assert "There is a problem" in text_of(client.post(address, {"reason": "short"}))
    assert client.post(address, {"reason": WHY}).status_code == 302
    assert "Identifier CH0002" in text_of(client.get(address))
    kept = Entry.objects.get(action="read")
    assert (kept.reference, kept.reason) == (ref, WHY)
    Reason.objects.update(given_at=timezone.now() - timedelta(hours=25))
    assert "CH0002" not in text_of(client.get(address))


def test_a_reason_opens_that_child_and_that_person_alone(
    client_of: Any, site: Any, text_of: Any
) -> None:
    client = client_of("manager", ("Southfield",))
    client.post(f"/children/{site.refs['CH0002']}", {"reason": WHY})
    assert "CH0007" not in text_of(client.get(f"/children/{site.refs['CH0007']}"))
    other = client_of("manager", ("Southfield",))
    assert "CH0002" not in text_of(other.get(f"/children/{site.refs['CH0002']}"))


def test_a_practitioner_sees_no_other_child_whatever_the_reason(client_of: Any, site: Any) -> None:
    client, ref = client_of("practitioner", worker="Birch"), site.refs["CH0001"]
    assert client.get(f"/children/{site.refs['CH0002']}").status_code == 200
    assert client.get(f"/children/{ref}").status_code == 403
    assert client.post(f"/children/{ref}", {"reason": WHY}).status_code == 403
    assert not Reason.objects.exists()


def test_who_worked_with_a_child_before_is_asked_why(
    client_of: Any, site: Any, text_of: Any
) -> None:
    # Elm stands in a row behind a figure; Ash works with CH0001 now.
    assert client_of("practitioner", worker="Elm").get(
        f"/children/{site.refs['CH0001']}"
    ).status_code == 403  # fmt: skip
    assert client_of("practitioner", worker="Ash").get(
        f"/children/{site.refs['CH0001']}"
    ).status_code == 200  # fmt: skip


def test_guessed_and_changed_references_lead_nowhere(client_of: Any, site: Any) -> None:
    client, ref = client_of("director"), site.refs["CH0001"]
    for wrong in ("CH0001", ref[:-1], ref[::-1], ref.upper(), "a" * 26):
        assert client.get(f"/children/{wrong}").status_code == 404, wrong


def test_an_identifier_is_posted_and_stands_in_no_address(client_of: Any, site: Any) -> None:
    client = client_of("manager", ("Northfield",))
    answer = client.post("/children/open", {"identifier": " CH0001 "})
    assert answer["Location"] == f"/children/{site.refs['CH0001']}"
    assert client.get("/children/open?identifier=CH0001")["Location"] == "/children"
    page = client.get("/children/overdue").content.decode()
    assert not [p for p in page.split('href="')[1:] if "CH00" in p.split('"')[0]]


def test_who_may_give_no_reason_learns_not_whether_there_is_such_a_child(
    client_of: Any, site: Any, text_of: Any
) -> None:
    client = client_of("practitioner", worker="Birch")
    said = []
    for identifier in ("CH0099", "CH4444"):
        answer = client.post("/children/open", {"identifier": identifier}, follow=True)
        said.append(text_of(answer))
    assert said[0] == said[1]
    assert "No child whom you may see has this identifier." in said[0]
    assert client.post("/children/open", {"identifier": "CH0002"})["Location"] == (
        f"/children/{site.refs['CH0002']}"
    )


def test_waits_have_a_sentence_a_chart_and_a_table(client_of: Any, site: Any) -> None:
    page = client_of("director").get("/children/waits").content.decode()
    # 40 set out; half had arrived on day 20 of 1 to 30.
    assert "Half of 40 had arrived within 20 days." in page
    assert page.count("<svg") == 1
    assert "The same as a table" in page


def test_an_inspector_reads_and_changes_nothing(client_of: Any, site: Any) -> None:
    client = client_of("inspector", ("Northfield",))
    page = client.get("/children/overdue").content.decode()
    assert "CH0001" in page
    assert "Download" not in page
    assert client.get("/children/download/overdue").status_code == 403
    assert client.get("/measures/AS02/commentary").status_code == 403
