"""In a real browser: no accessibility fault, nothing wider than the screen, narrow and wide."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from test_site import site  # noqa: F401  the same small site

from sightline.demo.data import build_data

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed"),
]
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")

PAGES = (
    *("index.html", "authorities.html", "documents.html", "themes.html", "authority", "document"),
    "data.html",
)
WIDTHS = (320, 1280)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Debian's chromium, with scripts of pages switched off by the test where it can be."""
    with playwright.sync_playwright() as made:
        opened = made.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def whole(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:  # noqa: F811
    """The small site, and beside it the page of a made-up authority's data in two months."""
    out = tmp_path_factory.mktemp("data")
    build_data(out, children=300, months=2)
    shutil.copy(out / "site" / "data.html", site)
    return site


def place(folder: Path, name: str) -> Path:
    """The file of a kind of page."""
    if name == "authority":
        return next((folder / "authorities").glob("*.html"))
    if name == "document":
        return max((folder / "documents").glob("*.html"), key=lambda p: p.stat().st_size)
    return folder / name


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_no_accessibility_fault(whole: Path, browser: Any, name: str, width: int) -> None:
    """axe finds nothing wrong, with every detail open."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(place(whole, name).as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    found = axe.Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.close()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_wider_than_the_screen(whole: Path, browser: Any, name: str, width: int) -> None:
    """Tables and charts scroll inside their own region; the page does not."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(place(whole, name).as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()
