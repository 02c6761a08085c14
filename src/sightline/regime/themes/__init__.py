"""The themes: the one vocabulary that findings, measures, audits and plans all point to.

Each is declared with its judgement areas, its topics of focused visits, and its outcomes or
enablers of the Children's Social Care National Framework.
"""

from __future__ import annotations

from sightline.regime.national_framework import TAGS, framework_tags, parse_framework_tag
from sightline.regime.themes.care import IN_CARE_AND_LEAVING
from sightline.regime.themes.declare import Theme
from sightline.regime.themes.help_and_protection import HELP_AND_PROTECTION
from sightline.regime.themes.leaders import LEADING_AND_CROSSING
from sightline.regime.visits import Topic

__all__ = [
    "TAGS",
    "THEMES",
    "THEME_IDS",
    "Theme",
    "by_id",
    "framework_tags",
    "in_area",
    "on_topic",
    "parse_framework_tag",
]

THEMES: tuple[Theme, ...] = (*HELP_AND_PROTECTION, *IN_CARE_AND_LEAVING, *LEADING_AND_CROSSING)
THEME_IDS: tuple[str, ...] = tuple(theme.id for theme in THEMES)
_BY_ID = {theme.id: theme for theme in THEMES}

if len(_BY_ID) != len(THEMES):
    raise ValueError("A theme's id is declared twice")


def by_id(theme_id: str) -> Theme:
    """The theme of that id; KeyError where there is none."""
    return _BY_ID[theme_id]


def in_area(area: str) -> tuple[Theme, ...]:
    """The themes of a judgement area, in order."""
    return tuple(theme for theme in THEMES if area in theme.areas)


def on_topic(topic: Topic) -> tuple[Theme, ...]:
    """The themes that a focused visit on a topic looks at, in order."""
    return tuple(theme for theme in THEMES if topic in theme.topics)
