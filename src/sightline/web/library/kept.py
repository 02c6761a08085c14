"""Keeps what takes long to work out, until the library or a correction changes."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Any

from markupsafe import Markup

from sightline.web.library.drawing import sweep
from sightline.web.library.shelf import Library, drawn
from sightline.workspace import make_private

_MOST = 24
_MOST_BYTES = 100 << 20
_HTML = "\0html"
_KEPT: OrderedDict[str, Any] = OrderedDict()
_LOCK = Lock()
VERSION = "1"
"""Raise it when what is kept changes."""


def kept(library: Library, key: str, make: Callable[[], Any]) -> Any:
    """What ``make`` gives: plain values, made once for this library and these corrections.

    It is kept in memory and on disk, so that each process and each start has it.
    """
    name = _name(library, key)
    with _LOCK:
        if name in _KEPT:
            _KEPT.move_to_end(name)
            return _KEPT[name]
    made = _from_disk(name)
    if made is None:
        made = _to_disk(name, make())
    with _LOCK:
        _KEPT[name] = made
        while len(_KEPT) > _MOST:
            _KEPT.popitem(last=False)
    return made


def _name(library: Library, key: str) -> str:
    marks = VERSION, library.mark, library.overlay.mark, key
    return hashlib.sha256("\0".join(marks).encode()).hexdigest()


def _from_disk(name: str) -> Any:
    try:
        text = (drawn() / "kept" / f"{name}.json").read_text(encoding="utf-8")
        return plain(json.loads(text))
    except (FileNotFoundError, ValueError):
        return None


def _to_disk(name: str, made: Any) -> Any:
    folder = drawn() / "kept"
    make_private(folder)
    text = json.dumps(packed(made), ensure_ascii=False)
    handle, partial = tempfile.mkstemp(dir=folder)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(partial, folder / f"{name}.json")
    sweep(folder.glob("*.json"), _MOST_BYTES)
    return plain(json.loads(text))


def packed(value: Any) -> Any:
    """Plain values as JSON holds them; markup is told from text."""
    if isinstance(value, Markup):
        return {_HTML: str(value)}
    if isinstance(value, dict):
        return {name: packed(one) for name, one in value.items()}
    if isinstance(value, (list, tuple, range)):
        return [packed(one) for one in value]
    return value


def plain(value: Any) -> Any:
    """The values again, from JSON."""
    if isinstance(value, dict):
        if _HTML in value:
            return Markup(value[_HTML])
        return {name: plain(one) for name, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return value
