"""The report on practice as a PDF: what it says, to whom, and that it can be read aloud."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from practice_report import HOSTILE, STEADY, indicator, measure, report, sign, step, trend

from sightline.kit.problems import UserError
from sightline.measures.change import Change, change
from sightline.measures.settings import Event, Settings
from sightline.measures.variation.survival import waits
from sightline.packs.practice.model import SHARING, Report
from sightline.packs.practice.pdf_blocks import plain
from sightline.packs.practice.pdf_charts import begins_at_nought, over_time, waiting
from sightline.packs.practice.write_pdf import write_pdf

SVG = "{http://www.w3.org/2000/svg}"
typst = pytest.importorskip("typst", reason="typst is not installed")


def pages(told: Report, folder: Path) -> list[str]:
    """The text of each page, on one line."""
    path = folder / "report.pdf"
    write_pdf(told, path)
    with pypdfium2.PdfDocument(path) as document:
        return [" ".join(text.split()) for text in _texts(document)]


def _texts(document: pypdfium2.PdfDocument) -> Iterator[str]:
    for page in document:
        text = page.get_textpage()
        yield text.get_text_range()
        text.close()
        page.close()


@pytest.fixture(scope="module")
def working(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The working copy."""
    return pages(report(), tmp_path_factory.mktemp("working"))


@pytest.fixture(scope="module")
def sharing(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The copy for sharing."""
    return pages(report(SHARING), tmp_path_factory.mktemp("sharing"))


def test_the_first_page_says_what_stands_out(working: list[str]) -> None:
    assert "Fernshire: practice" in working[0]
    assert "Worsening: 1" in working[0]
    assert "Assessment: 11 overdue, the longest by 30 days." in working[0]
    assert "What stands out" in working[0]


def test_every_page_has_its_head_and_number(working: list[str], sharing: list[str]) -> None:
    for told, mode in ((working, "Working: not to leave the authority"), (sharing, "For sharing")):
        assert len(told) > 5
        for number, text in enumerate(told, 1):
            assert "Data as at 31 October 2026" in text
            assert mode in text
            assert f"Page {number} of {len(told)}" in text


def test_a_measure_is_told_in_order(working: list[str]) -> None:
    text = " ".join(working)
    said = [
        "AS02 ", "71% (110 of 155).", "Higher is better. 30 April 2026 to 31 October 2026.",
        "Diamond: out of the usual.", "Eastfield 90% (45 of 50)", "Northfield 40% (20 of 50)",
        "unusually low", "goes with their team",
        "Published: Assessments within 45 days: 81% (2025).",
        "statistical neighbours 85% (2025), North East 84% (2025) and England 83% (2025)",
        "Rank 30 of 151 authorities, where 1 is best; quartile band C",
        "The published one counts from the referral.", "A new front door (10 March 2026)",
        "Counts:",
    ]  # fmt: skip
    start = text.index("AS02 Assessments", text.index("Contents"))
    for words in said:
        assert words in text[start:], words
        start = text.index(words, start)


def test_deadlines_signals_and_waits_are_told(working: list[str]) -> None:
    text = " ".join(working)
    assert "Assessment 79% (41 of 52) 11 30 days 20" in text
    assert "CH0001 Northfield the end of the assessment 1 October 2026 30" in text
    assert "Plan open 15 months or longer 17 Help may have drifted." in text
    assert "The plan began on 31 January 2025." in text
    # Of 40 waits 20 had ended on day 20.
    assert (
        "Half of 40 had arrived within 20 days. 10 are waiting now, the longest for 60 days."
        in text
    )
    assert "AS01 Assessments within 45 days of the referral Needs another list." in text


def test_what_is_shared_names_no_child(sharing: list[str]) -> None:
    text = " ".join(sharing)
    assert not re.search(r"CH\d{4}|Rowan Ashdown", text)
    assert "60 days" not in text
    assert "10 are waiting now." in text


def test_long_lists_are_cut_and_say_so(tmp_path: Path) -> None:
    late = tuple(step(f"CH{n:04}", 900 - n) for n in range(45))
    signs = tuple(replace(sign(), child_id=f"SG{n:04}") for n in range(11))
    text = " ".join(pages(report(overdue=late, signs=signs), tmp_path))
    assert "The first 30 of 45. All are in the workbook." in text
    assert "CH0029" in text
    assert "CH0030" not in text
    assert "The first 8 of 11." in text
    assert "SG0007" in text
    assert "SG0008" not in text


@pytest.mark.parametrize("odd", ['#panic("x") *b* _i_', "$x^2$ [a](b) <t>", '"]}, {"kind": "no"'])
def test_text_is_never_markup(odd: str, tmp_path: Path) -> None:
    text = " ".join(pages(report(overdue=(replace(step("CH0001", 30), team=odd),)), tmp_path))
    assert odd.replace(" ", "") in text.replace(" ", "")


def test_a_name_in_markup_is_printed_as_it_is(working: list[str]) -> None:
    # A long name is parted where the line ends.
    assert HOSTILE in " ".join(working).replace(" ", "")


def test_letters_that_no_font_has_are_boxes(tmp_path: Path) -> None:
    odd = replace(step("CH0001", 30), team="日本 Łódź\x07 \U0001f600")
    text = " ".join(pages(report(overdue=(odd,)), tmp_path))
    assert "\u25a1\u25a1 Łódź \u25a1" in text


def test_it_is_tagged_has_a_title_and_a_language(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    write_pdf(report(), path)
    with pypdfium2.PdfDocument(path) as document:
        assert pdfium.FPDFCatalog_IsTagged(document.raw)
        told = document.get_metadata_dict()
        assert told["Title"] == "Fernshire: practice"
        assert told["CreationDate"].startswith("D:20261103")  # the day it was made, and no clock
        headings = [mark.get_title() for mark in document.get_toc()]
    assert {"What stands out", "Deadlines", "Signals", "Waits", "Assessment"} <= set(headings)
    raw = path.read_bytes()
    assert b"en-GB" in raw
    assert b"<pdfuaid:part>1</pdfuaid:part>" in raw


def test_the_same_report_is_the_same_file(tmp_path: Path) -> None:
    first, again, other = (tmp_path / name for name in ("a.pdf", "b.pdf", "c.pdf"))
    write_pdf(report(), first)
    write_pdf(report(), again)
    write_pdf(report(SHARING), other)
    assert first.read_bytes() == again.read_bytes()
    assert first.read_bytes() != other.read_bytes()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.pdf", "b.pdf", "c.pdf"]


def test_without_typst_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(UserError, match="pip install typst"):
        write_pdf(report(), tmp_path / "report.pdf")
    assert not list(tmp_path.iterdir())


def test_a_report_of_nothing_is_still_a_report(tmp_path: Path) -> None:
    bare = report(standing=(), tallies=(), team_tallies=(), overdue=(), due=(), signs=(),
                  waits=(), sections=(), lacking=(), events=())  # fmt: skip
    text = " ".join(pages(bare, tmp_path))
    assert "Nothing stands out." in text
    assert "No deadline could be asked about." in text


def drawn(*met: int, event: date | None = None) -> list[ElementTree.Element]:
    """The parts of the chart of months, each of 50."""
    events = (Event(event, "An event & more"),) if event else ()
    return list(ElementTree.fromstring(over_time(_changed(*met, events=events))))


def _changed(*met: int, events: tuple[Event, ...] = ()) -> Change:
    return change(measure(), trend(*met), Settings(events=events))


def test_a_chart_marks_each_point_and_round_numbers() -> None:
    # 20, 25 and 30 of 50: 40%, 50% and 60%, so marks of 5% from 40% to 60%.
    parts = drawn(20, 25, 30)
    circles = [p for p in parts if p.tag == f"{SVG}circle"]
    assert len(circles) == 3
    words = [p.text for p in parts if p.tag == f"{SVG}text"]
    assert words == ["40%", "45%", "50%", "55%", "60%", "Aug 2026", "Oct 2026"]
    # The scale runs from 108 up to 16: the lowest lies on 108, the middle one between.
    assert [circle.get("cy") for circle in circles] == ["108", "62", "16"]


def test_a_chart_says_whether_it_begins_at_nought() -> None:
    assert not begins_at_nought(_changed(20, 25, 30))
    assert begins_at_nought(_changed(1, 25, 50))


def test_a_point_out_of_the_usual_has_another_shape() -> None:
    told = indicator(STEADY).change
    assert told is not None
    root = ElementTree.fromstring(over_time(told))
    diamonds = [p for p in root if p.get("fill") == "#F46A25"]
    assert len(diamonds) == sum(bool(dot.signals) for dot in told.chart.dots) >= 1


def test_an_event_is_a_dashed_line_with_its_name() -> None:
    parts = drawn(20, 25, 30, event=date(2026, 9, 15))
    assert [p.text for p in parts if p.text and "event" in p.text] == ["An event & more"]
    assert [p for p in parts if p.get("stroke-dasharray") == "2 2"]


def test_a_wait_steps_down_to_who_still_waits() -> None:
    # Two end on day 10, and two wait on after 20: half are left from day 10.
    told = waits([10, 10, 20, 20], [True, True, False, False])
    path = ElementTree.fromstring(waiting(told.steps, 10)).find(f"{SVG}path")
    assert path is not None
    # From 50 to 454 across, so day 10 of 20 is at 252; from 108 up to 16, so a half is at 62.
    assert path.get("d") == "M50 16L252 16L252 62L454 62L454 62"


def test_text_is_on_one_line() -> None:
    assert plain(" a\tb\n\x00c\u00a0d ") == "a b c d"
