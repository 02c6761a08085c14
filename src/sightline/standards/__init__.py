"""What data should look like: standards, their lists, columns and codes, each declared once."""

from sightline.standards.declare import Standard, Table
from sightline.standards.registry import STANDARDS, all_standards, standard

__all__ = ["STANDARDS", "Standard", "Table", "all_standards", "standard"]
