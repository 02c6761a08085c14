"""Fetching from a local server that imitates the API of Explore Education Statistics."""

from __future__ import annotations

import gzip
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from statistics_files import local, written

from sightline.benchmarks.fetch import Fetching, wanted
from sightline.benchmarks.library.child_protection import DURATION, SUBSEQUENT
from sightline.benchmarks.library.front_door import REFERRALS
from sightline.cli import main
from sightline.kit.polite import AGENT, Polite

TITLE = "Child protection plans which are a second or subsequent plan"


@dataclass
class Site:
    """What the server has, how it misbehaves, and what it was asked."""

    csv: bytes = b""
    version: str = "1.0"
    etag: str = '"one"'
    packed: bool = False
    cut_after: int | None = None
    cuts: int = 0
    busy: list[int] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    ranges: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    url: str = ""


def _handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing."""

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            site.paths.append(self.path)
            site.agents.add(self.headers["User-Agent"])
            if parts.path == "/robots.txt":
                self.send_error(404)
            elif site.busy:
                self._busy(site.busy.pop(0))
            elif parts.path.endswith("/csv"):
                self._csv()
            else:
                self._json(_answer(site, parts.path, parse_qs(parts.query)))

        def _busy(self, status: int) -> None:
            self.send_response(status)
            self.send_header("Retry-After", "7")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def _json(self, answer: dict | None) -> None:
            if answer is None:
                self.send_error(404)
                return
            body = json.dumps(answer).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def _csv(self) -> None:
            whole = gzip.compress(site.csv, mtime=0) if site.packed else site.csv
            start = 0
            asked = self.headers.get("Range")
            site.ranges.append(asked or "")
            if asked and self.headers.get("If-Range") == site.etag:
                start = int(asked.removeprefix("bytes=").removesuffix("-"))
            body = whole[start:]
            self.send_response(206 if start else 200)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("ETag", site.etag)
            self.end_headers()
            if site.cuts and site.cut_after is not None:
                site.cuts -= 1
                body = body[: site.cut_after]
                self.close_connection = True
            self.wfile.write(body)

    return Handler


def _answer(site: Site, path: str, query: dict) -> dict | None:
    if path == "/v1/publications":
        page = int(query["page"][0])
        titles = ["Children in need", "Children in need of a holiday"]
        one = {"id": f"p{page}", "title": titles[2 - page]}
        return {"paging": {"page": page, "totalPages": 2}, "results": [one]}
    if path == "/v1/publications/p2/data-sets":
        return {
            "paging": {"page": 1, "totalPages": 1},
            "results": [
                {"id": "d3", "title": TITLE, "latestVersion": {"version": site.version}},
                {"id": "zz", "title": "Another one", "latestVersion": {"version": "1.0"}},
            ],
        }
    return None


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(made))
    made.url = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield made
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def data(tmp_path: Path) -> bytes:
    rows = [local(str(year), "701", 10 + year, 20) for year in range(2000, 2026)]
    path = written(tmp_path / "made.csv", "CPP_start,CPP_subsequent_percent", rows)
    return path.read_bytes()


def fetching(site: Site, folder: Path, waits: list[float] | None = None) -> Fetching:
    waited = waits if waits is not None else []
    return Fetching(Polite(pause=0, sleep=waited.append), folder, site.url)


def test_a_data_set_is_found_by_its_title_and_downloaded(
    site: Site, data: bytes, tmp_path: Path
) -> None:
    site.csv = data
    [one] = fetching(site, tmp_path / "got").fetch([SUBSEQUENT])
    assert (one.outcome, one.version, one.problem) == ("downloaded", "1.0", "")
    assert one.path.read_bytes() == data
    assert site.paths[-1] == "/v1/data-sets/d3/csv?dataSetVersion=1.0"
    assert site.agents == {AGENT}
    assert sorted(p.name for p in (tmp_path / "got").iterdir()) == [
        "fetched.json", "subsequent-plans.csv",
    ]  # fmt: skip


def test_what_is_known_is_not_fetched_again_until_its_version_changes(
    site: Site, data: bytes, tmp_path: Path
) -> None:
    site.csv = data
    list(fetching(site, tmp_path).fetch([SUBSEQUENT]))
    [again] = fetching(site, tmp_path).fetch([SUBSEQUENT])
    assert again.outcome == "known"
    assert len(site.ranges) == 1
    site.version, site.csv = "1.1", data + local("2026", "701", 1, 2).encode() + b"\n"
    (tmp_path / "subsequent-plans-1-0.partial").write_bytes(b"half of the old one")
    [newer] = fetching(site, tmp_path).fetch([SUBSEQUENT])
    assert (newer.outcome, newer.version) == ("downloaded", "1.1")
    assert newer.path.read_bytes() == site.csv
    assert list(tmp_path.glob("*.partial*")) == []


def test_a_broken_download_goes_on_where_it_stopped(
    site: Site, data: bytes, tmp_path: Path
) -> None:
    site.csv, site.cut_after, site.cuts = data, 1000, 2
    [one] = fetching(site, tmp_path).fetch([SUBSEQUENT])
    assert one.outcome == "downloaded"
    assert site.ranges == ["", "bytes=1000-", "bytes=2000-"]
    assert one.path.read_bytes() == data


def test_what_an_earlier_run_left_is_gone_on_with(site: Site, data: bytes, tmp_path: Path) -> None:
    site.csv, site.cut_after, site.cuts = data, 500, 3
    [broken] = fetching(site, tmp_path).fetch([SUBSEQUENT])
    assert broken.outcome == "failed"
    assert "broken off each time" in broken.problem
    assert not (tmp_path / "subsequent-plans.csv").exists()
    [one] = fetching(site, tmp_path).fetch([SUBSEQUENT])
    assert site.ranges[-1] == "bytes=1500-"
    assert one.path.read_bytes() == data


def test_another_version_of_the_file_is_begun_again(
    site: Site, data: bytes, tmp_path: Path
) -> None:
    """The half of the old file is not gone on with, though the version is said to be the same."""
    site.csv, site.cut_after, site.cuts = b"old" * 1000, 500, 3
    list(fetching(site, tmp_path).fetch([SUBSEQUENT]))
    site.csv, site.etag = data, '"two"'
    [one] = fetching(site, tmp_path).fetch([SUBSEQUENT])
    assert one.path.read_bytes() == data


def test_a_packed_file_is_unpacked(site: Site, data: bytes, tmp_path: Path) -> None:
    site.csv, site.packed = data, True
    [one] = fetching(site, tmp_path).fetch([SUBSEQUENT])
    assert one.path.read_bytes() == data


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_site_is_waited_for_as_long_as_it_asks(
    site: Site, data: bytes, tmp_path: Path, status: int
) -> None:
    site.csv, site.busy = data, [status]
    waits: list[float] = []
    [one] = fetching(site, tmp_path, waits).fetch([SUBSEQUENT])
    assert one.outcome == "downloaded"
    assert 7.0 in waits


def test_what_the_api_has_not_is_said_with_what_it_has(site: Site, tmp_path: Path) -> None:
    found = list(fetching(site, tmp_path).fetch([REFERRALS, DURATION]))
    assert [one.outcome for one in found] == ["not offered", "not offered"]
    assert (
        "no data set called “Referrals and re-referrals” in “Children in need”" in found[0].problem
    )
    assert f"(it has: {TITLE}; Another one)" in found[0].problem
    assert "sightline benchmarks load FILE" in found[0].problem
    # The publication was looked for once: two pages of publications, one of its data sets.
    assert [p.split("?")[0] for p in site.paths] == [
        "/robots.txt", "/v1/publications", "/v1/publications", "/v1/publications/p2/data-sets",
    ]  # fmt: skip


def test_a_failure_stops_no_other_and_is_not_asked_for_again(site: Site, tmp_path: Path) -> None:
    site.busy = [503] * 4
    found = list(fetching(site, tmp_path).fetch([REFERRALS, SUBSEQUENT]))
    assert [one.outcome for one in found] == ["failed", "failed"]
    assert len(site.paths) == 5  # robots.txt and four tries


def test_a_dry_run_downloads_nothing(site: Site, data: bytes, tmp_path: Path) -> None:
    site.csv = data
    [one] = fetching(site, tmp_path / "got").fetch([SUBSEQUENT], dry_run=True)
    assert (one.outcome, one.version) == ("would download", "1.0")
    assert site.ranges == []
    assert not (tmp_path / "got").exists()


def test_the_declared_list_leaves_out_what_the_api_has_not() -> None:
    slugs = [one.slug for one in wanted()]
    assert "subsequent-plans" in slugs
    assert "lait" not in slugs


def test_the_command_fetches_and_loads(
    site: Site, data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site.csv = data
    arguments = ["benchmarks", "update", "subsequent-plans", "--api", site.url, "--pause", "0",
                 "--workspace", str(tmp_path), "--format", "csv"]  # fmt: skip
    assert main(arguments) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].startswith("subsequent-plans,downloaded,1.0,")
    assert "52 values of 2 columns, 2000 to 2025" in lines[1]
    assert main(arguments) == 0
    assert capsys.readouterr().out.splitlines()[1] == "subsequent-plans,known,1.0,,"
