"""Sightline: a line of sight for the leaders of English children's services."""

__version__ = "0.1.0"
