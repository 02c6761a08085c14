"""The published figures that are known, one module for each area of work."""
