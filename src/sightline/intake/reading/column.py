"""One column of a list, read as its declaration says."""

from __future__ import annotations

from sightline.intake.cells import Cells
from sightline.intake.reading.dates import read_dates
from sightline.intake.reading.numbers import read_numbers
from sightline.intake.reading.values import Read, Setting
from sightline.intake.reading.words import read_words
from sightline.standards.columns import Column, Date, Integer


def read_column(cells: Cells, column: Column, setting: Setting) -> Read:
    """The values of a column, with marks for the cells that cannot be read, or were mended."""
    if isinstance(column, Date):
        return read_dates(cells, column, setting)
    if isinstance(column, Integer):
        return read_numbers(cells, column, setting)
    return read_words(cells, column, setting)
