"""Adding a document: told by its content, held to a size, read by the queue, kept once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from sightline.web.library import pages_told, told, uploading
from sightline.web.loads.models import Job, State
from sightline.web.loads.queue import Held
from sightline.web.loads.work import do_here
from sightline.web.trail.models import Entry

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("library")]
LETTERS = Path(__file__).parents[3] / "src/sightline/demo/letters"
ADDRESS = "/library/documents/add"


def _sent(client: Any, name: str, data: bytes) -> Any:
    return client.post(ADDRESS, {"document": SimpleUploadedFile(name, data)})


def test_a_letter_is_read_by_the_queue_and_kept_once(client_of: Any) -> None:
    client = client_of("analyst")
    data = (LETTERS / "fernshire-2016-06-10-monitoring-visit.pdf").read_bytes()
    for _ in range(2):
        while do_here():
            pass
        assert _sent(client, "../C:\\letters\\visit", data).status_code == 302
        assert "waiting" in client.get(ADDRESS).content.decode()
        assert do_here()
    assert [job.result["outcome"] for job in _reads()] == ["added", "known"]
    assert sorted(d["name"] for d in told.documents()).count("visit.pdf") == 1
    page = client.get(ADDRESS).content.decode()
    assert "Monitoring visit" in page
    assert Entry.objects.filter(action="added a document").count() == 2


def _reads() -> Any:
    return Job.objects.filter(kind=uploading.KIND).order_by("pk")


def test_after_a_document_the_pages_are_made_ready(client_of: Any, monkeypatch: Any) -> None:
    """Once for two documents: while one waits there is no point in it."""
    client, letter = client_of("analyst"), LETTERS / "fernshire-2019-04-08-focused-visit.pdf"
    _sent(client, "one.txt", b"A letter of 1 May 2024 about nothing.")
    _sent(client, "two.pdf", letter.read_bytes())
    assert do_here()
    ready = Job.objects.get(kind=uploading.READY)
    assert uploading.ready_library(Held(ready)).result == {"pages": 0}
    assert do_here()
    assert uploading.ready_library(Held(_running(ready))).result == {"pages": 2}
    client.get("/library/national")
    monkeypatch.setattr(pages_told, "_authority", lambda *a: pytest.fail("made again"))
    assert client.get("/library/authorities/fernshire").status_code == 200


def _running(job: Job) -> Job:
    job.state, job.lease = State.RUNNING, "a test"
    job.save()
    return job


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("letter.pdf", b"PK\x03\x04\x14\x00" * 20, "not a PDF, a web page or plain text"),
        ("letter.txt", b"\x7fELF\x02\x01\x01\x00" * 20, "not a PDF, a web page or plain text"),
        ("letter.txt", b"", "The file is empty"),
    ],
)
def test_what_is_no_document_is_refused(client_of: Any, name: str, data: bytes, said: str) -> None:
    assert said in _sent(client_of("analyst"), name, data).content.decode()
    assert Job.objects.count() == 0


def test_too_large_a_document_is_refused(client_of: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr(uploading, "MOST", 10)
    page = _sent(client_of("analyst"), "a.txt", b"A letter of 1 May 2024").content.decode()
    assert "may be sent" in page
    assert Job.objects.count() == 0


def test_a_broken_pdf_is_kept_and_said_to_be_broken(client_of: Any) -> None:
    client = client_of("analyst")
    _sent(client, "broken.pdf", b"%PDF-1.4\nnothing more")
    assert do_here()
    assert _reads().get().result["kind"] == "unreadable"
    assert "The PDF is broken" in client.get(ADDRESS).content.decode()
    sha = _reads().get().result["sha256"]
    page = client.get(f"/library/documents/{sha[:12]}")
    assert page.status_code == 200
    assert "The PDF is broken" in page.content.decode()


@pytest.mark.parametrize("role", ["member", "qa_lead", "director"])
def test_others_cannot_add(client_of: Any, role: str) -> None:
    client = client_of(role)
    assert client.get(ADDRESS).status_code == 403
    assert _sent(client, "a.txt", b"A letter").status_code == 403
    assert Job.objects.count() == 0
