"""Planted errors: clean rows made wrong in known places, one rule at a time."""

from sightline.synthesize.dirt.manifest import manifest
from sightline.synthesize.dirt.not_planted import NOT_PLANTED
from sightline.synthesize.dirt.sow import Planted, plant

__all__ = ["NOT_PLANTED", "Planted", "manifest", "plant"]
