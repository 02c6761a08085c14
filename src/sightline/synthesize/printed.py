"""A cell that is to be printed just as it stands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Printed:
    """What a cell shows, as text, whatever its column holds."""

    text: str
