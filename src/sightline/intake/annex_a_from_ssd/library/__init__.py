"""What is said in SQL of each list of Annex A, area by area."""

from __future__ import annotations

import duckdb

from sightline.intake.annex_a_from_ssd.library import adoption, care, child, front_door, need

__all__ = ["adoption", "care", "child", "front_door", "need", "prepare"]


def prepare(connection: duckdb.DuckDBPyConnection) -> None:
    """Define what several lists use."""
    for sql in (*care.SHARED, *need.SHARED):
        connection.execute(sql)
