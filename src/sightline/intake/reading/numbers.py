"""Numbers: counts, ages, amounts."""

from __future__ import annotations

import math
import re

import pyarrow as pa
import pyarrow.compute as pc

from sightline.intake.cells import Cells
from sightline.intake.reading.values import (
    Mark,
    Meaning,
    Read,
    Setting,
    either,
    merged,
    printed,
    read_texts,
)
from sightline.standards.columns import Count, Decimal, Integer

_NUMBER = re.compile(r"[+-]?\d{1,3}(?:,\d{3})*(?:\.\d+)?|[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?", re.I)
_LARGEST = 2**53


def read_numbers(cells: Cells, column: Integer, setting: Setting) -> Read:
    """A column of numbers: ``int64`` where they are whole by nature, else ``float64``.

    A whole number other than a count may come with decimals (an age of 6.14): it is cut.
    """
    values, wrong, marks = cells.numbers, None, []
    if cells.text is not None:
        found, hows, wrong = read_texts(
            cells.text, pa.float64(), lambda text: _means(text, setting)
        )
        values = merged(values, found)
        if "blank" in hows:
            marks.append(Mark("F12", hows["blank"], printed(cells, hows["blank"])))
    if cells.moments is not None:
        wrong = either(wrong, pc.is_valid(cells.moments))
    if values is None:
        values = pa.nulls(cells.length, pa.float64())
    wrong = either(wrong, _unfit(values, column))
    if wrong is not None and pc.any(wrong).as_py():
        rows = pc.indices_nonzero(wrong)
        marks.append(Mark("F07", rows, printed(cells, rows)))
        values = pc.if_else(wrong, None, values)
    else:
        wrong = None
    if not isinstance(column, Decimal):
        values = pc.floor(values).cast(pa.int64())
    return Read(values, wrong, marks)


def _unfit(values: pa.Array, column: Integer) -> pa.Array | None:
    """Where a number is out of bounds, or broken though it counts things."""
    bounds = pc.min_max(values).as_py()
    if bounds["min"] is None:
        return None
    # A least above nought is for the rules of rows (W27, W53), which can say what is missing; they
    # need the number itself. Below nought there is nothing to count, so it is no number at all.
    low = -_LARGEST if column.minimum is None else min(column.minimum, 0)
    high = _LARGEST if column.maximum is None else column.maximum
    unfit = pc.or_(pc.less(values, float(low)), pc.greater(values, float(high)))
    if isinstance(column, Count):
        unfit = pc.or_(unfit, pc.not_equal(pc.floor(values), values))
    return pc.fill_null(pc.or_(unfit, pc.invert(pc.is_finite(values))), False)


def _means(text: str, setting: Setting) -> Meaning:
    if not text.strip():
        return None, "null"
    if setting.is_placeholder(text):
        return None, "blank"
    tidy = text.strip()
    if not _NUMBER.fullmatch(tidy):
        return None, "unread"
    number = float(tidy.replace(",", ""))
    return (number, "") if math.isfinite(number) else (None, "unread")
