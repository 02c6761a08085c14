"""What pages and the API read: the published figures, in the mode that a person may see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings

from sightline.web.people.rights import Right

if TYPE_CHECKING:
    from sightline.packs.published.read import Published

WORKING, SHARING = "working", "sharing"


def mode_of(person: Any) -> str:
    """The mode that a person sees: true figures by right, else those for sharing."""
    return WORKING if person.may(Right.SEE_FIGURES) else SHARING


def published_for(person: Any) -> Published | None:
    """The latest published figures in a person's mode; None where nothing was published."""
    from sightline.tasks.publish import published

    return published(settings.WORKSPACE.root, mode_of(person))
