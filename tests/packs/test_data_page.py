"""The page of data: two months of a made-up authority, loaded as the demonstration does."""

from __future__ import annotations

from datetime import date

import pytest

from sightline.demo.data import build_data
from sightline.intake.store import Store
from sightline.packs.data_page import data_page

LAST = date(2026, 10, 31)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Where it was built."""
    out = tmp_path_factory.mktemp("demo")
    build_data(out, children=300, months=2, as_at=LAST)
    return out


def test_the_page_tells_of_both_loads_and_of_no_child(built):
    """Counts, rules and lists; no identifier of anybody."""
    html = (built / "site" / "data.html").read_text(encoding="utf-8")
    assert "<h1>Fernshire: data as at 31 October 2026</h1>" in html
    assert "30 September 2026" in html
    assert "The children are made up." in html
    store = Store(built / "workspace" / "snapshots")
    children = store.find("Fernshire").table("annex_a.children_in_need")["child_id"].to_pylist()
    assert len(children) > 50
    assert not [child for child in children if child and child in html]


def test_a_second_build_loads_nothing(built):
    """What is there already is left as it is."""
    store = Store(built / "workspace" / "snapshots")
    before = [row.id for row in store.list()]
    build_data(built, children=300, months=2, as_at=LAST)
    assert [row.id for row in store.list()] == before
    assert len(before) == 2


def test_loads_without_issues_are_counted_too(built):
    """Nothing found is told as that, for each load."""
    latest = Store(built / "workspace" / "snapshots").find("Fernshire")
    page = data_page(latest, [], [date(2026, 9, 30), LAST])
    (section,) = [s for s in page["sections"] if s["id"] == "trend"]
    assert section["sentence"] == "No error or query in any of 2 loads."
