"""The demonstration builds from what is bundled, and its pages hold together."""

from __future__ import annotations

import re
import threading
import urllib.error
import urllib.request
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urldefrag

import lxml.html
import pytest

from sightline import demo
from sightline.demo.serve import server
from sightline.kit.problems import UserError


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> demo.Built:
    """The demonstration, built once."""
    return demo.build(tmp_path_factory.mktemp("demo"), as_of=date(2026, 11, 3), jobs=1)


def test_every_letter_is_read(built: demo.Built) -> None:
    """Nothing is lost, and each has a page."""
    assert built.lost == ()
    assert built.documents == len(demo.letters()) == 14
    assert len(list((built.site / "documents").iterdir())) == 14


def test_every_link_leads_somewhere(built: demo.Built) -> None:
    """Pages link to pages, originals and words that are there; nothing is fetched from afar."""
    pages = {p: lxml.html.parse(str(p)).getroot() for p in built.site.rglob("*.html")}
    pages = {p: tree for p, tree in pages.items() if "originals" not in p.parts}
    ids = {p: {e.get("id") for e in tree.iter() if e.get("id")} for p, tree in pages.items()}
    seen = 0
    for page, tree in pages.items():
        for link in tree.iter("a"):
            address, fragment = urldefrag(link.get("href") or "")
            if address.startswith(("http:", "https:")):
                continue
            target = (page.parent / unquote(address)).resolve() if address else page
            assert target.is_file(), (page.name, address)
            if fragment and target in ids:
                assert fragment in ids[target], (page.name, address, fragment)
            seen += 1
        assert not [e for e in tree.iter("script", "iframe") if e.get("src")]
    assert seen > 200


def test_the_authority_page_says_what_it_should(built: demo.Built) -> None:
    """The history of an authority, its judgements over time, and what comes next."""
    page = built.site / "authorities" / "fernshire.html"
    words = " ".join(lxml.html.parse(str(page)).getroot().text_content().split())
    assert "Ofsted decides; this is an estimate" in words
    for event in ("10 February to 4 March 2015", "12 to 13 March 2019", "12 to 23 May 2025"):
        assert event in words
    assert "not in the register" in words


def test_events_told_twice_stand_once(built: demo.Built) -> None:
    """The focused visit of 2019 has a letter and an article: one row names both."""
    tree = lxml.html.parse(str(built.site / "authorities" / "fernshire.html")).getroot()
    rows = [" ".join(r.text_content().split()) for r in tree.xpath("(//table)[1]//tr")]
    assert len([r for r in rows if r.startswith("12 to 13 March 2019")]) == 1


def test_built_again_it_reads_nothing_new(built: demo.Built) -> None:
    """A second build gives the same pages."""
    before = {p: p.read_bytes() for p in built.site.rglob("*.html")}
    again = demo.build(built.site.parent, as_of=date(2026, 11, 3), jobs=1)
    assert again.documents == built.documents
    assert {p: p.read_bytes() for p in again.site.rglob("*.html")} == before


def test_it_is_served_with_care(built: demo.Built) -> None:
    """Pages have a policy that runs no script; folders are not listed; nothing above is given."""
    with server(built.site, 0) as made:
        threading.Thread(target=made.serve_forever, daemon=True).start()
        root = f"http://127.0.0.1:{made.server_port}"
        with urllib.request.urlopen(f"{root}/index.html") as answer:
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
            assert re.search(rb"<h1[^>]*>", answer.read())
        for address in ("/documents/", "/../workspace/", "/%2e%2e/workspace/library"):
            with pytest.raises(urllib.error.HTTPError, match="404"):
                urllib.request.urlopen(root + address)
        made.shutdown()


def test_a_port_that_is_taken_is_said(tmp_path: Path) -> None:
    """The message names the remedy."""
    with server(tmp_path, 0) as made, pytest.raises(UserError, match="PORT="):
        server(tmp_path, made.server_port)
