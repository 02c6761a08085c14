"""Log lines as JSON: when, where in the code, and what; never what a person typed or read."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime

_SAID = ("page", "method", "status", "milliseconds", "number", "job")


class Line(logging.Formatter):
    """One JSON object a line.

    Of an exception it gives the type and the places in the code. Its message and the values
    around it may hold what is about a child, and are left out.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The record as a line."""
        told = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "from": record.name,
            "what": record.msg if not record.args else str(record.msg),
        }
        said = {key: getattr(record, key, None) for key in _SAID}
        told |= {key: value for key, value in said.items() if isinstance(value, (str, int))}
        if record.exc_info and record.exc_info[0]:
            told["error"] = record.exc_info[0].__name__
            told["places"] = _places(record.exc_info[2])
        return json.dumps(told, ensure_ascii=False)


def _places(trace: object) -> list[str]:
    import traceback

    return [
        f"{place.filename.rsplit('/site-packages/', 1)[-1]}:{place.lineno} {place.name}"
        for place in traceback.extract_tb(trace)[-8:]  # type: ignore[arg-type]
    ]
