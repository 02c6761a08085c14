"""What a published file is made from, as a short text that differs where anything of it does."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sightline
from sightline.packs.published.schema import FORMAT

if TYPE_CHECKING:
    from sightline.measures.settings import Settings

_LENGTH = 16
# What decides figures and how they are told; a release of the same number may differ in them.
_CODE = ("intake/annex_a_from_ssd", "measures", "packs/practice", "packs/published", "standards")


def digest(told: Mapping[str, Any]) -> str:
    """A short hash of what is told, with the code that figures come from."""
    said = json.dumps({**told, "code": _code()}, sort_keys=True, default=str)
    return hashlib.sha256(said.encode()).hexdigest()[:_LENGTH]


def told_settings(settings: Settings) -> dict[str, Any]:
    """The settings as plain values."""
    return asdict(settings)


def hash_of(path: Path) -> str:
    """A hash of a file; nothing where it is not there."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


@cache
def _code() -> str:
    """A hash of the version and of the code that figures and views come from."""
    root = Path(sightline.__file__).parent
    found = hashlib.sha256(f"{sightline.__version__} {FORMAT}".encode())
    for folder in _CODE:
        for path in sorted((root / folder).rglob("*.py")):
            found.update(path.relative_to(root).as_posix().encode())
            found.update(path.read_bytes())
    return found.hexdigest()
