"""The library of reports: every document by its hash, and what was read from it, to be asked."""

from sightline.reports.shelf.derive import Derived
from sightline.reports.shelf.queries import MARKS, match_words
from sightline.reports.shelf.schema import EVENT_COLUMNS
from sightline.reports.shelf.shelf import READER_VERSION, Added, Shelf, prepare

__all__ = [
    "EVENT_COLUMNS",
    "MARKS",
    "READER_VERSION",
    "Added",
    "Derived",
    "Shelf",
    "match_words",
    "prepare",
]
