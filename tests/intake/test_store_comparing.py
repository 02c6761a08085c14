"""Comparing snapshots tells who appeared, who vanished, and what changed of the others."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store_given import NOVEMBER, contacts, save

from sightline.intake.store import Change, Store
from sightline.intake.store.differing import Differing, connected
from sightline.intake.store.matching import Match, match_for
from sightline.kit.problems import UserError
from sightline.standards.registry import all_standards

Row = tuple[str | None, str | None, str | None]
CONTACTS = Match("child_id", ("contact_date",))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "snapshots")


def _in_care(*rows: tuple[str, str, str, int | None]) -> pa.Table:
    """Some columns of list 8: child, start of care, placement type, placements."""
    names = ("child_id", "cla_start_date", "placement_type", "placements")
    table = pa.table({name: [row[n] for row in rows] for n, name in enumerate(names)})
    return table.append_column("_row", pa.array(range(2, len(rows) + 2), pa.int32()))


def test_a_comparison_worked_by_hand(store: Store) -> None:
    before = save(
        store,
        tables={
            "annex_a.contacts": contacts(
                ("C1", "2026-10-01", "1A"),
                ("C1", "2026-10-09", "1B"),
                ("C2", "2026-10-02", "1A"),
                ("C3", "2026-10-03", "1A"),
                (None, "2026-10-04", "1A"),
            ),
            "annex_a.children_in_care": _in_care(
                ("C7", "2025-01-01", "U1", 1), ("C8", "2025-02-02", "U4", 2)
            ),
            "annex_a.adopters": pa.table({"adopter_id": ["P1"]}),
            "annex_a.adoption": pa.table({"child_id": ["C7"]}),
        },
    )
    after = save(
        store,
        NOVEMBER,
        tables={
            "annex_a.contacts": contacts(
                ("C2", "2026-10-02", "1A"),  # the same, in another row
                ("C1", "2026-10-01", None),  # its source is gone
                ("C1", "2026-11-05", "1B"),  # a new contact; that of 9 October is no longer told
                ("C4", "2026-11-06", "1A"),  # a new child; C3 is no longer there
            ),
            "annex_a.children_in_care": _in_care(
                ("C8", "2025-02-03", "K2", None), ("C7", "2025-01-01", "U1", 1)
            ),
            "annex_a.adopters": pa.table({"adopter_id": ["P2"]}),
            "annex_a.early_help": pa.table({"child_id": ["C9"]}),
        },
    )
    found = store.compare(before.id, after.id)
    care, heard = "annex_a.children_in_care", "annex_a.contacts"
    assert found.rows == [
        Change(care, "changed", "C8", "cla_start_date", "2025-02-02", "2025-02-03"),
        Change(care, "changed", "C8", "placement_type", "U4", "K2"),
        Change(care, "changed", "C8", "placements", "2", ""),
        Change(heard, "appeared", "C4", "", "", ""),
        Change(heard, "vanished", "C3", "", "", ""),
        Change(heard, "added", "C1", "contact_date", "", "2026-11-05"),
        Change(heard, "removed", "C1", "contact_date", "2026-10-09", ""),
        Change(heard, "changed", "C1", "contact_source", "1A", ""),
    ]
    in_care, contacted = found.lists
    assert (in_care.list, in_care.matched_on) == (care, ("child_id",))
    assert (in_care.changed, in_care.cells, in_care.appeared, in_care.added) == (1, 3, 0, 0)
    assert contacted.matched_on == ("child_id", "contact_date")
    assert (contacted.rows_before, contacted.rows_after) == (5, 4)
    assert (contacted.children_before, contacted.children_after) == (3, 3)
    assert (contacted.without_id_before, contacted.without_id_after) == (1, 0)
    assert (contacted.appeared, contacted.vanished) == (1, 1)
    assert (contacted.added, contacted.removed, contacted.changed) == (1, 1, 1)
    assert found.only_before == ("annex_a.adoption",)
    assert found.only_after == ("annex_a.early_help",)
    assert found.not_about_children == ("annex_a.adopters",)


def test_a_snapshot_is_the_same_as_itself(store: Store) -> None:
    saved = save(store)
    found = store.compare(saved.id, saved.id)
    assert found.rows == []
    assert [(one.rows_before, one.cells) for one in found.lists] == [(2, 0)]


def test_columns_of_one_side_and_ignored_ones_are_left_out(store: Store) -> None:
    old = pa.table({"child_id": ["C1"], "age": [3], "gender": ["F"], "ethnicity": ["A1"]})
    new = pa.table({"child_id": ["C1"], "age": [4], "gender": ["M"], "has_disability": ["N"]})
    first = save(store, tables={"annex_a.care_leavers": old})
    second = save(store, NOVEMBER, tables={"annex_a.care_leavers": new})
    found = store.compare(first.id, second.id, ignore=["age", "child_id"])
    assert [row[2:] for row in found.rows] == [("C1", "gender", "F", "M")]
    assert found.lists[0].columns_only_before == ("ethnicity",)
    assert found.lists[0].columns_only_after == ("has_disability",)


def test_a_column_whose_type_has_changed_is_compared_as_text(store: Store) -> None:
    old = pa.table({"child_id": ["C1", "C2"], "age": [3, 5], "gender": pa.nulls(2)})
    new = pa.table({"child_id": ["C1", "C2"], "age": ["3", "6"], "gender": [None, "F"]})
    first = save(store, tables={"annex_a.care_leavers": old})
    second = save(store, NOVEMBER, tables={"annex_a.care_leavers": new})
    rows = store.compare(first.id, second.id).rows
    assert [row[2:] for row in rows] == [("C2", "age", "5", "6"), ("C2", "gender", "", "F")]


def test_two_authorities_are_not_compared(store: Store) -> None:
    first, second = save(store), save(store, authority="Hull")
    with pytest.raises(UserError, match=r"is of Leeds, and .* of Kingston upon Hull"):
        store.compare(first.id, second.id)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("annex_a.contacts", ("child_id", "contact_date")),
        ("annex_a.assessments", ("child_id", "assessment_start_date")),
        ("annex_a.section_47", ("child_id", "strategy_discussion_date")),
        ("annex_a.child_protection", ("child_id",)),  # each child once
        ("annex_a.care_leavers", ("child_id",)),  # the birth date is no event
        ("ssd.ssd_cp_plans", ("cppl_person_id", "cppl_cp_plan_id")),  # rows have their own ids
        ("ssd.ssd_disability", ("disa_person_id",)),  # it has no date
        ("ssd.ssd_immigration_status", ("immi_person_id", "immi_immigration_status_start_date")),
        ("local.complaints", ("child_id", "complaint_id", "received_on")),
        ("local.personal_education_plans", ("child_id", "started_on")),  # none is required
    ],
)  # fmt: skip
def test_what_rows_are_matched_by(key: str, expected: tuple[str, ...]) -> None:
    match = match_for(key)
    assert match
    assert match.columns == expected


def test_every_list_about_children_can_be_matched() -> None:
    lists = [(f"{one.key}.{t.key}", t) for one in all_standards() for t in one.tables]
    for key, table in lists:
        match = match_for(key)
        child = table.child_column()
        assert (match is None) == (child is None), key
        assert match is None or set(match.columns) <= {c.name for c in table.columns}, key
    assert match_for("annex_a.nothing") is None
    assert match_for("census.children") is None


# A slow answer in plain Python, to ask the quick one back.


def _slowly(before: list[Row], after: list[Row]) -> list[tuple[str, ...]]:
    old, new = Counter(map(_named, before)), Counter(map(_named, after))
    old.pop(None, None)
    new.pop(None, None)
    gone, come = _by_key(old - new), _by_key(new - old)  # type: ignore[arg-type]
    children_before, children_after = {r[0] for r in old if r}, {r[0] for r in new if r}
    rows = [("appeared", child, "", "", "") for child in children_after - children_before]
    rows += [("vanished", child, "", "", "") for child in children_before - children_after]
    for key in {*gone, *come}:
        child, day = key
        left, right = gone.get(key, []), come.get(key, [])
        both = min(len(left), len(right))
        for was, now in zip(left[:both], right[:both]):
            if was != now:
                rows.append(("changed", child, "contact_source", was or "", now or ""))
        if child in children_after:
            rows += [("removed", child, "contact_date", day or "", "")] * len(left[both:])
        if child in children_before:
            rows += [("added", child, "contact_date", "", day or "")] * len(right[both:])
    order = ["appeared", "vanished", "added", "removed", "changed"]
    return sorted(rows, key=lambda row: (order.index(row[0]), *row[1:]))


def _named(row: Row) -> tuple[str, str | None, str | None] | None:
    child, day, source = row
    return (child, day, source) if child and child.strip() else None


def _by_key(
    rows: Counter[tuple[str, str | None, str | None]],
) -> dict[tuple[str, str | None], list[str | None]]:
    found = defaultdict(list)
    for child, day, source in rows.elements():
        found[child, day].append(source)
    return {
        key: sorted(sources, key=lambda source: (source is not None, source or ""))
        for key, sources in found.items()
    }


_ROWS = st.lists(
    st.tuples(
        st.sampled_from(["A", "B", "b", "É", "10", "9", " ", "", None]),
        st.sampled_from(["2026-10-01", "2026-10-02", None]),
        st.sampled_from(["1A", "1B", "it's", "é", "Z", None]),
    ),
    max_size=14,
)


@settings(max_examples=80, deadline=None)
@given(before=_ROWS, after=_ROWS)
def test_the_quick_answer_is_the_slow_one(before: list[Row], after: list[Row]) -> None:
    with connected() as connection:
        differing = Differing(connection, (contacts(*before), contacts(*after)), CONTACTS)
        assert differing.rows() == _slowly(before, after)


def test_the_slow_answer_is_right_where_it_is_known_by_hand() -> None:
    before: list[Row] = [("A", None, "1A"), ("A", None, "1B"), ("A", None, "1B"), ("B", None, "1A")]
    after: list[Row] = [("A", None, "1B"), ("A", None, "1C"), ("D", None, "1A")]
    # One "1B" is in both. "1A" and "1B" are left against "1C": the first in order is its partner.
    assert _slowly(before, after) == [
        ("appeared", "D", "", "", ""),
        ("vanished", "B", "", "", ""),
        ("removed", "A", "contact_date", "", ""),
        ("changed", "A", "contact_source", "1A", "1C"),
    ]


def test_the_database_reaches_no_file(tmp_path: Path) -> None:
    import duckdb

    (tmp_path / "a.csv").write_text("a\n1\n", encoding="utf-8")
    with connected() as connection, pytest.raises(duckdb.PermissionException):
        connection.execute(f"SELECT * FROM '{tmp_path / 'a.csv'}'")


def test_moments_are_compared_as_moments() -> None:
    from datetime import datetime

    def went(hour: int) -> pa.Table:
        return pa.table(
            {
                "child_id": ["C1"],
                "went_missing_at": [datetime(2026, 10, 1, 22, 30)],
                "returned_at": [datetime(2026, 10, 2, hour, 0)],
                "offered_on": [date(2026, 10, 3)],
            }
        )

    match = match_for("local.return_interviews")
    assert match
    with connected() as connection:
        rows = Differing(connection, (went(8), went(9)), match).rows()
    assert rows == [("changed", "C1", "returned_at", "2026-10-02 08:00:00", "2026-10-02 09:00:00")]
