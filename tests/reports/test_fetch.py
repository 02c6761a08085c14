"""Documents are found and fetched once, politely, however the site behaves."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from sightline.kit.polite import AGENT, Refused
from sightline.reports.fetch import Polite, fetch, find_documents

PDF = b"%PDF-1.7\n" + b"a report of an invented authority " * 4000
PAGE = """<html><body><nav><a href="/">Home</a></nav><ol>
<li><a href="/v1/file/111">Inspection of Fernshire, pdf - 12 July 2024</a></li>
<li><p>Published <time>3 March 2022</time></p> <p><a href="/v1/file/222">Focused visit</a></p></li>
<li><a href="/v1/file/111">The same again</a></li>
<li><a href="/about">About this site</a></li>
</ol></body></html>"""


class Site(ThreadingHTTPServer):
    """A small imitation of the reports site, with its moods."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[tuple[str, str, str]] = []
        self.moods: dict[str, list[str]] = {}
        self.robots = ""

    @property
    def url(self) -> str:
        """The site's address."""
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    """Answers as the site's moods say."""

    server: Site

    def do_GET(self) -> None:
        agent, wanted = self.headers.get("User-Agent", ""), self.headers.get("Range", "")
        self.server.asked.append((self.path, agent, wanted))
        mood = (
            (self.server.moods.get(self.path) or [""]).pop(0)
            if self.server.moods.get(self.path)
            else ""
        )
        if mood.isdigit():
            self.send_response(int(mood))
            self.send_header("Retry-After", "7")
            self.end_headers()
        elif self.path == "/robots.txt":
            self.answer(self.server.robots.encode())
        elif self.path == "/provider/44/80001" or mood == "lists":
            self.answer(PAGE.encode())
        elif self.path.startswith("/v1/file/"):
            self.file(mood, wanted)
        else:
            self.send_error(404)

    def file(self, mood: str, wanted: str) -> None:
        """A PDF: whole, cut off, from the middle on, or a web page in its place."""
        if mood == "html":
            self.answer(b"<html>Sorry</html>")
            return
        start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted else 0
        body = PDF[start:]
        self.send_response(206 if wanted else 200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: len(body) // 2] if mood == "cut" else body)

    def answer(self, body: bytes) -> None:
        """An ordinary answer."""
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[Site]:
    """The imitation, answering."""
    made = Site()
    thread = threading.Thread(target=made.serve_forever, daemon=True)
    thread.start()
    yield made
    made.shutdown()
    made.server_close()
    thread.join()


class Time:
    """A clock that sleeping moves."""

    def __init__(self) -> None:
        self.now, self.slept = 0.0, []

    def sleep(self, seconds: float) -> None:
        """Let time pass."""
        self.slept.append(seconds)
        self.now += seconds


def polite(time: Time | None = None) -> Polite:
    """Politeness that takes no real time."""
    clock = time or Time()
    return Polite(pause=1.0, sleep=clock.sleep, clock=lambda: clock.now)


def test_documents_are_found_with_titles_and_dates(site: Site) -> None:
    """Each once, with the date in its words or beside it; other links are none."""
    found = list(find_documents(polite(), "80001", site.url))
    assert [(f.title, f.published) for f in found] == [
        ("Inspection of Fernshire, pdf - 12 July 2024", date(2024, 7, 12)),
        ("Focused visit", date(2022, 3, 3)),
    ]
    assert [f.name for f in found] == ["80001/2024-07-12-111.pdf", "80001/2022-03-03-222.pdf"]


def test_only_what_is_new_is_fetched(site: Site, tmp_path: Path) -> None:
    """The second time nothing is downloaded."""
    first = fetch(["80001"], tmp_path, polite(), site.url)
    assert [f.outcome for f in first] == ["downloaded", "downloaded"]
    assert (tmp_path / "80001/2024-07-12-111.pdf").read_bytes() == PDF
    before = len(site.asked)
    assert [f.outcome for f in fetch(["80001"], tmp_path, polite(), site.url)] == ["known", "known"]
    assert not any("/v1/file" in path for path, _, _ in site.asked[before:])


def test_since_and_dry_run_and_what_the_library_has(site: Site, tmp_path: Path) -> None:
    """Older documents are left out; a dry run fetches none; a known hash is not kept twice."""
    import hashlib

    dry = fetch(["80001"], tmp_path, polite(), site.url, since=date(2024, 1, 1), dry_run=True)
    assert [(f.outcome, f.found.published) for f in dry] == [("would download", date(2024, 7, 12))]
    assert not list(tmp_path.rglob("*.pdf"))
    known = {hashlib.sha256(PDF).hexdigest()}
    assert [f.outcome for f in fetch(["80001"], tmp_path, polite(), site.url, known=known)] == [
        "known",
        "known",
    ]


def test_the_site_is_told_who_asks_and_given_time(site: Site, tmp_path: Path) -> None:
    """Every request carries our name; a second passes between two of them."""
    time = Time()
    fetch(["80001"], tmp_path, polite(time), site.url)
    assert {agent for _, agent, _ in site.asked} == {AGENT}
    assert time.slept == [1.0] * (len(site.asked) - 1)


def test_patience_with_a_busy_site(site: Site, tmp_path: Path) -> None:
    """A 429 is waited for as long as it asks, and a 500 is tried again."""
    time = Time()
    site.moods = {"/v1/file/111": ["429"], "/v1/file/222": ["500", "503"]}
    done = fetch(["80001"], tmp_path, polite(time), site.url)
    assert [f.outcome for f in done] == ["downloaded", "downloaded"]
    assert time.slept.count(7.0) == 3


def test_a_site_that_keeps_failing_is_left(site: Site, tmp_path: Path) -> None:
    """After some tries the document is said to have failed; the others come."""
    site.moods = {"/v1/file/111": ["500"] * 9}
    failed, other = fetch(["80001"], tmp_path, polite(), site.url)
    assert (failed.outcome, other.outcome) == ("failed", "downloaded")
    assert "Try later" in failed.problem


def test_robots_are_heeded(site: Site, tmp_path: Path) -> None:
    """What robots.txt forbids is not asked for."""
    site.robots = "User-agent: *\nDisallow: /v1/file/222\n"
    done = fetch(["80001"], tmp_path, polite(), site.url)
    assert [f.outcome for f in done] == ["downloaded", "failed"]
    assert "/v1/file/222" not in [path for path, _, _ in site.asked]


def test_a_file_cut_off_is_continued(site: Site, tmp_path: Path) -> None:
    """The second request asks for the rest, and the whole is right."""
    site.moods = {"/v1/file/111": ["cut"]}
    fetch(["80001"], tmp_path, polite(), site.url)
    ranges = [wanted for path, _, wanted in site.asked if path == "/v1/file/111"]
    assert ranges == ["", f"bytes={len(PDF) // 2}-"]
    assert (tmp_path / "80001/2024-07-12-111.pdf").read_bytes() == PDF
    assert not list(tmp_path.rglob("*.partial"))


def test_half_a_file_from_last_time_is_continued(site: Site, tmp_path: Path) -> None:
    """What an interrupted run left is used."""
    half = tmp_path / "80001/2024-07-12-111.pdf.partial"
    half.parent.mkdir(parents=True)
    half.write_bytes(PDF[:1000])
    fetch(["80001"], tmp_path, polite(), site.url)
    assert (tmp_path / "80001/2024-07-12-111.pdf").read_bytes() == PDF


def test_a_web_page_in_place_of_a_pdf_is_no_document(site: Site, tmp_path: Path) -> None:
    """It is said, and nothing is kept under its name."""
    site.moods = {"/v1/file/111": ["html"]}
    failed, _ = fetch(["80001"], tmp_path, polite(), site.url)
    assert (failed.outcome, "no PDF" in failed.problem) == ("failed", True)
    assert not (tmp_path / "80001/2024-07-12-111.pdf").exists()


def test_an_authority_that_is_not_there_is_named(site: Site, tmp_path: Path) -> None:
    """A 404 is no reason to stop: the next authority is asked for."""
    done = fetch(["99999", "80001"], tmp_path, polite(), site.url)
    assert [f.outcome for f in done] == ["failed", "downloaded", "downloaded"]
    assert "404" in done[0].problem
    with pytest.raises(Refused, match="404"):
        list(find_documents(polite(), "99999", site.url))


def test_the_verb_fetches_and_adds(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`sightline fetch` writes a row per document; the second time there is nothing to do."""
    import json

    from sightline.cli import main
    from sightline.regime.authorities import all_authorities

    authority = next(a for a in all_authorities() if a.existed(date(2026, 11, 3)))
    site.moods = {f"/provider/44/{authority.urn}": ["lists"]}
    words = ["fetch", authority.name, "--site", site.url, "--pause", "0", "--format", "json"]
    words += ["--workspace", str(tmp_path / "w")]
    assert main([*words, "--dry-run"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [(r["urn"], r["outcome"]) for r in rows] == [(authority.urn, "would download")] * 2
    assert not list(tmp_path.rglob("*.pdf"))
    site.moods = {f"/provider/44/{authority.urn}": ["lists"], "/v1/file/222": ["html"]}
    assert main(words) == 1
    rows = json.loads(capsys.readouterr().out)
    assert [r["outcome"] for r in rows] == ["downloaded", "failed"]
    assert Path(rows[0]["path"]).read_bytes() == PDF


def test_the_verb_needs_an_authority_that_is_there(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """A wrong name, or none, is wrong usage."""
    from sightline.cli import main

    assert main(["fetch", "--workspace", str(tmp_path)]) == 2
    assert "--all" in capsys.readouterr().err
    assert main(["fetch", "Narnia", "--workspace", str(tmp_path)]) == 2
    assert "Narnia" in capsys.readouterr().err
