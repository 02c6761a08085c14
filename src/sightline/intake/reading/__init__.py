"""Cells to values: each column read as its declaration says, with a mark for what could not be."""
