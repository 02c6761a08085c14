"""In a real browser: no accessibility fault, nothing wider than the screen, narrow and wide."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from test_site import site  # noqa: F401  the same small site

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed"),
]
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")

PAGES = ("index.html", "authorities.html", "documents.html", "themes.html", "authority", "document")
WIDTHS = (320, 1280)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Debian's chromium, with scripts of pages switched off by the test where it can be."""
    with playwright.sync_playwright() as made:
        opened = made.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


def place(folder: Path, name: str) -> Path:
    """The file of a kind of page."""
    if name == "authority":
        return next((folder / "authorities").glob("*.html"))
    if name == "document":
        return max((folder / "documents").glob("*.html"), key=lambda p: p.stat().st_size)
    return folder / name


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_no_accessibility_fault(site: Path, browser: Any, name: str, width: int) -> None:  # noqa: F811
    """axe finds nothing wrong, with every detail open."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(place(site, name).as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    found = axe.Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.close()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_wider_than_the_screen(site: Path, browser: Any, name: str, width: int) -> None:  # noqa: F811
    """Tables and charts scroll inside their own region; the page does not."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(place(site, name).as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()
