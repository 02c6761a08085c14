"""Annex A made from the SSD of a made-up authority, beside the authority's own Annex A."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

import pytest
from from_ssd_given import extract

from sightline.intake.annex_a_from_ssd import Made, annex_a_from_ssd
from sightline.standards import standard
from sightline.synthesize.annex_a import annex_a_rows
from sightline.synthesize.ssd import ssd_rows
from sightline.synthesize.world import world

DAY = date(2026, 9, 30)
LISTS = [table for table in standard("annex_a").tables if table.key != "adopters"]
# The SSD does not have them. Its care plan has no flag for guardianship and arrangements orders.
CANNOT = {"placement_location", "family_id", "permanence_plan"}


@pytest.fixture(scope="module")
def both() -> tuple[Made, dict[str, list[dict[str, Any]]]]:
    """What is made, and what the authority says."""
    made_up = world(1500, DAY, 5)
    return annex_a_from_ssd(extract(ssd_rows(made_up, DAY)), DAY), annex_a_rows(made_up, DAY)


def keyed(rows: list[dict[str, Any]], names: list[str]) -> dict[Any, list[tuple[Any, ...]]]:
    """A child's rows, of some columns, in an order of their own."""
    found = defaultdict(list)
    for row in rows:
        found[row["child_id"]].append(tuple(row.get(name) for name in names))
    return {child: sorted(values, key=str) for child, values in found.items()}


@pytest.mark.parametrize("table", LISTS, ids=lambda one: one.key)
def test_lists_agree(both: tuple[Made, dict[str, list[dict[str, Any]]]], table: Any) -> None:
    """The same children, and the same of each; of workers at the end of things, nearly."""
    made, said = both
    found = made.tables[f"annex_a.{table.key}"].to_pylist()
    names = [c.name for c in table.columns if c.name not in CANNOT]
    workers = {"allocated_team", "allocated_worker"}
    exact = [name for name in names if name not in workers]
    assert len(found) > 4
    assert keyed(found, exact) == keyed(said[table.key], exact)
    held, their = keyed(found, names), keyed(said[table.key], names)
    assert sum(held[child] != their[child] for child in held) <= 2


def test_plans_for_permanence_agree_but_for_orders(
    both: tuple[Made, dict[str, list[dict[str, Any]]]],
) -> None:
    """Guardianship and arrangements orders are found under the flag for relatives."""
    made, said = both
    found = keyed(made.tables["annex_a.children_in_care"].to_pylist(), ["permanence_plan"])
    for row in said["children_in_care"]:
        plan = row["permanence_plan"]
        assert found[row["child_id"]] == [("FOSTERING" if plan == "SGO_CAO" else plan,)]
