"""Questions that every engine must answer alike, with answers worked out by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import ibis
import pyarrow as pa

from sightline.engines.lists import Lists

Question = Callable[[Any, Any], Any]
NORTH = pa.table({"team": ["North", "Nowhere"], "manager": ["Ana", None]})

# What is asked of the children and their plans, and the rows that answer it, sorted as text.
QUESTIONS: dict[str, tuple[Question, list[tuple]]] = {
    "filter": (
        lambda c, p: c.filter(c.disabled == "Y", c.born_on >= "2012-01-01").select("child_id"),
        [("007",), ("012",)],
    ),
    "between, or, is in": (
        lambda c, p: c.filter(
            c.born_on.between("1969-12-31", "2012-02-29") | c.team.isin(["south"])
        ).child_id.name("child_id"),
        [("007",), ("009",), ("010",)],
    ),
    "group": (
        lambda c, p: c.group_by("team").agg(children=c.count()),
        [("North", 3), ("South", 1), ("south", 1), (None, 1)],
    ),
    "days between, over a leap day, the epoch and a change of clocks": (
        lambda c, p: p.select("child_id", days=p.ended_on.delta(p.started_on, unit="day")),
        [("007", 2), ("007", None), ("008", 3), ("012", 2), ("999", None)],
    ),
    "distinct": (
        lambda c, p: p.agg(children=p.child_id.nunique(), categories=p.category.nunique()),
        [(4, 3)],
    ),
    "distinct where": (
        lambda c, p: p.agg(
            ended=p.child_id.nunique(where=p.ended_on.notnull()), none=p.category.isnull().sum()
        ),
        [(3, 1)],
    ),
    "join": (
        lambda c, p: p.join(c, "child_id").select("child_id", "category", "name"),
        [
            ("007", "EMO", "Zoë"),
            ("007", "NEG", "Zoë"),
            ("008", "NEG", "Ålesund-Ó Briain"),
            ("012", None, "zoe"),
        ],
    ),
    "left join": (
        lambda c, p: c.left_join(p, "child_id").group_by(c.child_id).agg(n=p.started_on.count()),
        [("007", 2), ("008", 1), ("009", 0), ("010", 0), ("011", 0), ("012", 1)],
    ),
    "in neither": (
        lambda c, p: p.anti_join(c, "child_id").select("child_id"),
        [("999",)],
    ),
    "the latest of each child": (
        lambda c, p: (
            p.mutate(
                place=ibis.row_number().over(group_by=p.child_id, order_by=p.started_on.desc())
            )
            .filter(ibis._.place == 0)
            .select("child_id", "started_on")
        ),
        [
            ("007", date(2025, 12, 31)),
            ("008", date(1969, 12, 30)),
            ("012", date(2026, 3, 28)),
            ("999", date(2026, 1, 1)),
        ],
    ),
    "days since the one before": (
        lambda c, p: p.mutate(
            before=p.ended_on.lag().over(group_by=p.child_id, order_by=p.started_on)
        ).select("child_id", gap=ibis._.started_on.delta(ibis._.before, unit="day")),
        # 2024-03-01 to 2025-03-01 is 365 days, and 305 more to 2025-12-31.
        [("007", 670), ("007", None), ("008", None), ("012", None), ("999", None)],
    ),
    "running total": (
        lambda c, p: c.filter(c.team == "North").select(
            "child_id", total=c.visits.sum().over(order_by=c.child_id, rows=(None, 0))
        ),
        [("007", 3), ("008", 3), ("012", 7)],
    ),
    "one thing or another": (
        lambda c, p: (
            c.mutate(
                band=ibis.cases(
                    (c.born_on.isnull(), "not known"),
                    (c.born_on < "1970-01-01", "long ago"),
                    else_="young",
                )
            )
            .group_by("band")
            .agg(n=ibis._.count())
        ),
        [("long ago", 2), ("not known", 1), ("young", 3)],
    ),
    "letters": (
        lambda c, p: c.select("child_id", up=c.name.upper(), long=c.name.length()),
        [
            ("007", "ZOË", 3),
            ("008", "ÅLESUND-Ó BRIAIN", 16),
            ("009", "李 小龙", 4),
            ("010", "🦊 AND É", 7),
            ("011", None, None),
            ("012", "ZOE", 3),
        ],
    ),
    "parts of text": (
        lambda c, p: c.filter(c.name.lower().startswith("zo")).select(
            start=c.name.substr(0, 2),
            joined=c.child_id + "/" + c.team.lower(),
            other=c.notes.replace("\n", " ").contains("two lines"),
            end=c.name.re_search("(ë|e)$"),
            bare=(" " + c.name + " ").strip(),
        ),
        [("Zo", "007/north", True, True, "Zoë"), ("zo", "012/north", False, True, "zoe")],
    ),
    "nothing and no text are two things": (
        lambda c, p: c.agg(
            empty=(c.notes == "").sum(), none=c.notes.isnull().sum(), said=c.notes.count()
        ),
        [(1, 1, 5)],
    ),
    "parts of a date": (
        lambda c, p: c.filter(c.born_on.notnull()).select(
            "child_id",
            year=c.born_on.year(),
            month=c.born_on.truncate("M"),
            weekday=c.born_on.day_of_week.index(),
        ),
        [
            ("007", 2012, date(2012, 2, 1), 2),
            ("008", 2012, date(2012, 3, 1), 3),
            ("009", 1969, date(1969, 12, 1), 2),
            ("010", 1900, date(1900, 2, 1), 2),
            ("012", 2020, date(2020, 2, 1), 5),
        ],
    ),
    "days of moments": (
        lambda c, p: c.select("child_id", on=c.seen_at.date()),
        [
            ("007", date(2026, 3, 1)),
            ("008", date(2026, 3, 29)),
            ("009", date(1969, 12, 31)),
            ("010", None),
            ("011", date(2000, 2, 29)),
            ("012", date(2026, 10, 25)),
        ],
    ),
    "dates moved": (
        lambda c, p: c.filter(c.child_id.isin(["007", "009"])).select(
            "child_id",
            grown=(c.born_on + ibis.interval(years=18)).cast("date"),
            week=(c.born_on + ibis.interval(days=7)).cast("date"),
            month=(c.born_on - ibis.interval(months=1)).cast("date"),
        ),
        [
            ("007", date(2030, 2, 28), date(2012, 3, 7), date(2012, 1, 29)),
            ("009", date(1987, 12, 31), date(1970, 1, 7), date(1969, 11, 30)),
        ],
    ),
    "figures": (
        lambda c, p: c.agg(
            total=c.visits.sum(),
            least=c.visits.min(),
            first=c.born_on.min(),
            last=c.seen_at.date().max(),
            hours=c.hours.mean().round(3),
            middle=c.visits.median(),
        ),
        [(9007199254740993, -7, date(1900, 2, 28), date(2026, 10, 25), 24691358.575, 3.0)],
    ),
    "shares": (
        lambda c, p: c.group_by("disabled").agg(share=(c.team == "North").mean(), n=c.count()),
        # Where the team is not known, it is neither true nor false.
        [("N", 0.5, 2), ("Y", 1.0, 3), (None, 0.0, 1)],
    ),
    "division": (
        lambda c, p: c.filter(c.visits < 5).select(half=c.visits / 2, whole=c.visits.fill_null(9)),
        [(-3.5, -7), (0.0, 0), (1.5, 3), (2.0, 4)],
    ),
    "order of text": (
        lambda c, p: c.filter(c.name.notnull()).select(
            "child_id", place=ibis.rank().over(order_by=c.name)
        ),
        # By code point: Z, z, Å, 李, and the fox.
        [("007", 0), ("008", 2), ("009", 3), ("010", 4), ("012", 1)],
    ),
    "both together": (
        lambda c, p: c.select("child_id").union(p.select("child_id"), distinct=True).count(),
        [(7,)],
    ),
    "a small table": (
        lambda c, p: c.join(ibis.memtable(NORTH), "team").select("child_id", "manager"),
        [("007", "Ana"), ("008", "Ana"), ("012", "Ana")],
    ),
    "no rows": (lambda c, p: c.filter(c.child_id == "none").select("child_id", "hours"), []),
}


def asked(question: Question, lists: Lists) -> list[tuple]:
    """An engine's answer, sorted as text."""
    found = lists.run(question(lists["annex_a.children"], lists["annex_a.plans"]))
    return in_order(tuple(row.values()) for row in found.to_pylist())


def in_order(rows: Iterable[tuple]) -> list[tuple]:
    """Rows sorted as text, with twelve digits of what is not whole: engines add up in any order."""
    kept = [tuple(float(f"{v:.12g}") if isinstance(v, float) else v for v in r) for r in rows]
    return sorted(kept, key=as_text)


def as_text(row: tuple) -> str:
    """What rows are sorted by."""
    return repr([str(value) if isinstance(value, date) else value for value in row])
