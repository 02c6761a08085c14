"""The children behind a figure: each row that it counts, its answer, and where it came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sightline.measures.answers import Answer, Count, Mix, Share
from sightline.measures.asked import Asked
from sightline.measures.declare import Measure
from sightline.measures.figures import asked_of, chosen, unavailable
from sightline.measures.groups import GROUPINGS, NOT_SAID, label
from sightline.measures.prepared import prepared
from sightline.measures.settings import Settings
from sightline.measures.sums import GROUP, with_group

if TYPE_CHECKING:
    from datetime import date

    from sightline.measures.data import Data

MET, NOT_MET, NOT_JUDGED, COUNTED = "met", "not met", "cannot be judged", "counted"
WHO = ("child_id", "team", "worker", "age")
FROM = ("_list", "_file", "_sheet", "_row")


@dataclass(frozen=True)
class Behind:
    """One row behind a figure.

    ``answer`` is met, not met, cannot be judged, or counted; ``value`` is a length, a sum or a
    group where the measure has one. ``shown`` are the dates and words that the answer rests on.
    """

    child_id: str
    team: str
    worker: str
    age: int | None
    answer: str
    value: Any
    list: str
    file: str
    sheet: str
    row: int
    shown: dict[str, Any] = field(default_factory=dict)


def children(
    data: Data,
    measures: tuple[Measure, ...],
    settings: Settings | None = None,
    window: tuple[date, date] | None = None,
    by: str = "",
    group: str = "",
) -> tuple[Measure, list[Behind]]:
    """The measure that the data allow, and every row that it asks about, by child.

    ``by`` and ``group`` keep one group of a breakdown. The rows that are met are the numerator of
    the same figure, with those not met its denominator, and the others its ``excluded``. Raises
    ``ValueError``, with the reason, where there is no figure.
    """
    told = settings or Settings()
    (measure,) = chosen(data, measures)
    if why := unavailable(measure, data, told):
        raise ValueError(why)
    asked = asked_of(measure, data, told, window)
    return measure, list(_behind(data, measure, asked, by, group))


def _behind(data: Data, measure: Measure, asked: Asked, by: str, group: str) -> Iterator[Behind]:
    (one,) = prepared(data, [(measure, asked)])
    (put,) = one.put
    grouping = GROUPINGS[by] if by else None
    rows = with_group(one.rows.filter(one.rows[put.name("of")]), grouping)
    parts = {part: rows[put.name(part)] for part in put.answer.columns() if part != "of"}
    named = {f"shown_{name}": rows[name] for name in measure.roll.shown}
    grouped = {GROUP: rows[GROUP]} if grouping else {}
    query = rows.select(*WHO, *FROM, **named, **grouped, **{f"_{k}": v for k, v in parts.items()})
    assert data.lists is not None
    for row in sorted(data.lists.run(query).to_pylist(), key=_order):
        if grouping:
            codes = "" if grouping.by_group else grouping.codes
            if label(codes, False, row[GROUP]) != group:
                continue
        yield _one(row, put.answer, measure)


def _order(row: dict[str, Any]) -> tuple[str, str, str, int]:
    return row["child_id"] or "", row["_file"] or "", row["_sheet"] or "", row["_row"] or 0


def _one(row: dict[str, Any], answer: Answer, measure: Measure) -> Behind:
    said, value = _answer(row, answer)
    return Behind(
        row["child_id"] or NOT_SAID,
        row["team"] or NOT_SAID,
        row["worker"] or NOT_SAID,
        row["age"],
        said,
        value,
        row["_list"],
        row["_file"],
        row["_sheet"],
        row["_row"],
        {name: row[f"shown_{name}"] for name in measure.roll.shown},
    )


def _answer(row: dict[str, Any], answer: Answer) -> tuple[str, Any]:
    """Whether a row is met, and what it adds."""
    if isinstance(answer, (Share, Count)):
        met = row["_met"]
        counted = COUNTED if isinstance(answer, Count) else MET
        return (NOT_JUDGED if met is None else counted if met else NOT_MET), None
    if isinstance(answer, Mix):
        category = None if row["_category"] is None else str(row["_category"])
        return COUNTED, label(answer.code_set, answer.by_group, category)
    if "_value" in row:
        return (NOT_JUDGED if row["_value"] is None else COUNTED), row["_value"]
    if row["_top"] is None or row["_bottom"] is None:
        return NOT_JUDGED, None
    return COUNTED, f"{row['_top']:g} of {row['_bottom']:g}"
