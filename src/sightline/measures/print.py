"""Figures in print: "79% (41 of 52)", "23 days", "41.6 per 10,000 children"."""

from __future__ import annotations

from sightline.measures.figure import Figure
from sightline.measures.small_numbers import HIDDEN


def in_print(figure: Figure) -> str:
    """A figure as it is printed: a share with its counts, a length with its unit."""
    if figure.hidden:
        return HIDDEN
    if figure.unit == "%" and figure.denominator is not None:
        counts = f"{number(figure.numerator)} of {number(figure.denominator)}"
        return counts if figure.value is None else f"{percent(figure.value)} ({counts})"
    if figure.value is None:
        return "no figure"
    if figure.unit == "number":
        return number(figure.value)
    if figure.unit.startswith("per "):
        return f"{number(figure.numerator)} ({figure.value:.1f} {figure.unit})"
    return f"{number(figure.value)} {figure.unit}"


def percent(share: float) -> str:
    """A part of a whole in hundredths. What is not quite none or all is not printed as that."""
    rounded = round(share * 100)
    if (rounded == 0 and share > 0) or (rounded == 100 and share < 1):
        return f"{share * 100:.1f}%"
    return f"{rounded}%"


def number(value: float | None) -> str:
    """A number with thousands marked; one that is not whole to one place."""
    if value is None:
        return ""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"
