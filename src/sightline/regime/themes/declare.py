"""How a theme is declared: its words, and what it is linked to."""

from __future__ import annotations

from dataclasses import dataclass

from sightline.regime.frameworks.declare import AREA_KEYS
from sightline.regime.national_framework import TAGS
from sightline.regime.visits import Topic

HELP, CARE, LEAVERS, LEADERS = "help_and_protection", "in_care", "care_leavers", "leaders"
HELPED, FAMILY, SAFE, HOMES = "outcome-1", "outcome-2", "outcome-3", "outcome-4"
TOGETHER, LED, EQUIPPED = "enabler-1", "enabler-2", "enabler-3"


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme: its id, its title in plain words, what it covers, and what it is linked to.

    ``areas`` are judgement areas, the foremost first; ``topics`` are those of focused visits;
    ``framework`` are ids of the National Framework ("outcome-3", "enabler-2"). A theme that a
    visit on any topic may come to, such as supervision, has no topics of its own.
    """

    id: str
    title: str
    covers: str
    areas: tuple[str, ...]
    topics: tuple[Topic, ...]
    framework: tuple[str, ...]

    def __post_init__(self) -> None:
        """A theme is in an area that is judged, and links to the framework by known ids."""
        if not self.id or not self.title.strip() or not self.covers.strip():
            raise ValueError(f"{self.id}: a theme needs an id, a title and what it covers")
        if not self.areas or not set(self.areas) <= set(AREA_KEYS):
            raise ValueError(f"{self.id}: its areas must be among {AREA_KEYS}")
        if not self.framework or not set(self.framework) <= set(TAGS):
            raise ValueError(f"{self.id}: its framework ids must be among {tuple(TAGS)}")
