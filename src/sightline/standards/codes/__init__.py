"""Code sets, each declared once: what a cell's code means, and how its spellings are read."""

from sightline.standards.codes.declare import (
    CodeSet,
    Item,
    Reading,
    all_code_sets,
    code_set,
    is_code_set,
)

__all__ = ["CodeSet", "Item", "Reading", "all_code_sets", "code_set", "is_code_set"]
