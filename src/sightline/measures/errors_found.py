"""Rows in which checking found an error: one more list for measures, beside the lists themselves.

Kept apart from the lists of a standard, since no file holds it. It is made of the issues when a
measure first asks for it, so that a copy of a snapshot that an engine keeps has no need of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from sightline.standards.columns import Text
from sightline.standards.declare import Table, declare_standard
from sightline.standards.sources import Source

if TYPE_CHECKING:
    import pyarrow as pa

CHECKS = Source("Sightline's own checks", "what they found when the files were loaded")
Found = Mapping[str, "Callable[[], pa.Table]"]

declare_standard("errors", "Errors found on loading", CHECKS, "Rows with at least one error.")


class AnnexA(Table, standard="errors", title="Rows of Annex A with an error", source=CHECKS):
    """Rows of Annex A in which at least one error was found, each once."""

    list = Text("List", key=True, required=True)


class Ssd(Table, standard="errors", title="Rows of the SSD with an error", source=CHECKS):
    """Rows of the SSD in which at least one error was found, each once."""

    list = Text("List", key=True, required=True)


ANNEX_A, SSD = "errors.annex_a", "errors.ssd"
KEYS = {"annex_a": ANNEX_A, "ssd": SSD}


def errors_found(issues: Callable[[], pa.Table], lists: Iterable[str]) -> Found:
    """The rows with an error of each standard of the lists ("annex_a.contacts"), when asked for.

    ``issues`` gives them in the columns of ``intake.issues.SCHEMA``. Each list has the columns
    ``list``, ``_file``, ``_sheet`` and ``_row``, and a row of a file once.
    """
    told = {name.partition(".")[0] for name in lists}
    return {key: partial(_rows, issues, one) for one, key in KEYS.items() if one in told}


def errors_of_pool(found: Mapping[str, Found]) -> Found:
    """The same of several authorities together, each row with whose it is."""
    keys = dict.fromkeys(key for one in found.values() for key in one)
    return {key: partial(_pooled, found, key) for key in keys}


def _rows(issues: Callable[[], pa.Table], standard: str) -> pa.Table:
    import pyarrow as pa
    import pyarrow.compute as pc

    from sightline.standards import standard as declared

    keys = pa.array([table.key for table in declared(standard).tables])
    told = issues()
    wrong = pc.and_(pc.equal(told["severity"], "error"), pc.is_valid(told["row"]))
    rows = told.filter(pc.and_(wrong, pc.is_in(told["list"], keys)))
    each = rows.group_by(["list", "file", "sheet", "row"]).aggregate([])
    return pa.table(
        {
            "list": pc.binary_join_element_wise(standard, each["list"], "."),
            "_file": each["file"],
            "_sheet": each["sheet"],
            "_row": each["row"].cast(pa.int32()),
        }
    )


def _pooled(found: Mapping[str, Found], key: str) -> pa.Table:
    import pyarrow as pa

    parts = []
    for authority, one in found.items():
        if key in one:
            rows = one[key]()
            whose = pa.array([authority] * rows.num_rows, pa.string())
            parts.append(rows.append_column("authority", whose))
    return pa.concat_tables(parts)
