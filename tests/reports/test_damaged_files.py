"""Files that are not what they are called, or are broken: each is named, and none does harm."""

from __future__ import annotations

import random

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from trap_pages import TWO, Foot, L, pdf, visit
from trap_texts import got, letter

from sightline.reports.reading import read_bytes

WEB = "<!DOCTYPE html><html><head><title>Not found</title></head><body><p>Sorry.</p></body></html>"
UNREADABLE = [
    pytest.param(WEB.encode(), "report.pdf", "html_named_pdf", id="a web page called .pdf"),
    pytest.param(b"", "report.pdf", "empty", id="nothing in it, called .pdf"),
    pytest.param(b"", "report.txt", "empty", id="nothing in it, called .txt"),
    pytest.param(b"  \n\n ", "report.txt", "empty", id="only white space"),
    pytest.param(letter().encode(), "report.pdf", "not_a_pdf", id="text called .pdf"),
    pytest.param(b"PK\3\4\0\0\0\0 a workbook", "report.xlsx", "not_text", id="a workbook"),
    pytest.param(visit()[:300], "report.pdf", "broken_pdf", id="cut off near the start"),
    pytest.param(
        pdf([L("secret")], StandardEncryption("user", ownerPassword="owner")),
        "report.pdf",
        "locked",
        id="locked",
    ),
    pytest.param(pdf([]), "report.pdf", "no_text", id="no text on its page"),
    pytest.param(pdf([Foot("1"), Foot("2"), Foot("3")]), "report.pdf", "no_text", id="scanned"),
    pytest.param(WEB.encode(), "report.html", "no_article", id="a web page without an article"),
]


@pytest.mark.parametrize(("data", "name", "code"), UNREADABLE)
def test_what_cannot_be_read_is_said_with_its_remedy(data: bytes, name: str, code: str) -> None:
    """Each kind of damage has its code, and something that a person can do."""
    reading = read_bytes(data, name)
    assert (reading.kind, [p.code for p in reading.problems]) == ("unreadable", [code])
    assert reading.problems[0].remedy
    assert reading.findings == []


@pytest.mark.parametrize("tenths", range(1, 20))
def test_a_truncated_pdf_does_no_harm(tenths: int) -> None:
    """Wherever it is cut off, it is read in part or said to be broken; nothing is raised."""
    whole = visit()
    reading = read_bytes(whole[: len(whole) * tenths // 20], "letter.pdf")
    assert reading.kind in ("focused_visit", "other", "unreadable")
    assert reading.problems


def test_flipped_bytes_do_no_harm() -> None:
    """One wrong byte anywhere raises nothing, and every quote is still its span."""
    whole, dice = bytearray(visit()), random.Random(7)
    for _ in range(60):
        damaged = bytearray(whole)
        damaged[dice.randrange(len(damaged))] ^= 1 << dice.randrange(8)
        reading = read_bytes(bytes(damaged), "letter.pdf")
        assert reading.kind
        for event in reading.events:
            cited = [f.citation for facts in event.facts.values() for f in facts if f.citation]
            assert reading.document is not None
            assert all(reading.document.text[c.start : c.end] == c.quote for c in cited)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_texts_in_any_encoding(encoding: str) -> None:
    """A letter saved by any program gives the same facts."""
    text = letter().replace("'", "’").replace("◼", "•")
    wanted = {"kind": "focused_visit", "improvements": TWO, "n_priority_actions": "0"}
    assert got(text.encode(encoding), wanted) == wanted


def test_lines_that_end_as_windows_ends_them() -> None:
    """Carriage returns change nothing."""
    wanted = {"start_date": "2019-02-12", "improvements": TWO}
    assert got(letter().replace("\n", "\r\n"), wanted) == wanted
