"""Uploads and jobs: what is taken in, what is refused, and how the queue holds."""

from __future__ import annotations

import io
import stat
import zipfile
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from sightline.kit.problems import UserError
from sightline.web.loads import queue, uploads, work
from sightline.web.loads.models import Job
from sightline.web.loads.queue import Held, LostError, Outcome

pytestmark = pytest.mark.django_db
CONTACTS = (
    b"Child Unique ID,Gender,Ethnicity,Date of Birth,Age of Child (Years),Date of Contact,"
    b"Contact Source\nA1,Female,White British,01/02/2015,11,05/10/2026,Police\n"
)
DAY = {"as_at": "31 October 2026", "authority": "Fernshire"}


def sent(name: str, data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def zipped(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def test_a_file_becomes_a_load_then_it_is_published(client_of: Any, site: Path) -> None:
    client = client_of("analyst", username="ana")
    answer = client.post("/data/upload", {"files": [sent("List 1.csv", CONTACTS)], **DAY})
    job = Job.objects.get()
    assert answer.headers["Location"] == f"/data/jobs/{job.pk}"
    assert job.what["files"] == ["List 1.csv"]
    kept = next((site / "records" / "uploads" / job.what["folder"]).glob("*/*"))
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert "0 jobs come before it" in client.get(f"/data/jobs/{job.pk}").content.decode()
    assert work.do_here()
    job.refresh_from_db()
    assert (job.state, job.problem) == ("done", "")
    snapshot = job.result["snapshot"]
    assert snapshot.startswith("2026-10-31-")
    following = Job.objects.get(after=job)
    assert (following.kind, following.what) == ("publish", {"snapshot": snapshot})
    uploads.sweep()
    assert not kept.exists()
    page = client.get("/data").content.decode()
    assert snapshot in page
    assert "Test Analyst" in page  # who loaded it


def test_the_day_is_asked_and_the_authority_once(
    client_of: Any, two_loads: Any, site: Path
) -> None:
    client = client_of("analyst")
    page = client.get("/data/upload").content.decode()
    assert "<strong>Fernshire</strong>" in page
    assert 'name="authority"' not in page
    answer = client.post("/data/upload", {"files": [sent("a.csv", CONTACTS)], "as_at": ""})
    assert "Enter the day that the files show" in answer.content.decode()
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    answer = client.post("/data/upload", {"files": [sent("a.csv", CONTACTS)], "as_at": tomorrow})
    assert "not ahead of today" in answer.content.decode()
    assert not Job.objects.exists()
    client.post("/data/upload", {"files": [sent("a.csv", CONTACTS)], "as_at": "31/10/2026"})
    what = Job.objects.get().what
    assert (what["as_at"], what["authority"]) == ("2026-10-31", "Fernshire")


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("list.xlsx", b"%PDF-1.7 and so on", "PDF"),
        ("list.csv", b"MZ\x90\x00 a program", "program"),
        ("list.csv", b"<html><body>x</body></html>", "web page"),
        ("list.docx", zipped({"word/document.xml": b"x"}), "Word"),
    ],
)
def test_what_is_no_table_is_refused_by_what_it_holds(
    client_of: Any, site: Path, name: str, data: bytes, why: str
) -> None:
    answer = client_of("analyst").post("/data/upload", {"files": [sent(name, data)], **DAY})
    page = answer.content.decode()
    assert "There is a problem" in page
    assert why in page
    assert not Job.objects.exists()
    assert list((site / "records" / "uploads").iterdir()) == []


def test_a_zip_file_is_unpacked_and_its_paths_count_for_nothing(site: Path) -> None:
    given = {"../../List 1.csv": CONTACTS, "__MACOSX/x": b"x", "b/List 2.csv": b"a,b"}
    data = zipped(given)
    name = uploads.keep([sent("extract.zip", data)])
    files = uploads.files_of(name)
    assert [path.name for path in files] == ["List 1.csv", "List 2.csv"]
    assert all(path.is_relative_to(site / "records" / "uploads" / name) for path in files)
    assert files[0].read_bytes() == CONTACTS
    assert [p.name for p in uploads.files_of(name)] == ["List 1.csv", "List 2.csv"]  # once more


def test_a_zip_file_that_unpacks_to_too_much_is_refused(site: Path, settings: Any) -> None:
    name = uploads.keep([sent("x.zip", zipped({"a.csv": b"1,2\n" * 5000}))])
    settings.UPLOAD_LIMIT = 10_000
    with pytest.raises(UserError, match="unpacks to more than"):
        uploads.files_of(name)


def test_too_much_at_once_is_refused_before_it_is_read(
    client_of: Any, site: Path, settings: Any
) -> None:
    settings.UPLOAD_LIMIT = 1000
    big = sent("a.csv", b"x" * 1_100_000)
    answer = client_of("analyst").post("/data/upload", {"files": [big], **DAY})
    assert answer.status_code == 413
    assert "may be sent at once" in answer.content.decode()
    with pytest.raises(UserError, match="may be sent"):
        uploads.keep([sent("a.csv", b"x" * 1001)])


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\List 1.csv", "List 1.csv"),
        (".hidden.csv", "hidden.csv"),
        ("a\x00b\n.csv", "ab.csv"),
        ("..", "file"),
        ("x" * 400 + ".csv", "x" * 150 + ".csv"),
    ],
)
def test_a_name_cannot_lead_elsewhere(given: str, kept: str) -> None:
    assert uploads.plain_name(given) == kept


def test_a_form_from_elsewhere_is_refused(person: Any, site: Path) -> None:
    from django.test import Client

    client = Client(enforce_csrf_checks=True)
    client.force_login(
        person("analyst"), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    answer = client.post("/data/upload", {"files": [sent("a.csv", CONTACTS)], **DAY})
    assert answer.status_code == 403
    assert not Job.objects.exists()


def test_files_that_hold_no_list_fail_in_plain_words(client_of: Any, site: Path) -> None:
    client = client_of("analyst")
    client.post("/data/upload", {"files": [sent("a.csv", b"x,y\n1,2\n")], **DAY})
    assert work.do_here()
    job = Job.objects.get()
    assert job.state == "failed"
    assert job.problem.startswith("Nothing was loaded: no file holds a list.")
    page = client.get(f"/data/jobs/{job.pk}").content.decode()
    assert "Send the files again" in page
    assert client.get(f"/data/jobs/{job.pk}/state").json()["open"] is False


# The queue ---------------------------------------------------------------------------------------


@pytest.fixture
def counting(monkeypatch: Any) -> list[int]:
    """A kind of job that counts how often it is done."""
    done: list[int] = []

    def do(held: Held) -> Outcome:
        done.append(held.job.pk)
        held.tell(1, 2, "Half of it")
        return Outcome({"n": len(done)})

    monkeypatch.setitem(queue.KINDS, "count", queue.Kind("count", "Count", do))
    return done


def test_jobs_are_done_once_the_oldest_first(site: Path, counting: list[int]) -> None:
    made = [queue.add("count", "ana", n=number) for number in range(3)]
    while work.do_here():
        pass
    assert counting == [one.pk for one in made]
    assert {job.state for job in Job.objects.all()} == {"done"}
    last = Job.objects.get(pk=made[2].pk)
    assert (last.result, last.words, last.tries) == ({"n": 3}, "Half of it", 1)
    assert last.what == {"n": 2}


def test_a_job_that_is_held_is_nobody_elses_until_its_lease_runs_out(
    site: Path, counting: list[int]
) -> None:
    queue.add("count", "ana")
    first = queue.claim()
    assert first is not None
    assert queue.claim() is None
    Job.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    second = queue.claim()
    assert second is not None
    assert second.job.tries == 2
    for late in (first.renew, lambda: first.finish(Outcome()), lambda: first.fail("x")):
        with pytest.raises(LostError):
            late()
    second.finish(Outcome({"by": "the second"}))
    assert Job.objects.get().result == {"by": "the second"}


def test_after_three_tries_it_fails_and_says_what_to_do(site: Path, counting: list[int]) -> None:
    queue.add("count", "ana")
    for _ in range(3):
        assert queue.claim() is not None
        Job.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    assert queue.claim() is None
    job = Job.objects.get()
    assert (job.state, job.tries) == ("failed", 3)
    assert job.problem.startswith("It was begun 3 times")


def test_one_that_is_handed_back_is_not_counted_as_tried(site: Path, counting: list[int]) -> None:
    queue.add("count", "ana")
    held = queue.claim()
    assert held is not None
    held.hand_back()
    job = Job.objects.get()
    assert (job.state, job.tries, job.lease) == ("queued", 0, "")
    again = queue.claim()
    assert again is not None
    again.hand_back(counts=True)
    assert Job.objects.get().tries == 1


def test_what_follows_is_added_with_the_end_or_not_at_all(
    site: Path, counting: list[int], monkeypatch: Any
) -> None:
    queue.add("count", "ana")
    held = queue.claim()
    assert held is not None
    with pytest.raises(KeyError):
        held.finish(Outcome({}, [("count", {}), ("no such kind", {})]))
    assert Job.objects.get().state == "running"
    held.finish(Outcome({}, [("count", {"n": 2})]))
    assert Job.objects.get(state="queued").what == {"n": 2}


def test_a_person_stops_a_job_and_its_worker_lets_go(
    client_of: Any, site: Path, counting: list[int]
) -> None:
    job = queue.add("count", "ana")
    held = queue.claim()
    assert held is not None
    answer = client_of("analyst").post(f"/data/jobs/{job.pk}/stop")
    assert answer.status_code == 302
    with pytest.raises(LostError):
        held.tell(1, 2, "On it")
    assert Job.objects.get().state == "stopped"
    assert queue.stop(job) is False


def test_an_error_of_ours_is_not_told_to_the_person(
    site: Path, monkeypatch: Any, caplog: Any
) -> None:
    def breaks(held: Held) -> Outcome:
        raise ValueError("child 123 lives at home")

    monkeypatch.setitem(queue.KINDS, "break", queue.Kind("break", "Break", breaks))
    queue.add("break", "ana")
    assert work.do_here()
    job = Job.objects.get()
    assert (job.state, job.problem) == ("failed", queue.BROKE)


def test_uploads_without_a_job_go_after_an_hour(site: Path) -> None:
    import os
    import time

    young, old, wanted = (uploads.keep([sent("a.csv", CONTACTS)]) for _ in range(3))
    queue.add("check_and_load", "ana", folder=wanted)
    for name in (old, wanted):
        os.utime(uploads.root() / name, (time.time() - 7200,) * 2)
    uploads.sweep()
    assert {path.name for path in uploads.root().iterdir()} == {young, wanted}


def test_a_page_says_when_nobody_takes_jobs(
    client_of: Any, site: Path, counting: list[int]
) -> None:
    job = queue.add("count", "ana")
    client = client_of("analyst")
    assert "Nothing is taking jobs" not in client.get("/data").content.decode()
    Job.objects.filter(pk=job.pk).update(made_at=timezone.now() - timedelta(minutes=5))
    assert "Nothing is taking jobs" in client.get("/data").content.decode()


def test_a_job_is_asked_for_again_where_that_can_help(client_of: Any, site: Path) -> None:
    client = client_of("analyst")
    failed = Job.objects.create(kind="publish", by="x", what={"snapshot": "s"}, state="failed")
    load = Job.objects.create(kind="check_and_load", by="x", what={"folder": "f"}, state="failed")
    client.post(f"/data/jobs/{failed.pk}/again")
    client.post(f"/data/jobs/{load.pk}/again")
    assert Job.objects.get(state="queued").what == {"snapshot": "s"}
