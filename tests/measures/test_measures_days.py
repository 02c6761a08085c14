"""Working days and dates in expressions: bank holidays, month ends, leap years, clock changes."""

from __future__ import annotations

from datetime import date, timedelta

import ibis
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plain_days import wd

from sightline.engines import engine
from sightline.kit.calendar import add_working_days
from sightline.measures.data import Data
from sightline.measures.days import add_working_days_to, with_working_days
from sightline.measures.limits import Limit, limit, months
from sightline.measures.opening import open_tables
from sightline.measures.rolls.people import age_on


def asked(
    rows: list[dict[str, object]], as_at: date, expression: object
) -> list[dict[str, object]]:
    """What an expression over a table of dates gives."""
    schema = pa.schema([(name, pa.date32()) for name in ("start", "end")] + [("n", pa.int64())])
    rows = [{**row, "n": n} for n, row in enumerate(rows)]
    with open_tables({"annex_a.contacts": pa.table({"_row": [1]})}, as_at, engine()) as data:
        table = ibis.memtable(pa.Table.from_pylist(rows, schema=schema))
        found = data.lists.run(expression(table)).to_pylist()  # type: ignore[union-attr,operator]
    return sorted(found, key=lambda row: row["n"])


TRAPS = [
    ("the same day", "2026-10-01", "2026-10-01", 0),
    ("Friday to Monday", "2026-10-02", "2026-10-05", 1),
    ("Saturday to Sunday", "2026-10-03", "2026-10-04", 0),
    ("over Easter 2026: 3 and 6 April are not worked", "2026-04-02", "2026-04-07", 1),
    ("over Christmas 2026: 25 and 28 December are not worked", "2026-12-24", "2026-12-29", 1),
    ("New Year's Day", "2025-12-31", "2026-01-02", 1),
    ("the coronation, 8 May 2023", "2023-05-05", "2023-05-09", 1),
    ("the Queen's funeral, 19 September 2022", "2022-09-16", "2022-09-20", 1),
    ("over 29 February 2024, a Thursday", "2024-02-28", "2024-03-01", 2),
    ("over the clocks going back, 25 October 2026", "2026-10-23", "2026-10-26", 1),
    ("over the clocks going forward, 29 March 2026", "2026-03-27", "2026-03-30", 1),
    ("the other way round", "2026-10-05", "2026-10-02", -1),
    ("45 working days, over the summer bank holiday", "2026-08-03", "2026-10-06", 45),
    ("15 working days", "2026-10-05", "2026-10-26", 15),
]


@pytest.mark.parametrize(("what", "start", "end", "days"), TRAPS, ids=[t[0] for t in TRAPS])
def test_working_days_where_they_are_easily_miscounted(
    what: str, start: str, end: str, days: int
) -> None:
    row = {"start": date.fromisoformat(start), "end": date.fromisoformat(end)}
    (found,) = asked([row], date(2026, 10, 31),
                     lambda t: with_working_days(t, {"d": ("start", "end")}))  # fmt: skip
    assert found["d"] == days
    assert wd(row["start"], row["end"]) == days


@settings(deadline=None, max_examples=30)
@given(
    st.lists(
        st.tuples(st.dates(date(2012, 1, 1), date(2030, 12, 31)), st.integers(-400, 400)),
        min_size=1, max_size=40,
    )
)  # fmt: skip
def test_working_days_are_those_counted_one_by_one(spans: list[tuple[date, int]]) -> None:
    rows = [{"start": day, "end": day + timedelta(days=n)} for day, n in spans]
    found = asked(rows, date(2026, 10, 31),
                  lambda t: with_working_days(t, {"d": ("start", "end")}))  # fmt: skip
    assert [row["d"] for row in found] == [wd(r["start"], r["end"]) for r in rows]


def test_the_nth_working_day_is_that_of_the_calendar() -> None:
    days = [date(2026, 3, 1) + timedelta(days=n) for n in range(60)]
    found = asked([{"start": d} for d in days], date(2026, 10, 31),
                  lambda t: add_working_days_to(t, "start", 15, "due"))  # fmt: skip
    assert [row["due"] for row in found] == [add_working_days(d, 15) for d in days]


def test_a_span_without_an_end_has_no_days() -> None:
    found = asked([{"start": date(2026, 1, 1), "end": None}], date(2026, 10, 31),
                  lambda t: with_working_days(t, {"d": ("start", "end")}))  # fmt: skip
    assert found[0]["d"] is None


BIRTHDAYS = [
    ("on the birthday", "2008-10-31", "2026-10-31", 18),
    ("the day before it", "2008-11-01", "2026-10-31", 17),
    ("born on 29 February, on 28 February", "2008-02-29", "2026-02-28", 17),
    ("born on 29 February, on 1 March", "2008-02-29", "2026-03-01", 18),
    ("born today", "2026-10-31", "2026-10-31", 0),
    ("not yet born", "2026-11-01", "2026-10-31", None),
]


@pytest.mark.parametrize(("what", "born", "day", "years"), BIRTHDAYS, ids=[b[0] for b in BIRTHDAYS])
def test_ages_where_they_are_easily_wrong(
    what: str, born: str, day: str, years: int | None
) -> None:
    on = date.fromisoformat(day)
    (found,) = asked([{"start": date.fromisoformat(born)}], on,
                     lambda t: t.mutate(age=age_on(t.start, on)))  # fmt: skip
    assert found["age"] == years


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10 working days", Limit(10, "working_days")),
        ("10wd", Limit(10, "working_days")),
        ("6 weeks", Limit(6, "weeks")),
        ("28 days", Limit(28, "days")),
        ("3 months", Limit(3, "months")),
    ],
)
def test_a_limit_is_read_as_people_write_it(text: str, expected: Limit) -> None:
    assert limit(text) == expected


@pytest.mark.parametrize("text", ["", "soon", "0 weeks", "-3 days", "6", "2.5 weeks"])
def test_what_is_no_limit_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="length"):
        limit(text)


def test_six_months_before_the_end_of_a_long_month_is_the_end_of_a_short_one() -> None:
    assert months(6).before(date(2026, 8, 31)) == date(2026, 2, 28)
    assert months(6).before(date(2024, 8, 31)) == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("as_at", "first", "last"),
    [
        # Saturday: 16 October to Friday 30 are ten working days, and so are 17 and 18.
        ("2026-10-31", "2026-10-16", "2026-10-18"),
        ("2026-10-30", "2026-10-16", "2026-10-18"),
        ("2021-03-16", "2021-03-02", "2021-03-02"),
        # Over Easter: Good Friday, 3 April, and Monday, 6 April 2026.
        ("2026-04-07", "2026-03-20", "2026-03-22"),
    ],
)
def test_ten_working_days_ago_on_a_day_that_is_worked_and_one_that_is_not(
    as_at: str, first: str, last: str
) -> None:
    day, ten = date.fromisoformat(as_at), Limit(10, "working_days")
    assert (ten.before(day).isoformat(), ten.gone_by(day).isoformat()) == (first, last)
    assert wd(ten.before(day), day) == wd(ten.gone_by(day), day) == 10
    assert wd(ten.before(day) - timedelta(days=1), day) == 11
    assert wd(ten.gone_by(day) + timedelta(days=1), day) == 9


def test_data_says_which_columns_there_are() -> None:
    with open_tables({"annex_a.contacts": pa.table({"child_id": ["A"], "_row": [1]})},
                     date(2026, 10, 31), engine()) as data:  # fmt: skip
        assert isinstance(data, Data)
        assert data.has("annex_a.contacts", "child_id")
        assert not data.has("annex_a.contacts", "contact_date")
        assert "contact_date" in data["annex_a.contacts"].columns
