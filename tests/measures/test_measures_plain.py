"""Every measure equals a second, slow answer in plain Python, on a made-up authority."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from statistics import fmean, median
from typing import Any

import pytest
from measured_authority import AS_AT, authority

from sightline.engines import engine
from sightline.measures.answers import Count, Days, Mix, Ratio, Share
from sightline.measures.asked import Asked
from sightline.measures.children import MET, NOT_JUDGED, NOT_MET, children
from sightline.measures.columns_used import answer_of, everything_set
from sightline.measures.data import Data
from sightline.measures.figure import Figure
from sightline.measures.figures import chosen, figures
from sightline.measures.groups import GROUPINGS
from sightline.measures.library import all_measures
from sightline.measures.opening import open_tables
from sightline.measures.prepared import prepared
from sightline.measures.sums import summed

sys.path.insert(0, str(Path(__file__).parent / "plain"))
PLAIN: dict[tuple[str, str], Any] = {}
for module in sorted(p.stem for p in (Path(__file__).parent / "plain").glob("plain_*.py")):
    PLAIN.update(import_module(module).PLAIN)

KEYED = {(m.id, m.roll.key): m for m in all_measures()}


@pytest.fixture(scope="module")
def data() -> Iterator[Data]:
    with open_tables(authority(), AS_AT, engine()) as opened:
        yield opened


@pytest.fixture(scope="module")
def lists() -> dict[str, list[dict[str, Any]]]:
    return {name: table.to_pylist() for name, table in authority().items()}


def test_every_measure_has_a_plain_answer() -> None:
    assert sorted(set(KEYED) - set(PLAIN)) == []
    assert sorted(set(PLAIN) - set(KEYED)) == []


@pytest.mark.parametrize("key", sorted(PLAIN), ids="-".join)
@pytest.mark.parametrize("by", ["", "team"])
def test_a_measure_equals_its_plain_answer(
    key: tuple[str, str], by: str, data: Data, lists: dict[str, list[dict[str, Any]]]
) -> None:
    measure = KEYED[key]
    asked = Asked.window(AS_AT, measure.window, everything_set())
    (one,) = prepared(data, [(measure, asked)])
    found = {
        (f.group, f.category): (f.numerator, f.denominator, f.value, f.excluded)
        for f in summed(data, one, GROUPINGS[by] if by else None)
        if not measure.split or by or not f.category
    }
    answers = list(PLAIN[key](lists, AS_AT, everything_set()))
    expected = by_hand(one.put[0].answer, answers, by, len(found))
    assert found.keys() == expected.keys()
    for group, sums in expected.items():
        assert found[group] == pytest.approx(sums), group


def by_hand(answer: Any, answers: list[Any], by: str, groups: int) -> dict[Any, Any]:
    """Figures from plain answers: by group, and by category of a mix."""
    rows: dict[str, list[Any]] = defaultdict(list)
    if not by:
        rows["All"] = []
    for row, outcome in answers:
        rows[team_of(row) if by else "All"].append(outcome)
    made: dict[Any, Any] = {}
    for group, outcomes in rows.items():
        if isinstance(answer, Mix):
            made |= mixed(group, outcomes)
        else:
            made[group, ""] = (*summed_by_hand(answer, outcomes, by), outcomes.count(None))
    return made if made or by else {("All", ""): (0, 0, None, 0)}


def mixed(group: str, outcomes: list[Any]) -> dict[Any, Any]:
    names = sorted(set(outcomes))
    return {
        (group, name): (
            outcomes.count(name),
            len(outcomes),
            outcomes.count(name) / len(outcomes),
            0,
        )
        for name in names
    }


def summed_by_hand(answer: Any, outcomes: list[Any], by: str) -> tuple[Any, Any, Any]:
    known = [o for o in outcomes if o is not None]
    if isinstance(answer, Share):
        return sum(known), len(known), sum(known) / len(known) if known else None
    if isinstance(answer, Count):
        population = everything_set().population
        if answer.rate and population:
            rate = len(known) * (2 if answer.yearly else 1) * 10_000 / population
            return len(known), None if by else population, rate
        return len(known), None, len(known)
    if isinstance(answer, Days):
        middle = (fmean if answer.mean else median)(known) if known else None
        return None, len(known), middle
    assert isinstance(answer, Ratio)
    top, bottom = sum(k[0] for k in known), sum(k[1] for k in known)
    return top, bottom, top / bottom if bottom else None


def team_of(row: dict[str, Any]) -> str:
    named = next((row[k] for k in ("_team", "allocated_team", "team") if k in row), None)
    return named or "Not recorded"


def test_every_figure_is_the_count_of_its_children(data: Data) -> None:
    """Met rows are the numerator, with those not met the denominator, and the rest left out."""
    for measure in KEYED.values():
        answer = answer_of(measure)
        if not isinstance(answer, Share) or measure not in chosen(data, [measure]):
            continue
        (figure, *_) = figures(data, [measure], everything_set())
        _, rows = children(data, (measure,), everything_set())
        counts = Counter(row.answer for row in rows)
        assert counts[MET] == figure.numerator, measure.id
        assert counts[MET] + counts[NOT_MET] == figure.denominator, measure.id
        assert counts[NOT_JUDGED] == figure.excluded, measure.id
        assert all(row.file and row.row for row in rows), measure.id


@pytest.mark.parametrize("by", ["team", "worker", "age", "sex", "ethnicity", "disability"])
def test_the_parts_add_to_the_whole(by: str, data: Data) -> None:
    measures = [m for m in KEYED.values() if isinstance(answer_of(m), Share)]
    whole = {f.measure: f for f in figures(data, measures, everything_set()) if not f.category}
    parts: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures(data, measures, everything_set(), by):
        parts[figure.measure].append(figure)
    assert len(parts) > 80
    for key, rows in parts.items():
        assert sum(f.numerator or 0 for f in rows) == whole[key].numerator, key
        assert sum(f.denominator or 0 for f in rows) == whole[key].denominator, key
        assert sum(f.excluded or 0 for f in rows) == whole[key].excluded, key
