"""Every planter for Annex A, declared by being imported."""

from sightline.synthesize.dirt import (
    across,
    adoption,
    ages,
    care,
    events,
    fields,
    need,
    protection,
    windows,
)
from sightline.synthesize.dirt.declare import PLANTERS

MODULES = (across, adoption, ages, care, events, fields, need, protection, windows)

__all__ = ["MODULES", "PLANTERS"]
