"""Open children counted twice: by Annex A and by the SSD, now and in the last load."""

from __future__ import annotations

from datetime import date

import pyarrow as pa

from sightline.intake.reconcile import open_counts, reconcile

DAY = date(2026, 10, 31)


def need(*rows):
    """List 6: child, closure."""
    return pa.table(
        {
            "child_id": pa.array([r[0] for r in rows], pa.string()),
            "cin_start_date": pa.array([date(2026, 1, 5)] * len(rows), pa.date32()),
            "cin_closure_date": pa.array([r[1] for r in rows], pa.date32()),
        }
    )


def episodes(*rows):
    """SSD episodes: child, start, end."""
    return pa.table(
        {
            "cine_person_id": pa.array([r[0] for r in rows], pa.string()),
            "cine_referral_date": pa.array([r[1] for r in rows], pa.date32()),
            "cine_close_date": pa.array([r[2] for r in rows], pa.date32()),
        }
    )


def test_open_means_begun_and_not_ended():
    """An end on the day is an end; a start after the day is no start; each child counts once."""
    tables = {
        "ssd.ssd_cin_episodes": episodes(
            ("A", date(2026, 1, 1), None),
            ("A", date(2025, 1, 1), date(2025, 2, 1)),
            ("B", date(2026, 1, 1), DAY),
            ("C", date(2026, 1, 1), date(2026, 11, 1)),
            ("D", date(2026, 11, 1), None),
        )
    }
    (found,) = open_counts(tables, DAY)
    assert (found.source, found.what, found.children) == ("the SSD", "in need", {"A", "C"})


def test_sources_are_set_side_by_side():
    """Who is in one alone is counted in the sentence, and named only in the row."""
    start = date(2026, 1, 1)
    tables = {
        "annex_a.children_in_need": need(("A", None), ("B", None), ("C", None)),
        "ssd.ssd_cin_episodes": episodes(("B", start, None), ("Z", start, None)),
    }
    (row,) = reconcile(open_counts(tables, DAY), [])
    assert row.sentence == (
        "3 children are in need in Annex A and 2 in the SSD: 2 only in Annex A, 1 only in the SSD."
    )
    assert (row.only_first, row.only_second, row.difference) == (("A", "C"), ("Z",), 1)
    assert "'A'" not in repr(row)


def test_a_load_is_set_beside_the_last():
    """New, and no longer open."""
    before = open_counts({"annex_a.children_in_need": need(("A", None), ("B", None))}, DAY)
    now = open_counts({"annex_a.children_in_need": need(("B", None))}, DAY)
    (row,) = reconcile(now, before)
    assert row.sentence == (
        "1 child is in need in Annex A, and 2 were in the last load: 0 are new, and 1 are no "
        "longer open."
    )


def test_a_missing_column_is_left_out():
    """No count is better than a wrong one."""
    table = need(("A", None)).drop_columns(["cin_closure_date"])
    assert open_counts({"annex_a.children_in_need": table}, DAY) == []
