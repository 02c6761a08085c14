"""Traps in news: what stands around it, two authorities in one, who said what, old grades."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from invented import forget, register_with

from sightline.reports.reading import Reading, read_bytes, rows

PAGE = """<!DOCTYPE html><html lang="en"><head><title>{title} | The Post</title>
<meta charset="utf-8"><script>var advert = "Ofsted inspects Ashcombe";</script></head><body>
<header><a href="#main">Skip to main content</a><form><input name="q"></form></header>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li>
<li><a href="/subscribe">Subscribe from £2 a week</a></li></ul></nav>
<main id="main"><article><h1>{title}</h1>
<p><time datetime="2019-03-14">14 March 2019</time></p>{body}</article></main>
<aside><h2>Most read</h2><ul><li><a href="/a">Ofsted rates Ashcombe children's services inadequate
</a></li><li><a href="/b">Bridge to close</a></li></ul></aside>
<footer><p>© The Post. All rights reserved.</p><p><a href="/privacy">Privacy policy</a></p></footer>
</body></html>"""
TITLE = "Plans still the weak point in Fernshire, inspectors say"
FIRST = "Social workers in Fernshire see children often and know them well, Ofsted has found."
VISIT = (
    "Inspectors on a focused visit to Fernshire County Council's children's services on 12 and 13 "
    "February 2019 looked at the arrangements for children in need."
)
BEFORE = "Fernshire was last inspected in April 2017, when services were rated as good overall."
NEEDED = (
    "To improve social work practice in this area, the council should focus on the quality of "
    "plans and the recording of supervision."
)
SAID = "Councillor Wilfred Stace, lead member for children, said: “We know what we have to do.”"
WHOLE = (FIRST, VISIT, BEFORE, NEEDED, SAID)


@pytest.fixture(autouse=True)
def places(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A register that has three invented places."""
    register_with(monkeypatch, ["Fernshire", "Northmere", "Ashcombe"])
    yield
    monkeypatch.undo()
    forget()


def article(*paragraphs: str, title: str = TITLE) -> Reading:
    """Plain text of an article, read."""
    return read_bytes("\n\n".join([title, "14 March 2019", *paragraphs]).encode())


def page(*paragraphs: str, title: str = TITLE) -> Reading:
    """A web page of an article with everything that stands around it, read."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return read_bytes(PAGE.format(title=title, body=body).encode(), "news.html")


def items(reading: Reading, event: int = 0) -> list[str]:
    """What the article says must improve."""
    assert reading.document is not None
    text = reading.document.text
    return [re.sub(r"\s+", " ", text[i.start : i.end]) for i in reading.events[event].items]


@pytest.mark.parametrize("read", [article, page], ids=["text", "web page"])
def test_an_article_is_read_without_what_stands_around_it(read: Any) -> None:
    """Menus, other stories and the foot of the page give no authority, grade or finding."""
    reading = read(*WHOLE)
    assert reading.kind == "article"
    wanted = {
        "authority": "Fernshire",
        "event_kind": "focused_visit",
        "start_date": "2019-02-12",
        "end_date": "2019-02-13",
        "published_date": "2019-03-14",
        "topic": "cin_cp",
        "previous_overall": "Good",
        "previous_date": "2017-04",
        "overall": "",
    }
    row = rows(reading)[0]
    assert {name: row[name] for name in wanted} == wanted
    assert items(reading) == ["the quality of plans", "the recording of supervision"]
    assert {r["authority"] for r in rows(reading)} == {"Fernshire"}
    assert reading.document is not None
    words = [reading.document.text[f.start : f.end] for f in reading.findings]
    assert not [w for w in words if re.search("Ashcombe|Bridge|Subscribe|rights", w)]


def test_the_inspection_before_is_an_event_of_its_own() -> None:
    """Its grade is not that of the visit."""
    visit, before = rows(article(*WHOLE))
    assert (visit["overall"], before["overall"]) == ("", "Good")
    assert (before["event_kind"], before["start_date"]) == ("inspection", "2017-04")


def test_two_authorities_in_one_article() -> None:
    """Each has its own event and its own scope."""
    reading = article(
        "Ofsted has published the findings of focused visits to Fernshire, focusing on support "
        "for care leavers, and Northmere, focusing on the council's front door.",
        "Inspectors found that care leavers in Fernshire benefit from a stable group of advisers.",
        "In Northmere, where children's services were rated inadequate in July 2015, decisions "
        "are now prompt.",
        title="Two councils visited by Ofsted",
    )
    told = {r["authority"]: r for r in rows(reading) if r["event_kind"] == "focused_visit"}
    assert {name: row["topic"] for name, row in told.items()} == {
        "Fernshire": "care_leavers",
        "Northmere": "front_door",
    }
    assert told["Northmere"]["previous_overall"] == "Inadequate"
    assert told["Fernshire"]["previous_overall"] == ""


@pytest.mark.parametrize(
    ("paragraph", "said_by", "words"),
    [
        (SAID, "Wilfred Stace", "We know what we have to do."),
        ("“Practice is strong,” the letter states.", "the letter", "Practice is strong,"),
        ('"Practice is strong," said the report.', "the report", "Practice is strong,"),
        ("Inspectors said plans were “of variable quality”.", "inspectors", "of variable quality"),
        (
            "Hester Quill, director of children's services, added: “We are proud of our staff.”",
            "Hester Quill",
            "We are proud of our staff.",
        ),
    ],
)
def test_who_said_what(paragraph: str, said_by: str, words: str) -> None:
    """A quotation has its words without their marks, and its speaker."""
    reading = article(FIRST, VISIT, paragraph)
    said = [(q.said_by, q.citation.quote) for q in reading.events[0].quotes]
    assert (said_by, words) in said


@pytest.mark.parametrize(
    ("paragraph", "wanted"),
    [
        pytest.param(
            "Inspectors found areas for improvement. These include the consistency of care plans, "
            "support for children who return home, and the drift when social workers change.",
            [
                "the consistency of care plans",
                "support for children who return home",
                "the drift when social workers change",
            ],
            marks=pytest.mark.xfail(strict=True, reason="a bare noun after a comma is not parted"),
        ),
        (
            "There remain areas of practice needing improvement. These include the work done for "
            "disabled children and those privately fostered.",
            ["the work done for disabled children", "those privately fostered"],
        ),
        (
            "The council should focus on the consistency in the quality of plans and the recording "
            "of visits to improve practice in this area.",
            None,
        ),
        ("Services have improved a great deal since then.", []),
    ],
    ids=["three in a list", "two in a list", "turned round", "none"],
)
def test_what_must_improve(paragraph: str, wanted: list[str] | None) -> None:
    """Each thing in the list is one, as it is printed."""
    found = items(article(FIRST, VISIT, paragraph))
    if wanted is None:
        assert len(found) == 2
    else:
        assert found == wanted
