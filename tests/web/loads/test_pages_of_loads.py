"""Pages of loads: what they show, to whom, and what they never show."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from sightline.web.trail.models import Entry

pytestmark = pytest.mark.django_db


def words(answer: Any) -> str:
    assert answer.status_code == 200, answer.status_code
    return " ".join(answer.content.decode().split())


def test_no_data_is_told_apart_from_no_errors(client_of: Any, site: Any) -> None:
    assert "No data are loaded yet" in words(client_of("analyst").get("/data"))
    assert "No data are loaded yet" in words(client_of("analyst").get("/data/trend"))


def test_the_list_tells_of_each_load(client_of: Any, two_loads: Any) -> None:
    page = words(client_of("analyst").get("/data"))
    assert "Data: Fernshire" in page
    assert page.index("31 October 2026") < page.index("30 September 2026")
    assert f'href="/data/{two_loads[1]}/issues?severity=error">4</a>' in page
    assert "1 list lacks columns" in page
    assert page.count(">not published<") == 1  # the last one; the other is earlier
    assert page.count(">earlier<") == 1


def test_a_page_of_a_load_says_what_is_wrong_and_what_it_is_good_for(
    client_of: Any, two_loads: Any
) -> None:
    page = words(client_of("director").get(f"/data/{two_loads[1]}"))
    assert "4 errors and 1 query" in page
    assert "75% (3 of 4)" in page
    assert "1 of 4 rows has no source." in page
    assert "It is not published" in page
    assert "Delete this load" not in page  # a director looks; an analyst changes


def test_issues_are_those_that_the_filters_leave(client_of: Any, two_loads: Any) -> None:
    client = client_of("analyst")
    at = f"/data/{two_loads[1]}/issues"
    assert "6 issues" in words(client.get(at))
    north = words(client.get(f"{at}?severity=error&team=Team+North"))
    assert "2 issues" in north
    assert "child-b" in north
    assert "child-c" not in north
    assert "2 issues" in words(client.get(f"{at}?team=-"))
    assert "1 issue<" in words(client.get(f"{at}?severity=query"))
    assert "Clear them to see all" in words(client.get(f"{at}?severity=query&team=Team+South"))
    assert "6 issues" in words(client.get(f"{at}?severity=nothing&page=99999999999"))


def test_a_head_of_service_sees_the_children_of_their_teams_alone(
    client_of: Any, two_loads: Any
) -> None:
    client = client_of("head", ("Team South",))
    page = words(client.get(f"/data/{two_loads[1]}/issues"))
    assert "child-c" in page
    for other in ("child-a", "child-b", "child-d", "Team North", "Ann Lee"):
        assert other not in page
    assert "2 issues" in page  # their own, and the one that is about no child
    fixing = words(client.get(f"/data/{two_loads[1]}/fixing?by=worker"))
    assert "Cy Fox" in fixing
    assert "Bo Day" not in fixing
    assert client.get(f"/data/{two_loads[1]}/issues/0").status_code == 403


def test_reading_children_and_downloading_them_is_kept(client_of: Any, two_loads: Any) -> None:
    client = client_of("analyst", username="ana")
    client.get(f"/data/{two_loads[1]}/issues")
    got = client.get(f"/data/{two_loads[1]}/issues/download?severity=error")
    rows = list(csv.DictReader(io.StringIO(got.getvalue().decode("utf-8-sig"))))
    assert [row["child_id"] for row in rows] == ["child-a", "child-b", "child-c", "child-d"]
    assert rows[0]["row"] == "2"
    assert rows[0]["remedy"] == "Mend it."
    exported, read = Entry.objects.filter(person="ana", about__contains=two_loads[1])
    assert (read.action, read.detail) == ("read", {"children": 4})
    assert exported.action == "exported"
    assert exported.detail == {"rows": 4, "filters": {"severity": "error"}}


def test_who_owes_what(client_of: Any, two_loads: Any) -> None:
    page = words(client_of("analyst").get(f"/data/{two_loads[1]}/fixing"))
    north = page[page.index("Team North") : page.index("Team South")]
    assert f"/data/{two_loads[1]}/issues?severity=error&amp;team=Team+North" in north
    assert ">2</a>" in north  # errors
    assert ">1</a>" in north  # the query
    assert "No team is named" in page


def test_an_issue_is_accepted_with_a_reason(client_of: Any, two_loads: Any, site: Any) -> None:
    client = client_of("analyst", username="ana")
    at = f"/data/{two_loads[1]}/issues/2"  # numbers go from 0: that of child-c
    assert "child-c" in words(client.get(at))
    said = {"scope": "child", "reason": "held on a Saturday, as agreed", "until": "31 March 2030"}
    assert "Say why it is right" in words(client.post(at, said | {"reason": ""}))
    assert "not passed" in words(client.post(at, said | {"until": "1 March 2020"}))
    assert client.post(at, said).status_code == 302
    page = words(client.get(f"/data/{two_loads[1]}/issues?severity=accepted"))
    assert "1 issue<" in page
    assert "Accepted by ana until 2030-03-31: held on a Saturday, as agreed" in page
    assert "3 issues" in words(client.get(f"/data/{two_loads[1]}/issues?severity=error"))
    assert client.get(at).status_code == 404  # it is accepted already
    told = words(client.get("/data/accepted"))
    assert "held on a Saturday" in told
    assert "child-c" not in told
    kept = Entry.objects.get(action="accepted")
    assert (kept.about, kept.reason) == ("F01 in contacts", said["reason"])
    line = (site / "records" / "accepted.jsonl").read_text()
    assert '"child_id": "child-c"' in line
    assert '"by": "ana"' in line


def test_errors_over_time(client_of: Any, two_loads: Any) -> None:
    page = words(client_of("analyst").get("/data/trend"))
    assert "5 errors and queries as at 31 October 2026; 1 in the first load here" in page


def test_a_load_is_deleted_for_a_reason_and_what_was_made_of_it_too(
    client_of: Any, two_loads: Any, site: Any
) -> None:
    from sightline.intake.store import Store
    from sightline.web.loads.models import Compared, Job

    client = client_of("analyst", username="ana")
    Compared.objects.create(before=two_loads[0], after=two_loads[1])
    job = Job.objects.create(kind="publish", by="ana", what={"snapshot": two_loads[1]})
    (site / "published" / two_loads[1]).mkdir(parents=True)
    at = f"/data/{two_loads[1]}/delete"
    assert "Tick the box" in words(client.post(at, {"reason": "loaded with the wrong day"}))
    said = {"reason": "loaded with the wrong day", "sure": "on"}
    assert client.post(at, said).headers["Location"] == "/data"
    store = Store(site / "snapshots")
    assert [row.id for row in store.list()] == [two_loads[0]]
    intended = next(iter(store.deletions()))
    assert (intended["by"], intended["reason"]) == ("ana", said["reason"])
    assert not (site / "published" / two_loads[1]).exists()
    assert not Compared.objects.exists()
    job.refresh_from_db()
    assert job.state == "stopped"
    assert client.get(f"/data/{two_loads[1]}").status_code == 404


def test_a_damaged_load_is_told_of_and_can_be_deleted(
    client_of: Any, two_loads: Any, site: Any
) -> None:
    folder = site / "snapshots" / "fernshire" / two_loads[1]
    manifest = folder / "manifest.json"
    folder.chmod(0o700)
    manifest.chmod(0o600)
    manifest.write_text("{}")
    client = client_of("analyst")
    assert ">damaged<" in words(client.get("/data"))
    assert client.get(f"/data/{two_loads[1]}").status_code == 404
    said = {"reason": "the disk was damaged", "sure": "on"}
    assert client.post(f"/data/{two_loads[1]}/delete", said).status_code == 302
    assert not folder.exists()


def test_publishing_is_asked_for_once(client_of: Any, two_loads: Any) -> None:
    from sightline.web.loads.models import Job

    client = client_of("analyst")
    at = f"/data/{two_loads[1]}/publish"
    assert client.get(at).headers["Location"] == f"/data/{two_loads[1]}"
    first, second = client.post(at), client.post(at)
    job = Job.objects.get()
    assert first.headers["Location"] == second.headers["Location"] == f"/data/jobs/{job.pk}"
    assert job.what == {"snapshot": two_loads[1]}


def test_a_comparison_is_counts_and_no_child(client_of: Any, two_loads: Any) -> None:
    from sightline.web.loads.work import do_here

    client = client_of("analyst")
    at = f"/data/{two_loads[1]}/compared"
    assert "not been compared yet" in words(client.get(at))
    client.post(f"/data/{two_loads[1]}/compare")
    assert "They are being compared" in words(client.get(at))
    assert do_here()
    page = words(client.get(at))
    assert "Set beside the load as at 30 September 2026" in page
    cells = page[page.index("<tbody") :]
    assert [c.split("<")[0] for c in cells.split('numeric">')[1:6]] == ["1", "4", "3", "0", "0"]
    assert "child-" not in cells
    assert "no earlier load" in words(client.get(f"/data/{two_loads[0]}/compared"))


def test_the_home_page_is_told_what_matters(person: Any, two_loads: Any) -> None:
    from sightline.web.loads.home import cards
    from sightline.web.loads.models import Job

    assert cards(person("manager")) == []
    data, fixing = cards(person("head", ("Team South",)))
    assert (
        data["text"]
        == "The last load is as at 31 October 2026. In part: 1 list lacks columns. It is not published."
    )
    assert (fixing["number"], fixing["link"]) == (1, f"/data/{two_loads[1]}/fixing")
    Job.objects.create(kind="publish", by="x", state="failed")
    assert cards(person("analyst"))[2]["text"] == "A job failed since the last that was done."


@pytest.mark.parametrize("role", ["manager", "auditor", "practitioner", "member", "administrator"])
def test_others_see_nothing_of_loads(client_of: Any, two_loads: Any, role: str) -> None:
    client = client_of(role)
    for at in ("", "/jobs", "/trend", f"/{two_loads[1]}", f"/{two_loads[1]}/issues"):
        assert client.get(f"/data{at}").status_code == 403


def test_who_looks_changes_nothing(client_of: Any, two_loads: Any) -> None:
    client = client_of("director")
    for at in ("upload", f"{two_loads[1]}/delete", f"{two_loads[1]}/publish", "jobs/1/stop"):
        assert client.post(f"/data/{at}").status_code == 403
