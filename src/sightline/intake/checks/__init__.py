"""Checks of rows: what must hold within a list, and between lists, each declared once."""
