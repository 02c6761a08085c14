"""The report on practice as HTML: what it says, in which order, to whom, and to everyone."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from practice_report import AS_AT, HOSTILE, STEADY, TEAMS, found, indicator, measure, report, trend

from sightline.measures.variation.survival import Step
from sightline.packs import practice_charts
from sightline.packs.practice.model import SHARING, Report
from sightline.packs.practice.view_compared import value
from sightline.packs.practice.view_front import css_text
from sightline.packs.practice.view_people import deadlines
from sightline.packs.practice.view_tables import MOST, said, where
from sightline.packs.practice.view_waits import coarse
from sightline.packs.practice.write_html import html_of, write_html


@pytest.fixture(scope="module")
def working() -> str:
    """The working copy."""
    return html_of(report())


@pytest.fixture(scope="module")
def sharing() -> str:
    """The copy for sharing."""
    return html_of(report(SHARING))


def tree(html: str) -> Any:
    """The page as a tree."""
    return lxml.html.fromstring(html.encode("utf-8"))


def words(element: Any) -> str:
    """The words of a part of the page, on one line."""
    return " ".join(element.text_content().split())


def cells(html: str, caption: str) -> list[list[str]]:
    """The rows of the table whose caption ends so."""
    (found,) = (t for t in tree(html).iter("table") if words(t.find("caption")).endswith(caption))
    return [[words(cell) for cell in row] for row in found.iter("tr")]


def test_the_mode_stands_in_the_header(working: str, sharing: str) -> None:
    """And on every printed page."""
    for html, name, means in (
        (working, "Working", "true counts and children's references. Not to leave the authority."),
        (sharing, "For sharing", "counts of 1 to 5 are hidden (c), and no child is named."),
    ):
        assert f"{name}: {means}" in words(tree(html).xpath("//header")[0])
        assert f'@top-right{{content:"{name}\\2e  Data as at 31 October 2026"' in html


def test_what_stands_out_comes_first_and_links(working: str) -> None:
    """A change for the worse, a team, and what is overdue; each leads to where it is told."""
    page = tree(working)
    headings = [h.get("id") for h in page.iter("h2")]
    assert headings == [
        "standing", "contents", "deadlines", "signals", "waits", "area-as", "lacking", "reading",
        "about",
    ]  # fmt: skip
    # 20 of 50 in October after 11 months about 40 of 50; Northfield has 20 of 50 beside 71%.
    summary = words(page.xpath("//h2[@id='standing']/following-sibling::p")[0])
    assert summary == (
        "There is 1 change for the worse, no changes for the better, 1 team that differs more "
        "than chance explains and 1 deadline with something overdue."
    )
    items = {words(li): li.find("a").get("href") for li in page.xpath("//ul[@class='standing']/li")}
    title = measure().title
    assert [link for text, link in items.items() if text.startswith(title)] == ["#AS02"] * 2
    assert items["Assessment: 11 overdue, the longest by 30 days."] == "#deadlines"


def test_an_indicator_keeps_its_order(working: str) -> None:
    """Sentence, better, time, teams, compared, why, commentary, children, definition."""
    text = words(tree(working).xpath("//article")[0])
    parts = [
        measure().title, "71% (110 of 155).", "Higher is better", "Over time", "Between teams",
        "Compared with", "Why it matters, and its limits", "Commentary", "Children",
        "Other groups, and definition", "Lineage",
    ]  # fmt: skip
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_the_chart_over_time_has_limits_and_a_table_of_the_same(working: str) -> None:
    """Twelve months of 50: 462 of 600 is a centre of 77%; p̄ ± 3 √(p̄ q̄ / 50) is 59% to 95%."""
    rows = cells(working, ": over time")
    assert rows[0] == ["When", "Figure", "Usual", "Usual range", "What a rule says", "Events"]
    assert len(rows) == 13
    assert rows[1][:4] == ["1 to 30 November 2025", "80% (40 of 50)", "77%", "59% to 95%"]
    assert rows[12][:2] == ["1 to 31 October 2026", "40% (20 of 50)"]
    assert "below the lower limit" in rows[12][4]
    assert rows[5][5] == "A new front door (10 March 2026)"
    assert sum(bool(row[5]) for row in rows[1:]) == 1
    assert "upper limit" in working
    assert ">A new front door</text>" in working


def test_no_verdict_under_ten_points() -> None:
    """Six months are a plain line; one month is no line at all."""
    few = html_of(report(one=indicator(trend(40, 41, 39, 40, 42, 20)), standing=()))
    assert "Changing? too few to tell" in few
    assert "upper limit" not in few
    assert cells(few, ": over time")[0] == ["When", "Figure"]  # the event came before them
    assert "There is 1 deadline with something overdue." in few
    assert "No change can be told yet: that needs 10 loads or more, and there is 1." in few
    one = html_of(report(one=indicator(trend(40))))
    assert "Over time</h4>" not in one


def test_what_is_hidden_parts_the_line() -> None:
    """A month that is kept back is c in the table, and no point of the chart."""
    gone = replace(STEADY[3], hidden=True, value=None, numerator=None, denominator=None)
    months = (*STEADY[:3], gone, *STEADY[4:])
    one = replace(indicator(months), change=None)
    html = html_of(report(SHARING, one))
    assert cells(html, ": over time")[4][1] == "c"
    assert "of 11 figures" in html
    lines = re.findall(r'<path d="(M[^"]+)" stroke="#12436D"', html)
    assert len([path for path in lines if path.count("L") in (2, 7)]) == 2


def test_teams_stand_by_name_with_what_chance_explains(working: str) -> None:
    """Northfield is unusual; a team of 5 is too few to tell."""
    rows = cells(working, f"{measure().title}: by team")
    assert [row[0] for row in rows] == ["Team", "Eastfield", "Northfield", "Southfield", HOSTILE]
    assert [row[1] for row in rows[1:3]] == ["90% (45 of 50)", "40% (20 of 50)"]
    assert [row[3] for row in rows[2:5:2]] == ["unusually low", "too few to tell"]
    text = words(tree(working).xpath("//article")[0])
    assert "1 of 3 teams is unusual beside 71% in all." in text
    assert "From 40% to 90% in teams of 10 or more." in text


def test_the_published_figure_stands_beside_the_own_one(working: str) -> None:
    """Each is dated, and it says that they do not mean the same."""
    rows = cells(working, "Published: Assessments within 45 days")
    assert rows[1:] == [
        ["Fernshire", "81% (2025)", "78.5% (2024)", "up 2.5 points"],
        ["Statistical neighbours", "85% (2025)", "85% (2024)", "no change"],
        ["North East", "84% (2025)", "not published: small (2024)", ""],
        ["England", "83% (2025)", "84.2% (2024)", "down 1.2 points"],
    ]
    assert "The two do not mean the same. The published one counts from the referral." in working
    assert "Place 30 of 151 authorities, where 1 is the best. Quarter C" in working
    # 238 of 300 is 79%, 202 of 300 is 67%: 12 points lower.
    assert "12 percentage points lower" in working


def test_children_are_listed_in_part_and_counted_whole(working: str) -> None:
    """At most 50 rows, by reference, with where each comes from."""
    rows = cells(working, "not met, by the child's reference")
    assert len(rows) == MOST + 1
    assert rows[0] == ["Child", "Age", "Team", "Worker", "Started on", "Child seen", "Where from"]
    assert rows[1] == [
        "CH0000", "7", "Northfield", "Rowan Ashdown", "2 March 2026", "yes", "a.xlsx, List 4, row 2",
    ]  # fmt: skip
    assert "To look at: 60 rows not met" in working
    assert "The first 50 of 60 are shown." in working


def test_deadlines_tell_who_is_overdue_and_who_will_be(working: str) -> None:
    """The tally, the longest first, and the soonest first."""
    assert cells(working, "Deadlines")[1][:6] == [
        "Assessment", "79% (41 of 52)", "11", "30", "20", "44",
    ]  # fmt: skip
    late = cells(working, "Overdue, the longest first")
    assert [(row[0], row[5], row[6]) for row in late[1:]] == [
        ("CH0001", "1 October 2026", "30"),
        ("CH0002", "27 October 2026", "4"),
    ]
    due = cells(working, "the soonest first")
    assert due[1][5:7] == ["5 November 2026", "5"]
    assert "2 steps are overdue, for 2 children. The longest overdue comes first." in working
    signal = cells(working, "what has gone on longest first")[1]
    assert signal[4:8] == [
        "Plan open 15 months or longer", "31 January 2025", "638",
        "The plan began on 31 January 2025.",
    ]  # fmt: skip


def test_a_long_list_is_told_team_by_team_too() -> None:
    """Where not all are shown, each team finds its own."""
    made = report()
    many = tuple(
        replace(made.overdue[0], child_id=f"X{n:03}", team=f"Team {n % 2}") for n in range(60)
    )
    told = deadlines(replace(made, overdue=many))["overdue"]
    assert told["more"] == "The first 50 of 60 are shown."
    assert [one["summary"] for one in told["teams"]] == ["Team 0: 30", "Team 1: 30"]
    assert told["teams"][1]["table"]["rows"][0][0] == "X001"


def test_waits_count_those_who_wait(working: str) -> None:
    """Of 40, 30 ended on days 1 to 30: half by day 20, and a quarter still waiting."""
    title = found().pathway.title
    rows = cells(working, f"{title}: the part still waiting")
    assert [rows[1][0], rows[1][1], rows[1][3]] == ["1 day", "98%", "40"]  # 39 of 40
    assert rows[-1][1] == "25%"
    sentence = "Half of 40 had arrived within 20 days. 10 are waiting now, the longest for 60 days."
    assert sentence in working
    assert "half by 20 days" in working


def test_the_copy_for_sharing_names_nobody(sharing: str) -> None:
    """No child, no worker, and no wait of a single child."""
    for secret in ("CH0", "Rowan Ashdown", "a.xlsx", "sightline children"):
        assert secret not in sharing, secret
    assert "The copy for sharing lists no child." in sharing
    assert cells(sharing, "Deadlines")[1][1:4] == ["79% (41 of 52)", "11", "c"]
    assert "days late" not in sharing
    assert "Had waited so long" not in sharing


def test_a_shared_curve_steps_over_ten_children_or_more() -> None:
    """Nine that ended are not told apart; nor the last nine who wait."""
    steps = [Step(n, 40 - 4 * n, 4, 0.9 - n / 10, None, None) for n in range(9)]
    # Four end each day: 12 after day 2, 24 after day 5; after day 8 but 4 are left.
    assert [step.day for step in coarse(steps)] == [2, 5]


def test_every_link_leads_somewhere_and_every_name_is_one(working: str, sharing: str) -> None:
    """Within the page; nothing links out but sources."""
    for html in (working, sharing):
        page = tree(html)
        ids = [e.get("id") for e in page.iter() if isinstance(e.tag, str) and e.get("id")]
        assert len(ids) == len(set(ids))
        links = [a.get("href") for a in page.iter("a")]
        assert len(links) > 10
        assert [link for link in links if link[1:] not in ids] == []


def test_nothing_is_loaded_and_nothing_runs(working: str) -> None:
    """One file, without scripts."""
    assert "<script" not in working
    assert not re.search(r'\b(?:src|srcset)="|url\(|@import', working)


def test_hostile_words_are_shown_as_words(working: str) -> None:
    """A team's name cannot put anything into the page, nor be rounded in a chart."""
    assert "&lt;script&gt;alert(" in working
    assert '"1.25")' in tree(working).xpath("//article")[0].text_content()
    assert re.search(r"<text[^>]*>&lt;script&gt;alert\([^<]*1\.25", working)
    bad = html_of(report(authority='"}</style><b>x'))
    assert "<b>x" not in bad
    assert css_text('a"}<\n é') == '"a\\22 \\7d \\3c \\a  \\e9 "'


def test_every_chart_has_a_name_a_sentence_and_a_table(working: str) -> None:
    """What a chart shows can be read without seeing it."""
    assert working.count("<svg") == 3
    assert len(re.findall(r'<svg[^>]*role="img" aria-label="[^"]{60,}"', working)) == 3
    for after in working.split("</svg>")[1:]:
        assert "<table>" in after.split("</details>")[0]
    assert "80% (40 of 50) on 30 November 2025, 40% (20 of 50) on 31 October 2026" in working


def test_headings_lead_a_reader(working: str) -> None:
    """One main heading; none skips a level; each indicator is one below its area."""
    levels = [int(h.tag[1]) for h in tree(working).iter("h1", "h2", "h3", "h4")]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    (mine,) = tree(working).xpath("//h3[@id='AS02']")
    assert words(mine) == measure().title


def test_there_is_a_marked_place_for_commentary(working: str) -> None:
    """What, so what, now what, and by whom."""
    boxes = tree(working).xpath("//article//*[@role='textbox']")
    assert [box.get("aria-label") for box in boxes] == [
        "What do we see? AS02", "So what? AS02", "Now what? AS02", "Name and date AS02",
    ]  # fmt: skip
    assert not any(words(box) for box in boxes)


def test_nothing_to_tell_is_told_as_that() -> None:
    """No data is not the same as nothing overdue."""
    made = report(sections=(), tallies=(), team_tallies=(), overdue=(), due=(), signs=(),
                  sign_counts=(), waits=(), lacking=(), standing=(), loads=(), lists={})  # fmt: skip
    text = words(tree(html_of(made)))
    for sentence in (
        "No deadline is shown: the lists that were loaded allow none, or counts are small.",
        "No step was overdue on 31 October 2026.",
        "No signal is raised.",
        "No wait is shown",
        "No measure has a figure.",
        "Every measure has a figure.",
    ):
        assert sentence in text, sentence


def test_data_that_are_old_are_said_to_be(working: str) -> None:
    """More than seven days, of the day it was made."""
    assert "The data were" not in working  # 31 October to 3 November
    old = html_of(report(made_on=date(2026, 11, 8)))
    assert "The data were 8 days old when this was made." in old


def test_the_same_report_gives_the_same_bytes(tmp_path: Path, working: str) -> None:
    """And the file is written whole."""
    write_html(report(), tmp_path / "a.html")
    assert (tmp_path / "a.html").read_bytes() == working.encode("utf-8")
    assert [p.name for p in tmp_path.iterdir()] == ["a.html"]


def test_values_are_printed_as_people_write_them() -> None:
    """Dates, yes and no; published shares are in hundredths."""
    assert [said(v) for v in (AS_AT, True, None, 1234, 2.5, "x")] == [
        "31 October 2026", "yes", "", "1,234", "2.5", "x",
    ]  # fmt: skip
    assert where("care.csv", "care", 1235) == "care.csv, row 1,235"
    assert value(57.0, "%") == "57%"
    assert value(41.62, "per 10,000 children") == "41.6 per 10,000 children"


def test_an_axis_begins_at_nought_where_that_shows_enough() -> None:
    """From 0 where the figures reach below half of the highest."""
    low, high = {"value": 0.3}, {"value": 0.8}
    assert practice_charts.begins_at_nought([low, high], True)
    assert not practice_charts.begins_at_nought([{"value": 0.7}, high], True)


def test_teams_of_the_report_are_those_of_the_figures() -> None:
    """The made report is what the tests take it to be."""
    made: Report = report()
    assert [f.group for f in made.indicators[0].groups["team"]] == [f.group for f in TEAMS]


CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Debian's chromium."""
    if CHROMIUM is None:
        pytest.skip("chromium is not installed")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as made:
        opened = made.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("mode", ["working", "sharing"])
def test_no_accessibility_fault_and_nothing_too_wide(
    browser: Any, tmp_path: Path, mode: str, width: int
) -> None:
    """axe finds nothing wrong with every detail open; only tables and charts scroll sideways."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is absent")
    write_html(report(mode), tmp_path / "r.html")
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto((tmp_path / "r.html").as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    found = axe.Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


@pytest.mark.browser
def test_on_paper_tables_are_open_and_lists_of_children_are_not(
    browser: Any, tmp_path: Path
) -> None:
    """What a reader would click is printed; who the children are only where it was opened."""
    write_html(report(), tmp_path / "r.html")
    page = browser.new_page()
    page.goto((tmp_path / "r.html").as_uri())
    page.emulate_media(media="print")
    height = "e => e.getBoundingClientRect().height"
    assert page.locator("#AS02 ~ .together details table").first.evaluate(height) > 100
    assert not page.locator("details.kept table").first.is_visible()
    page.close()
