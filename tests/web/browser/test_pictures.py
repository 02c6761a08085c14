"""Takes the guides' pictures: ``SIGHTLINE_PICTURES=docs/guide/pictures`` keeps them there."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PICTURES = (
    ("director", "director", "/"),
    ("manager", "manager", "/"),
    ("member", "councillor", "/"),
    ("analyst", "loads", "/data"),
    ("qa_lead", "audits", "/audits"),
    ("director", "theme", "/themes/assessment"),
    ("director", "measure", "/measures/AS02"),
)


def test_the_guides_have_their_pictures(site: Any, signed_in: Any, tmp_path: Path) -> None:
    kept = os.environ.get("SIGHTLINE_PICTURES")
    folder = Path(kept) if kept else tmp_path
    folder.mkdir(parents=True, exist_ok=True)
    for who, name, address in PICTURES:
        page = signed_in(who, width=1100)
        page.goto(address)
        path = folder / f"{name}.png"
        page.screenshot(path=path)
        assert path.stat().st_size > 10_000


def test_every_picture_of_the_guide_is_taken_here() -> None:
    guide = Path(__file__).parents[3] / "docs" / "guide" / "site.md"
    text = guide.read_text(encoding="utf-8")
    shown = {part.split(".png")[0] for part in text.split("](pictures/")[1:]}
    assert shown == {name for _, name, _ in PICTURES}
