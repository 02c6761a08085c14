"""The layouts of Ofsted's documents, one module each; the first that recognises a text reads it."""

from __future__ import annotations

import re

from sightline.reports.layouts import (
    article,
    assurance_visit,
    focused_visit_2018,
    focused_visit_2021,
    ilacs_2018,
    ilacs_2023,
    ilacs_2026,
    joint_inspection_2016,
    joint_inspection_2022,
    looked_after_2013,
    lscb_review,
    monitoring_visit,
    other,
    sif_2014,
    sif_2015,
)
from sightline.reports.layouts.declare import KINDS, Layout, Source

# ILACS comes before SIF: its first page often has the words of a SIF title in its prose. The
# particular comes before the general: 2022 before 2016, headline findings before overview.
LAYOUTS: tuple[Layout, ...] = (
    ilacs_2026.LAYOUT,
    ilacs_2023.LAYOUT,
    ilacs_2018.LAYOUT,
    sif_2014.LAYOUT,
    sif_2015.LAYOUT,
    lscb_review.LAYOUT,
    looked_after_2013.LAYOUT,
    joint_inspection_2022.LAYOUT,
    joint_inspection_2016.LAYOUT,
    assurance_visit.LAYOUT,
    monitoring_visit.LAYOUT,
    focused_visit_2021.LAYOUT,
    focused_visit_2018.LAYOUT,
    article.LAYOUT,
    other.LAYOUT,
)

__all__ = ["KINDS", "LAYOUTS", "Layout", "Source", "by_id", "recognise"]

_SOMETHING_ELSE = re.compile(r"area send inspection|local area partnership report")


def recognise(source: Source) -> Layout:
    """The layout of a document, told from its text alone."""
    if _SOMETHING_ELSE.search(source.opening[:400]):
        return other.LAYOUT
    return next(layout for layout in LAYOUTS if layout.recognises(source))


def by_id(layout_id: str) -> Layout:
    """The layout of that id; KeyError where there is none."""
    return {layout.id: layout for layout in LAYOUTS}[layout_id]
