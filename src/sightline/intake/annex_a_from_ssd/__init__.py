"""The lists of Annex A made from the tables of the SSD, as the standards room declares it."""

from sightline.intake.annex_a_from_ssd.making import (
    LeftOut,
    Made,
    annex_a_from_ssd,
    open_children,
)
from sightline.intake.annex_a_from_ssd.of_snapshot import annex_a_of
from sightline.intake.annex_a_from_ssd.words import LocalWords
from sightline.intake.annex_a_from_ssd.words_file import FILE, words_of

__all__ = [
    "FILE",
    "LeftOut",
    "LocalWords",
    "Made",
    "annex_a_from_ssd",
    "annex_a_of",
    "open_children",
    "words_of",
]
