"""Figures of a public Annex A, worked by hand from its rows; each test runs where it is there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from sightline.engines import engine
from sightline.intake.checking import check_files
from sightline.measures.data import Data
from sightline.measures.figure import Figure
from sightline.measures.figures import figures
from sightline.measures.library import all_measures
from sightline.measures.limits import Limit, weeks, working_days
from sightline.measures.opening import open_tables
from sightline.measures.settings import Settings

SAMPLE = Path(__file__).parents[2].parent / "shared" / "corpus" / "samples" / "annex_a_2021.xlsx"
AS_AT = date(2021, 3, 16)
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not SAMPLE.is_file(), reason="the sample files are not here"),
]
DECLARED = {m.id for m in all_measures() if all(key.startswith("annex_a.") for key in m.roll.lists)}

# Numerator and denominator of shares; of counts the number alone.
SHARES = {
    "FD10": (0, 6),
    "FD11": (3, 6),
    "AS02": (0, 5),
    "SE02": (3, 5),
    "SE03": (2, 5),
    "SE04": (3, 3),
    "SE06": (3, 3),
    "CP04": (2, 3),
    "CP06": (0, 5),
    "CP07": (0, 2),
    "CP09": (1, 5),
    "CP11": (0, 2),
    "CP14": (2, 2),
    "LA10": (1, 4),
    "LA15": (3, 4),
    "LA16": (1, 4),
    "LA23": (0, 4),
    "LA24": (0, 2),
}
COUNTS = {"CP01": 2, "CP02b": 5, "LA01": 4, "LA02b": 1}
# Of those aged 17 and 18, and of those aged 19 to 21.
LEAVERS = {
    "CL01": ((3, 3), (3, 3)),
    "CL02": ((3, 3), (2, 3)),
    "CL03": ((2, 3), (2, 3)),
    "CL04": ((1, 3), (0, 3)),
}
NOT_COMPUTABLE = ("LA04", "AD02")
NOT_IN_THE_FILE = ("CL07", "CL08", "CL09")
BY_SETTING: list[tuple[str, str, Limit, tuple[int, int]]] = [
    ("CP12", "cp_visit", weeks(4), (2, 2)),
    ("CP12", "cp_visit", working_days(10), (2, 2)),
    ("CN06", "cin_visit", Limit(28, "days"), (3, 5)),
    ("CN06", "cin_visit", Limit(42, "days"), (4, 5)),
]
# Every assessment of list 4 is authorised, so that none of it is open.
WITHOUT_A_WORKER = {
    "List 6, Children in Need": (5, 5),
    "List 7, Child protection": (0, 2),
    "List 8, Children in care": (0, 4),
    "List 9, Care leavers": (0, 6),
}


@pytest.fixture(scope="module")
def data() -> Iterator[Data]:
    tables = check_files([SAMPLE], AS_AT).tables
    with open_tables(tables, AS_AT, engine()) as opened:
        yield opened


def of(data: Data, key: str, **settings: Limit) -> list[Figure]:
    """The figures of a measure."""
    told = Settings().with_(**settings)
    return figures(data, [m for m in all_measures() if m.id == key], told)


def whole(data: Data, key: str, **settings: Limit) -> Figure:
    """The figure of all."""
    return next(figure for figure in of(data, key, **settings) if not figure.category)


@pytest.mark.parametrize("key", sorted(SHARES.keys() & DECLARED))
def test_a_share_is_as_worked_by_hand(key: str, data: Data) -> None:
    figure = whole(data, key)
    assert (figure.numerator, figure.denominator) == SHARES[key]


@pytest.mark.parametrize("key", sorted(COUNTS.keys() & DECLARED))
def test_a_count_is_as_worked_by_hand(key: str, data: Data) -> None:
    assert whole(data, key).numerator == COUNTS[key]


@pytest.mark.parametrize(("key", "setting", "limit", "expected"), BY_SETTING)
def test_a_share_by_a_local_standard(
    key: str, setting: str, limit: Limit, expected: tuple[int, int], data: Data
) -> None:
    figure = whole(data, key, **{setting: limit})
    assert (figure.numerator, figure.denominator) == expected


@pytest.mark.parametrize("band", ["17 to 18", "19 to 21"])
@pytest.mark.parametrize("key", sorted(LEAVERS.keys() & DECLARED))
def test_care_leavers_are_counted_by_band(key: str, band: str, data: Data) -> None:
    (figure,) = (f for f in of(data, key) if f.category == band)
    expected = dict(zip(("17 to 18", "19 to 21"), LEAVERS[key]))[band]
    assert (figure.numerator, figure.denominator) == expected


@pytest.mark.parametrize("key", sorted(DECLARED.intersection(NOT_COMPUTABLE)))
def test_what_has_no_rows_has_no_value(key: str, data: Data) -> None:
    """Never 0%."""
    assert whole(data, key).value is None
    assert not whole(data, key).denominator


@pytest.mark.parametrize("key", sorted(DECLARED.intersection(NOT_IN_THE_FILE)))
def test_what_an_older_layout_lacks_is_said(key: str, data: Data) -> None:
    """List 9 has 13 columns here."""
    assert whole(data, key).value is None
    assert whole(data, key).note.startswith("Not in these data")


def test_work_without_a_worker_is_told_by_list(data: Data) -> None:
    found = {f.category: (f.numerator, f.denominator) for f in of(data, "WF09") if f.category}
    assert found == WITHOUT_A_WORKER
