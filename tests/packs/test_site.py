"""Pages made from a small library: everything links, nothing loads from elsewhere, text is safe."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from sightline.packs.write_html import write_site
from sightline.reports.findings import Labels
from sightline.reports.shelf import Shelf

_REPORT = """\
{authority} County Council

Inspection of children's social care services

Inspection dates: {dates}

Lead inspector: Marguerite Hollis, Her Majesty's Inspector

Judgement Grade

The impact of leaders on social work practice with children and families {leaders}

The experiences and progress of children who need help and protection {help}

The experiences and progress of children in care and care leavers Good

Overall effectiveness {overall}

Leaders in {authority} know their services well and <script>alert(1)</script> nothing hides from them in this place.

What needs to improve

- The quality of planning for children in need, so that plans say what must change and by when.
- The recording of supervision.

The experiences and progress of children who need help and protection: {help}

1. Planning is {word} for children in need. Social workers visit children often.

The impact of leaders on social work practice with children and families: {leaders}

2. Supervision is {word}. Staff value their managers.
"""


def label(texts: Sequence[str]) -> list[Labels]:
    """Labels by plain words, so that the pages do not hang on the model."""
    return [
        Labels(
            tuple(t for t in ("planning", "supervision", "visits") if t[:5] in text.lower())
            or ("none",),
            "weakness" if "weak" in text else "strength",
            "none",
        )
        for text in texts
    ]


def report(dates: str, overall: str, word: str) -> bytes:
    """A report about an invented authority."""
    grades = {"leaders": overall, "help": overall, "overall": overall}
    return _REPORT.format(authority="Wexmoor", dates=dates, word=word, **grades).encode()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a library with two reports of one authority and a file that cannot be read."""
    folder = tmp_path_factory.mktemp("site")
    with Shelf(folder / "library", label=label) as shelf:
        shelf.add(
            [
                ("first.txt", report("5 to 16 November 2018", "Requires improvement", "weak")),
                ("second.txt", report("4 to 15 October 2021", "Good", "strong")),
                ("broken.pdf", b"<html>Not here</html>"),
            ]
        )
        write_site(shelf, folder / "out", date(2022, 5, 1))
    return folder / "out"


def pages(site: Path) -> dict[str, str]:
    """Every page by its place."""
    return {
        p.relative_to(site).as_posix(): p.read_text(encoding="utf-8")
        for p in site.rglob("*.html")
        if "originals" not in p.parts
    }


def test_every_kind_of_page_is_there(site: Path) -> None:
    """The national picture, lists, an authority, and each document."""
    found = pages(site)
    assert {"index.html", "authorities.html", "documents.html", "themes.html"} <= set(found)
    assert "authorities/wexmoor-county-council.html" in found
    assert sum(name.startswith("documents/") for name in found) == 3


def test_every_link_leads_somewhere(site: Path) -> None:
    """Pages, and the very words that a quote links to."""
    found = pages(site)
    for name, html in found.items():
        here = (site / name).parent
        for link in re.findall(r'href="([^"]+)"', html):
            path, _, anchor = link.partition("#")
            target = (here / path).resolve() if path else site / name
            assert target.is_file(), (name, link)
            if anchor:
                inside = target.read_text(encoding="utf-8")
                assert f'id="{anchor}"' in inside, (name, link)


def test_nothing_is_loaded_from_elsewhere_and_nothing_runs(site: Path) -> None:
    """No scripts, no pictures, styles or fonts of another place."""
    for name, html in pages(site).items():
        assert "<script" not in html, name
        assert not re.search(r'\b(?:src|srcset)="', html), name
        assert "@import" not in html, name
        assert "url(" not in html, name


def test_hostile_words_are_shown_as_words(site: Path) -> None:
    """A document cannot put anything into a page."""
    shown = [html for html in pages(site).values() if "alert(1)" in html]
    assert shown
    assert all("&lt;script&gt;alert(1)&lt;/script&gt;" in html for html in shown)


def test_the_authoritys_page_tells_its_story(site: Path) -> None:
    """History, judgements in a sentence, what was asked twice, and what comes next."""
    html = pages(site)["authorities/wexmoor-county-council.html"]
    text = " ".join(re.sub(r"<[^>]+>", " ", html).split())
    assert "Overall effectiveness was judged requires improvement in 2018 and good in 2021." in text
    assert "Ofsted decides; this is an estimate." in text
    assert "Told twice or more" in text
    assert "Planning: told to improve it in 2018 and 2021" in text
    assert "5 to 16 November 2018" in text or "5 November 2018 to 16 November 2018" in text


def test_every_chart_has_a_name_a_sentence_and_a_table(site: Path) -> None:
    """What a chart shows can be read without seeing it."""
    for name, html in pages(site).items():
        for before, after in zip(html.split("<svg")[:-1], html.split("</svg>")[1:]):
            assert before.rstrip().split("</p>")[-2].strip(), name
            assert "<table>" in after.split("</details>")[0], name
        assert html.count("<svg") == len(re.findall(r'<svg[^>]*role="img" aria-label="[^"]+', html))


def test_pages_are_marked_up_for_everyone(site: Path) -> None:
    """A language, a title, one main heading, landmarks, a way past the menu."""
    for name, html in pages(site).items():
        assert '<html lang="en-GB">' in html, name
        assert html.count("<h1") == 1, name
        assert '<main id="main">' in html, name
        assert 'href="#main"' in html, name
        assert re.search(r"<title>[^<]+ – Sightline</title>", html), name


def test_what_cannot_be_read_says_so(site: Path) -> None:
    """The list of documents names the problem and the remedy."""
    html = pages(site)["documents.html"]
    assert "web page saved with the name of a PDF" in html
    assert "Download the file again" in html


def test_building_again_changes_nothing(site: Path, tmp_path: Path) -> None:
    """The same library gives the same bytes."""
    with Shelf(site.parent / "library", label=label) as shelf:
        write_site(shelf, tmp_path, date(2022, 5, 1))
    again = pages(tmp_path)
    assert again == pages(site)
