"""Plain answers for the measures of adoption: loops over rows, and no engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

from plain_days import months_on

Row = dict[str, Any]
Answer = tuple[Row, Any]
MONTH = 30.4375


def rows(lists: Any) -> list[Row]:
    return list(lists["annex_a.adoption"])


def in_year(day: Any, on: Any) -> bool:
    return day is not None and months_on(on, -12) <= day <= on


def days(start: Any, end: Any) -> int | None:
    return None if start is None or end is None else (end - start).days


def months(start: Any, end: Any) -> float | None:
    length = days(start, end)
    return None if length is None else length / MONTH


def adopted(lists: Any, on: Any) -> Iterator[Row]:
    return (row for row in rows(lists) if in_year(row["adoption_order_date"], on))


def ad01(lists: Any, on: Any, settings: Any) -> Iterator[Answer]:
    for row in adopted(lists, on):
        yield row, days(row["entered_care_date"], row["placed_date"])


def ad02(lists: Any, on: Any, settings: Any) -> Iterator[Answer]:
    for row in adopted(lists, on):
        length = days(row["placement_order_date"], row["match_date"])
        yield row, None if length is None else max(length, 0)


def waits(row: Row) -> bool:
    stops = ("placed_date", "adoption_order_date", "no_longer_placed_date")
    return row["should_be_placed_date"] is not None and all(row[s] is None for s in stops)


def ad03(lists: Any, on: Any, settings: Any) -> Iterator[Answer]:
    for row in rows(lists):
        done = in_year(row["adoption_order_date"], on)
        if not done and not waits(row):
            continue
        entered, placed = row["entered_care_date"], row["placed_date"]
        if entered is None or (done and placed is None):
            yield row, None
        else:
            yield row, (placed or on) < months_on(entered, 14)


def lived_from(row: Row, lists: Any) -> Any:
    """The earliest of moving in, early permanence, and being fostered by who adopts."""
    fostered = [
        one["placement_start_date"]
        for one in lists["annex_a.children_in_care"]
        if one["child_id"] == row["child_id"] is not None
        and one["placement_type"] in ("A3", "A5")
        and one["placement_start_date"] is not None
    ]
    known = [row["placed_date"], row["ffa_placement_date"], *fostered]
    return min((day for day in known if day is not None), default=None)


def ad04(lists: Any, on: Any, settings: Any) -> Iterator[Answer]:
    for row in adopted(lists, on):
        yield row, days(row["entered_care_date"], lived_from(row, lists))


def ad05(lists: Any, on: Any, settings: Any) -> Iterator[Answer]:
    for row in rows(lists):
        if in_year(row["adoption_order_date"], on) or in_year(row["match_date"], on):
            yield row, months(row["should_be_placed_date"], row["match_date"])


def between(start: str, end: str) -> Callable[..., Iterator[Answer]]:
    def asked(lists: Any, on: Any, settings: Any) -> Iterator[Answer]:
        for row in adopted(lists, on):
            yield row, months(row[start], row[end])

    return asked


def unmatched(lists: Any) -> Iterator[Row]:
    for row in rows(lists):
        if (
            row["placement_order_date"]
            and not row["match_date"]
            and not row["no_longer_placed_date"]
        ):
            yield row


def ad07(lists: Any, on: Any, settings: Any) -> Iterator[Answer]:
    return ((row, True) for row in unmatched(lists))


def ad07b(lists: Any, on: Any, settings: Any) -> Iterator[Answer]:
    return ((row, days(row["placement_order_date"], on)) for row in unmatched(lists))


def ad08(lists: Any, on: Any, settings: Any) -> Iterator[Answer]:
    return ((row, in_year(row["no_longer_placed_date"], on)) for row in rows(lists))


def ad09(lists: Any, on: Any, settings: Any) -> Iterator[Answer]:
    for row in rows(lists):
        if in_year(row["adoption_order_date"], on) or in_year(row["placed_date"], on):
            yield row, row["ffa_placement_date"] is not None


def families(lists: Any) -> Iterator[Row]:
    """Each family once, by the first of its rows in the file."""
    seen = set()
    ordered = sorted(lists["annex_a.adopters"], key=lambda r: (r["_file"], r["_sheet"], r["_row"]))
    for row in ordered:
        key = row["family_id"] or row["adopter_id"]
        if key not in seen:
            seen.add(key)
            yield row


def stage(number: int) -> Callable[..., Iterator[Answer]]:
    def asked(lists: Any, on: Any, settings: Any) -> Iterator[Answer]:
        for row in families(lists):
            if in_year(row[f"stage{number}_end_date"], on):
                start, end = row[f"stage{number}_start_date"], row[f"stage{number}_end_date"]
                yield row, months(start, end)

    return asked


def ad11(lists: Any, on: Any, settings: Any) -> Iterator[Answer]:
    for row in families(lists):
        approved = row["stage2_end_date"]
        if approved is not None and approved <= on and row["left_process_date"] is None:
            long_ago = approved <= on - timedelta(weeks=4)
            yield row, row["match_date"] is None and long_ago


PLAIN = {
    ("AD01", "children_for_adoption"): ad01,
    ("AD02", "children_for_adoption"): ad02,
    ("AD03", "children_for_adoption"): ad03,
    ("AD04", "children_for_adoption"): ad04,
    ("AD05", "children_for_adoption"): ad05,
    ("AD06", "children_for_adoption"): between("match_date", "placed_date"),
    ("AD06b", "children_for_adoption"): between("placed_date", "adoption_order_date"),
    ("AD07", "children_for_adoption"): ad07,
    ("AD07b", "children_for_adoption"): ad07b,
    ("AD08", "children_for_adoption"): ad08,
    ("AD09", "children_for_adoption"): ad09,
    ("AD10", "adoptive_families"): stage(1),
    ("AD10b", "adoptive_families"): stage(2),
    ("AD11", "adoptive_families"): ad11,
}
