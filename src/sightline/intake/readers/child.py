"""What the process does that reads a workbook apart: limit itself, read, hand back columns.

It is started by ``apart`` and is given its task as JSON. It answers with one Arrow stream for
each sheet, and one that says how it ended.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, BinaryIO

# What the process may take beyond the 300 MB of addresses that its libraries hold.
_MEMORY = 1_100 * 1024 * 1024
# What calamine and Rust say of a grid beyond any memory.
_TOO_MANY = ("capacity overflow", "limit exceeded")


def main() -> None:
    """Read what standard input asks for; write the answer to standard output."""
    asked = json.load(sys.stdin)
    _limit_memory()
    out = sys.stdout.buffer
    try:
        end = _read(asked, out)
    except MemoryError:
        end = "memory"
    _write(out, {"end": end}, {})
    out.flush()


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has none; there the limit of time is what is left
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def _read(asked: dict[str, Any], out: BinaryIO) -> str:
    """How it ended: nothing if well, "locked", or what is wrong in words."""
    import python_calamine as calamine

    from sightline.intake.readers.workbook import is_hidden

    try:
        book = calamine.CalamineWorkbook.from_path(asked["path"])
        for about in book.sheets_metadata:
            if about.typ == calamine.SheetTypeEnum.WorkSheet and about.name not in asked["leave"]:
                sheet = book.get_sheet_by_name(about.name)
                _hand_over(out, sheet, is_hidden(about), asked["errors"].get(about.name, ()))
    except calamine.PasswordError:
        return "locked"
    except MemoryError:
        return "memory"
    except BaseException as error:  # a panic of Rust code is no Exception
        if any(words in str(error) for words in _TOO_MANY):
            return "memory"
        name = Path(asked["path"]).name
        return f"its content makes no workbook ({str(error).replace(asked['path'], name)})"
    return ""


def _hand_over(out: BinaryIO, sheet: Any, hidden: bool, errors: Any) -> None:
    from sightline.intake.readers.grid import columns_of_sheet, rows_in

    columns = columns_of_sheet(sheet, 0, errors)
    about = {
        "name": sheet.name,
        "hidden": hidden,
        "length": rows_in(sheet),
        "columns": len(columns),
        "merged": sheet.merged_cell_ranges or [],
    }
    arrays = {
        f"{i}{kind}": array
        for i, column in enumerate(columns)
        for kind, array in zip("tmn", (column.text, column.moments, column.numbers))
        if array is not None
    }
    _write(out, about, arrays)


def _write(out: BinaryIO, about: dict[str, Any], arrays: dict[str, Any]) -> None:
    import pyarrow as pa

    table = pa.table(arrays).replace_schema_metadata({"sheet": json.dumps(about)})
    with pa.ipc.new_stream(out, table.schema) as writer:
        writer.write_table(table)


if __name__ == "__main__":
    main()
