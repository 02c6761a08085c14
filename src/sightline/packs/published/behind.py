"""Every row behind every measure, while the data are open: for the working copy alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sightline.measures.asked import Asked
from sightline.measures.children import FROM, Behind, children
from sightline.measures.declare import Measure, Roll
from sightline.measures.figures import asked_of, chosen, unavailable
from sightline.measures.groups import GROUPINGS, NOT_SAID, label
from sightline.measures.prepared import rows_of
from sightline.packs.published.schema import GROUPS
from sightline.standards.codes import code_set

if TYPE_CHECKING:
    from sightline.measures.data import Data
    from sightline.measures.settings import Settings

Parts = tuple[str, ...]
Key = tuple[Any, ...]
_NO_GROUP = (NOT_SAID,) * len(GROUPS)


@dataclass(frozen=True)
class Behinds:
    """The rows behind a measure, and of each the groups of the breakdowns it is counted in."""

    measure: str
    better: str
    rows: Sequence[Behind]
    parts: Sequence[Parts]


def able(data: Data, measures: Sequence[Measure], settings: Settings) -> list[Measure]:
    """The measures that have a figure, those of one roll beside each other."""
    mine = [m for m in chosen(data, measures) if not unavailable(m, data, settings)]
    return sorted(mine, key=lambda m: (m.roll.key, m.window, m.id))


def every_row(data: Data, measures: Sequence[Measure], settings: Settings) -> Iterator[Behinds]:
    """The rows behind each of the measures, in their order."""
    held: tuple[tuple[Roll, Asked] | None, dict[Key, Parts]] = (None, {})
    for measure in measures:
        asked = asked_of(measure, data, settings, None)
        shared = asked if measure.roll.windowed else asked.between(asked.as_at, asked.as_at)
        if held[0] != (measure.roll, shared):
            held = ((measure.roll, shared), _parts(data, measure.roll, shared))
        _, rows = children(data, (measure,), settings)
        yield Behinds(
            measure.id, measure.better, rows, [held[1].get(_key(row), _NO_GROUP) for row in rows]
        )


def _key(row: Behind) -> Key:
    return row.list, row.file, row.sheet, row.row, row.child_id


def _parts(data: Data, roll: Roll, asked: Asked) -> dict[Key, Parts]:
    """The groups that each row of a roll is in, by where the row came from and its child."""
    rows = rows_of(data, roll, asked)
    there = [by for by in GROUPS if GROUPINGS[by].column in rows.columns]
    named = {f"_part_{by}": rows[GROUPINGS[by].column] for by in there}
    assert data.lists is not None
    found = data.lists.run(rows.select(*FROM, "child_id", **named))
    columns = [column.to_pylist() for column in found.columns]
    known: dict[Parts, Parts] = {}
    made = {}
    for *where, child, codes in zip(*columns[:5], zip(*columns[5:])):
        if codes not in known:
            words = {by: _label(by, code) for by, code in zip(there, codes)}
            known[codes] = tuple(words.get(by, NOT_SAID) for by in GROUPS)
        made[(*where, child or NOT_SAID)] = known[codes]
    return made


def _label(by: str, code: Any) -> str:
    """The group that a figure counts a code in; of a breakdown by groups, that of known codes."""
    grouping = GROUPINGS[by]
    if not grouping.by_group:
        return label(grouping.codes, False, code)
    known = code is not None and code in code_set(grouping.codes).codes
    return label(grouping.codes, True, code) if known else NOT_SAID
