"""Views and values as JSON, and back: drawings stay markup, dates stay dates."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

MARKUP, DATE, TIME = "__markup__", "__date__", "__time__"
_MARKS = (MARKUP, DATE, TIME)


def to_json(value: Any) -> str:
    """A view or a value as JSON. What is markup is marked so: all other text is not markup."""
    return json.dumps(_marked(value), ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Any:
    """What :func:`to_json` was given, with lists for tuples."""
    return json.loads(text, object_hook=_unmarked)


def _marked(value: Any) -> Any:
    if hasattr(value, "__html__"):
        return {MARKUP: str(value.__html__())}
    if isinstance(value, dict):
        return {str(key): _marked(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_marked(one) for one in value]
    if isinstance(value, datetime):
        return {TIME: value.isoformat()}
    if isinstance(value, date):
        return {DATE: value.isoformat()}
    return value if isinstance(value, (str, int, float, bool, type(None))) else str(value)


def _unmarked(found: dict[str, Any]) -> Any:
    if len(found) != 1:
        return found
    ((mark, text),) = found.items()
    if mark not in _MARKS:
        return found
    if mark == DATE:
        return date.fromisoformat(text)
    if mark == TIME:
        return datetime.fromisoformat(text)
    from markupsafe import Markup

    return Markup(text)
