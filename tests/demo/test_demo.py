"""The demonstration builds from what is bundled, and its pages hold together."""

from __future__ import annotations

from datetime import date
from urllib.parse import unquote, urldefrag

import lxml.html
import pytest

from sightline import demo


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
