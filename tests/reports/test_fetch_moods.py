"""A site that changes, cuts off, answers nonsense or asks for time is treated as it asks."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from sightline.kit.polite import Refused
from sightline.reports.fetch import Polite, fetch, find_documents

OLD = b"%PDF-1.7\n" + b"the first edition of an invented report " * 500
NEW = b"%PDF-1.7\n" + b"the second edition of an invented report" * 500
LIST = b'<html><body><p><a href="/v1/file/111">Focused visit, 3 March 2022</a></p></body></html>'
PROVIDER, FILE = "/provider/44/80001", "/v1/file/111"
NAME = "80001/2022-03-03-111.pdf"


class Site(ThreadingHTTPServer):
    """A site with one authority, whose moods can be set for each address."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.moods: dict[str, list[str]] = {}
        self.edition, self.tag, self.robots, self.wait = OLD, '"one"', "", "0"

    @property
    def url(self) -> str:
        """The site's address."""
        return f"http://127.0.0.1:{self.server_port}"

    def headers_of(self, path: str) -> list[dict[str, str]]:
        """The headers of each request for an address."""
        return [headers for asked, headers in self.asked if asked == path]


class Handler(BaseHTTPRequestHandler):
    """Answers as the moods of the address say, and well where they are used up."""

    protocol_version = "HTTP/1.1"
    server: Site

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers)))
        moods = self.server.moods.get(self.path) or [""]
        mood = moods.pop(0)
        body = {"/robots.txt": self.server.robots.encode(), PROVIDER: LIST}.get(self.path)
        if mood == "nonsense":
            self.wfile.write(b"This is no answer.\r\n\r\n")
            self.close_connection = True
        elif mood.isdigit():
            self.answer(int(mood), b"", {"Retry-After": self.server.wait})
        elif mood == "empty":
            self.answer(200, b"")
        elif mood in ("chunked", "slow"):
            self.in_chunks(mood == "slow")
        elif body is not None:
            same = self.headers.get("If-None-Match") == self.server.tag
            self.answer(304 if same else 200, b"" if same else body, {"ETag": self.server.tag})
        else:
            self.file(mood == "cut")

    def file(self, cut: bool) -> None:
        """The document, or the rest of it where that is still the same."""
        wanted, same = self.headers.get("Range", ""), self.headers.get("If-Range")
        part = bool(wanted) and same in (None, self.server.tag)
        body = self.server.edition
        start = int(wanted.removeprefix("bytes=").rstrip("-")) if part else 0
        tag = {"ETag": self.server.tag} if self.server.tag else {}
        self.answer(206 if part else 200, body[start:], tag, cut)

    def answer(
        self, status: int, body: bytes, headers: dict[str, str] | None = None, cut: bool = False
    ) -> None:
        """An answer, or the first half of one."""
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: len(body) // 2] if cut else body)
        self.close_connection = cut

    def in_chunks(self, slow: bool) -> None:
        """The document in pieces, slowly and whole, or with its end missing."""
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for at in range(0, len(self.server.edition), 8192):
            piece = self.server.edition[at : at + 8192]
            self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
            if not slow:
                self.close_connection = True
                return
            time.sleep(0.02)
        self.wfile.write(b"0\r\n\r\n")

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


class Patience:
    """A clock that sleeping moves, and what was slept."""

    def __init__(self) -> None:
        self.now, self.slept = 0.0, list[float]()

    def sleep(self, seconds: float) -> None:
        """Let time pass."""
        self.slept.append(seconds)
        self.now += seconds

    def polite(self) -> Polite:
        """Politeness by this clock."""
        return Polite(pause=1.0, sleep=self.sleep, clock=lambda: self.now)


def outcomes(site: Site, folder: Path, patience: Patience | None = None) -> list[str]:
    """What became of each document of the one authority."""
    asking = (patience or Patience()).polite()
    return [f.outcome for f in fetch(["80001"], folder, asking, site.url)]


def test_a_page_that_has_not_changed_is_not_sent_again(site: Site, tmp_path: Path) -> None:
    """The second run asks with what the site called the page, and uses what it kept."""
    assert outcomes(site, tmp_path) == ["downloaded"]
    assert outcomes(site, tmp_path) == ["known"]
    asked = [headers.get("If-None-Match") for headers in site.headers_of(PROVIDER)]
    assert asked == [None, '"one"']
    assert not list(tmp_path.rglob("*.html")), "the library must not take it for a document"


def test_a_kept_page_that_is_damaged_is_asked_for_anew(site: Site, tmp_path: Path) -> None:
    """Half a page in the cache is worth nothing."""
    outcomes(site, tmp_path)
    (kept,) = tmp_path.rglob("*.page")
    kept.write_bytes(LIST[:20])
    assert outcomes(site, tmp_path) == ["known"]
    assert site.headers_of(PROVIDER)[1].get("If-None-Match") is None


def test_two_editions_are_not_mixed(site: Site, tmp_path: Path) -> None:
    """A document that changed while it was cut off is begun again."""
    site.moods = {FILE: ["cut", "500", "500", "500", "500"]}
    assert outcomes(site, tmp_path) == ["failed"]
    site.edition, site.tag = NEW, '"two"'
    assert outcomes(site, tmp_path) == ["downloaded"]
    assert site.headers_of(FILE)[-1]["If-Range"] == '"one"'
    assert (tmp_path / NAME).read_bytes() == NEW
    assert not list(tmp_path.rglob("*.partial*"))


def test_half_a_document_that_is_the_same_is_gone_on_with(site: Site, tmp_path: Path) -> None:
    """Only the rest is asked for in the next run."""
    site.moods = {FILE: ["cut", "500", "500", "500", "500"]}
    outcomes(site, tmp_path)
    assert not (tmp_path / NAME).exists()
    assert outcomes(site, tmp_path) == ["downloaded"]
    assert site.headers_of(FILE)[-1]["Range"] == f"bytes={len(OLD) // 2}-"
    assert (tmp_path / NAME).read_bytes() == OLD


def test_half_a_document_without_a_name_is_begun_again(site: Site, tmp_path: Path) -> None:
    """Where the site cannot say that it is the same, it may not be."""
    site.tag = ""
    half = tmp_path / f"{NAME}.partial"
    half.parent.mkdir(parents=True)
    half.write_bytes(NEW[:500])
    assert outcomes(site, tmp_path) == ["downloaded"]
    assert (tmp_path / NAME).read_bytes() == OLD


@pytest.mark.parametrize("mood", ["chunked", "nonsense", "cut"])
def test_answers_that_break_off_are_asked_for_again(site: Site, tmp_path: Path, mood: str) -> None:
    """However the answer ends too soon, the whole document comes in the end."""
    site.moods = {FILE: [mood]}
    assert outcomes(site, tmp_path) == ["downloaded"]
    assert (tmp_path / NAME).read_bytes() == OLD


def test_a_slow_answer_without_a_length_is_taken(site: Site, tmp_path: Path) -> None:
    """Piece by piece is as good as at once."""
    site.moods = {FILE: ["slow"]}
    assert outcomes(site, tmp_path) == ["downloaded"]
    assert (tmp_path / NAME).read_bytes() == OLD


def test_a_site_that_asks_for_an_hour_is_left(site: Site, tmp_path: Path) -> None:
    """It is not asked again before that, and the document is said to have failed."""
    site.moods, site.wait = {FILE: ["429"]}, "3600"
    patience = Patience()
    (failed,) = fetch(["80001"], tmp_path, patience.polite(), site.url)
    assert failed.outcome == "failed"
    assert "3,600 seconds" in failed.problem
    assert len(site.headers_of(FILE)) == 1
    assert max(patience.slept) <= 1.0


def test_robots_that_cannot_be_had_allow_nothing(site: Site, tmp_path: Path) -> None:
    """A site in trouble is not asked for more; one without the file allows all."""
    site.moods = {"/robots.txt": ["503"] * 4}
    assert outcomes(site, tmp_path) == ["failed"]
    assert site.headers_of(PROVIDER) == []
    site.moods = {"/robots.txt": ["404"]}
    assert outcomes(site, tmp_path) == ["downloaded"]


def test_the_pause_that_robots_ask_for_is_kept(site: Site, tmp_path: Path) -> None:
    """It may be longer than ours."""
    site.robots = "User-agent: *\nCrawl-delay: 5\n"
    patience = Patience()
    assert outcomes(site, tmp_path, patience) == ["downloaded"]
    assert patience.slept == [5.0, 5.0]


def test_an_empty_page_is_named(site: Site, tmp_path: Path) -> None:
    """It is no list of no documents."""
    site.moods = {PROVIDER: ["empty"]}
    (failed,) = fetch(["80001"], tmp_path, Patience().polite(), site.url)
    assert "empty page" in failed.problem


@pytest.mark.parametrize("urn", ["../../etc", "80001?x=1", ""])
def test_what_is_no_number_is_not_asked_for(site: Site, tmp_path: Path, urn: str) -> None:
    """An authority's number is part of an address and of a file name."""
    with pytest.raises(Refused, match="no number"):
        list(find_documents(Patience().polite(), urn, site.url))
    assert site.asked == []
