"""What other parts of the site put on a home page, where they are there: audits and data."""

from __future__ import annotations

from importlib import import_module
from typing import Any

Card = dict[str, Any]


def cards_of(part: str, person: Any) -> list[Card]:
    """The cards of a part of the site for a person; none where the part has no home yet.

    Each has ``title``, ``text``, ``link`` and ``number``, which may be None.
    """
    try:
        home = import_module(f"sightline.web.{part}.home")
    except ModuleNotFoundError as error:
        if error.name != f"sightline.web.{part}.home":
            raise
        return []
    return list(home.cards(person))
