"""Every planted error is found by the checks, and nothing else is reported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sightline.intake.checking import Checked, check_files
from sightline.intake.rules import all_rules
from sightline.standards import standard
from sightline.synthesize.annex_a import annex_a_rows
from sightline.synthesize.dirt import NOT_PLANTED, Planted, manifest, plant
from sightline.synthesize.dirt.generic import planters
from sightline.synthesize.dirt.library import PLANTERS
from sightline.synthesize.local import local_rows
from sightline.synthesize.ssd import ssd_rows
from sightline.synthesize.world import World, world
from sightline.synthesize.write import write_csvs, write_workbook

Lists = dict[str, list[dict[str, Any]]]
Key = tuple[str, str, int, str]
MAKERS: dict[str, Callable[[World, date], Lists]] = {
    "annex_a": annex_a_rows,
    "ssd": ssd_rows,
    "local": local_rows,
}
RATE = 0.02


@pytest.fixture(scope="module")
def lists(made: World, until: date) -> Lists:
    """Annex A without errors."""
    return annex_a_rows(made, until)


def told(planted: list[Planted], key: str) -> Counter[Key]:
    """What the manifest says, as far as an issue says it too."""
    rows = manifest(planted, key)["planted"]
    return Counter((one["rule"], one["list"], one["row"], one["column"]) for one in rows)


def reported(checked: Checked) -> Counter[Key]:
    """What the checks report."""
    rows = checked.issues.select(["rule", "list", "row", "column"]).to_pylist()
    return Counter((one["rule"], one["list"], one["row"], one["column"]) for one in rows)


def check_written(rows: Lists, key: str, text: bool, until: date, folder: Path) -> Checked:
    """Write lists as a workbook, or as text, and check them."""
    if text:
        paths = sorted(write_csvs(rows, key, folder / key).iterdir())
    else:
        paths = [write_workbook(rows, key, folder / f"{key}.xlsx")]
    return check_files(paths, until, (key,))


@pytest.mark.parametrize("text", [False, True], ids=["workbook", "csv"])
@pytest.mark.parametrize(("rate", "seed"), [(RATE, 4), (0.1, 6)])
def test_annex_a_found_and_nothing_else(
    lists: Lists, until: date, tmp_path: Path, text: bool, rate: float, seed: int
) -> None:
    """2,000 children: what is reported is what was planted, both ways."""
    rows = deepcopy(lists)
    planted = plant(rows, "annex_a", until, rate, seed, text_only=text)
    checked = check_written(rows, "annex_a", text, until, tmp_path)
    found, expected = reported(checked), told(planted, "annex_a")
    assert expected - found == Counter()
    assert found - expected == Counter()
    assert len(expected) > 1000
    assert {one.rule for one in planted} == {one.rule for one in PLANTERS}


def test_children_of_the_manifest_are_those_of_the_issues(
    lists: Lists, until: date, tmp_path: Path
) -> None:
    """The child of each issue is named alike; adopters are no children."""
    rows = deepcopy(lists)
    planted = plant(rows, "annex_a", until, RATE, 4)
    issues = check_written(rows, "annex_a", False, until, tmp_path).issues.to_pylist()
    found = {(i["rule"], i["list"], i["row"]): i["child_id"] or "" for i in issues}
    for one in manifest(planted)["planted"]:
        child = "" if one["list"] == "adopters" else one["child_id"]
        assert found[one["rule"], one["list"], one["row"]] == child, one


@pytest.mark.parametrize("key", ["ssd", "local"])
def test_other_standards_found_and_nothing_else(until: date, tmp_path: Path, key: str) -> None:
    """The same for what is made from the declarations."""
    rows = MAKERS[key](world(300, until, 5), until)
    planted = plant(rows, key, until, RATE, 5, text_only=True)
    found = reported(check_written(rows, key, True, until, tmp_path))
    assert found == told(planted, key)
    rules = {"F01", "F02", "F03", "F05", "F07", "W50", "W52"}
    assert rules | ({"F15", "W54", "X50"} if key == "ssd" else set()) <= {p.rule for p in planted}


def test_every_rule_is_planted_or_said_not_to_be() -> None:
    """No rule of the checks is left out without a reason."""
    planted = {one.rule for one in PLANTERS}
    assert {rule.id for rule in all_rules()} <= planted | set(NOT_PLANTED)
    assert not planted & set(NOT_PLANTED)
    made = {p.rule for key in ("ssd", "local") for p in planters(standard(key))}
    assert {"F15", "W50", "W52", "W54", "X50"} <= made


def test_the_same_seed_plants_the_same(lists: Lists, until: date) -> None:
    """Another seed, other errors."""
    first, again, other = deepcopy(lists), deepcopy(lists), deepcopy(lists)
    planted = plant(first, "annex_a", until, RATE, 3)
    assert plant(again, "annex_a", until, RATE, 3) == planted
    assert first == again
    assert plant(other, "annex_a", until, RATE, 4) != planted


def test_as_many_children_are_touched_as_are_reported(lists: Lists, until: date) -> None:
    """Nobody's rows change, in any list, without a fault that is reported of that child."""
    rows = deepcopy(lists)
    planted = plant(rows, "annex_a", until, RATE, 4)
    before, after = by_person(lists), by_person(rows)
    changed = [who for who in before if after.get(who) != before[who]]
    nameless = sum(not one.child_id for one in planted)  # F08: a blank identifier
    assert nameless > 0
    assert len(changed) == len({one.child_id for one in planted} - {""}) + nameless


def by_person(lists: Lists) -> dict[str, list[tuple[str, dict[str, Any]]]]:
    """The rows of each child, or adopter, with their lists."""
    found: dict[str, list[tuple[str, dict[str, Any]]]] = {}
    for key, rows in lists.items():
        for row in rows:
            who = row.get("child_id") or row.get("adopter_id") or ""
            found.setdefault(who, []).append((key, row))
    return found


def test_no_more_than_half_of_a_list(lists: Lists, until: date) -> None:
    """Even at the highest rate; rows taken out are counted with those that are left."""
    rows = deepcopy(lists)
    planted = plant(rows, "annex_a", until, 0.5, 1)
    for key, held in lists.items():
        wrong = {one.row for one in planted if one.list == key}
        assert len(wrong) <= len(held) // 2, key


@pytest.mark.parametrize("rule", ["F10", "F04", "W02"])
def test_the_rate_is_kept(lists: Lists, until: date, rule: str) -> None:
    """Of the 1,000 or so contacts that could break a rule, 2 in 100 do, unborn children aside."""
    planted = plant(deepcopy(lists), "annex_a", until, RATE, 9)
    born = [row for row in lists["contacts"] if row["age"] is not None and row["age"] >= 0]
    could = born if rule == "F10" else lists["contacts"]
    count = sum(one.rule == rule and one.list == "contacts" for one in planted)
    assert count == round(RATE * len(could))


def test_no_errors_at_rate_nought(lists: Lists, until: date) -> None:
    """Nothing is touched."""
    rows = deepcopy(lists)
    assert plant(rows, "annex_a", until, 0, 1) == []
    assert rows == lists


@pytest.mark.parametrize("rate", [-0.1, 0.6])
def test_a_rate_that_cannot_be(until: date, rate: float) -> None:
    """A share, and not more than half."""
    with pytest.raises(ValueError, match=r"from 0 to 0\.5"):
        plant({}, "annex_a", until, rate, 1)
