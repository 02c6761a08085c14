"""The lists of Annex A made from the tables of the SSD, as the standards room declares it."""

from sightline.intake.annex_a_from_ssd.making import (
    LeftOut,
    Made,
    annex_a_from_ssd,
    open_children,
)
from sightline.intake.annex_a_from_ssd.words import LocalWords

__all__ = ["LeftOut", "LocalWords", "Made", "annex_a_from_ssd", "open_children"]
