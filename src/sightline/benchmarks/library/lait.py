"""The Local Authority Interactive Tool: one long table of every measure, and its dictionary."""

from __future__ import annotations

import re

from sightline.benchmarks.declare import Better, DataSet, Figure, Unit

LAIT = DataSet(
    slug="lait",
    title="Local Authority Interactive Tool: all measures by authority and year",
    publication="Local Authority Interactive Tool (LAIT)",
    files=r"(lait|bds)_long(_\w+)?",
)

_NOT_IN_A_SLUG = re.compile(r"[^a-z0-9]+")


def slug_of(code: str) -> str:
    """The slug of a measure by its short name in the tool: ``lait-rereferral``.

    A percent sign is told apart from none: the tool has both "No_of" and "%_of".
    """
    words = code.lower().replace("%", " percent ").replace("<", " under ")
    return "lait-" + _NOT_IN_A_SLUG.sub("-", words).strip("-")


def measure(
    code: str,
    indicator: str,
    title: str,
    unit: Unit,
    better: Better,
    differs: str,
    same: bool = True,
    part: str = "",
    quartiles: bool = True,
) -> Figure:
    """Declare a measure of the tool by its short name there."""
    return Figure(
        slug=slug_of(code),
        data_set=LAIT,
        column=code,
        title=title,
        unit=unit,
        better=better,
        indicator=indicator,
        same_meaning=same,
        differs=differs,
        part=part,
        quartiles=quartiles,
    )
