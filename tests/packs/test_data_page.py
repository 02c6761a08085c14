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


def test_a_month_whose_process_was_killed_is_made_all_the_same(tmp_path, monkeypatch):
    """In the process that loads."""
    from sightline.kit import workers

    monkeypatch.setattr(
        workers, "spread", lambda function, days, *_: ((d, workers.Lost("killed")) for d in days)
    )
    build_data(tmp_path, children=100, months=1, as_at=LAST)
    (row,) = Store(tmp_path / "workspace" / "snapshots").list()
    assert (row.as_at, row.lists) == (LAST, 26)  # 11 of Annex A, 15 local ones


def test_errors_in_some_rows_are_as_many_as_in_all(monkeypatch):
    """Of every kind, in every local list; long lists are looked at in part."""
    from collections import Counter

    from sightline.demo import data
    from sightline.synthesize import dirt
    from sightline.synthesize.local import local_rows

    planted, plant = [], dirt.plant
    monkeypatch.setattr(dirt, "plant", lambda *a, **k: planted.extend(plant(*a, **k)))
    made = data._world(900, LAST)
    rows = local_rows(made, LAST)
    before = {key: len(held) for key, held in rows.items()}
    assert before["supervision"] > 1_000
    data._plant_local(rows, LAST)
    found = Counter((one.rule, one.list) for one in planted)
    whole = local_rows(made, LAST)
    all_of = Counter(
        (one.rule, one.list) for one in plant(whole, "local", LAST, data.DIRT, data.SEED)
    )
    kinds = {key for key in all_of if key[1] == "supervision"}
    assert len(kinds) > 5
    assert kinds <= set(found)
    assert abs(sum(found[k] for k in kinds) - sum(all_of[k] for k in kinds)) <= len(kinds)
    assert {key: len(held) for key, held in rows.items()} == {
        key: len(held) for key, held in whole.items()
    }
