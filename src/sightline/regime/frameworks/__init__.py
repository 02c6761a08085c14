"""The frameworks, one declaration each, and which of them a date falls under."""

from __future__ import annotations

from datetime import date

from sightline.regime.frameworks.declare import AREA_KEYS, FAMILIES, Area, Framework
from sightline.regime.frameworks.ilacs_2018_01 import ILACS_2018_01
from sightline.regime.frameworks.ilacs_2018_09 import ILACS_2018_09
from sightline.regime.frameworks.ilacs_2023_01 import ILACS_2023_01
from sightline.regime.frameworks.ilacs_2026_04 import ILACS_2026_04
from sightline.regime.frameworks.joint import JTAI_2016, JTAI_2022
from sightline.regime.frameworks.lac_2013 import LAC_2013
from sightline.regime.frameworks.sif import SIF
from sightline.regime.frameworks.visits import (
    FOCUSED_2018_01,
    MONITORING_2016_05,
    MONITORING_2018_01,
)
from sightline.regime.visits import Kind

__all__ = ["AREA_KEYS", "FAMILIES", "FRAMEWORKS", "Area", "Framework", "by_id", "framework_for"]

FRAMEWORKS: tuple[Framework, ...] = (
    LAC_2013,
    SIF,
    ILACS_2018_01,
    ILACS_2018_09,
    ILACS_2023_01,
    ILACS_2026_04,
    FOCUSED_2018_01,
    MONITORING_2016_05,
    MONITORING_2018_01,
    JTAI_2016,
    JTAI_2022,
)

_BY_ID = {framework.id: framework for framework in FRAMEWORKS}


def by_id(framework_id: str) -> Framework:
    """The framework of that id; KeyError where there is none."""
    return _BY_ID[framework_id]


def framework_for(
    family: str, start: date | None, kind: Kind = Kind.INSPECTION
) -> Framework | None:
    """The framework of a family in force when fieldwork starts, or None.

    For "ILACS" and "SIF" it is the graded framework, unless ``kind`` says a focused or a
    monitoring visit; for "JTAI" the kind is not looked at. Families overlap in 2018, so the
    family comes from the document and not from the date.
    """
    if start is None:
        return None
    if family == "JTAI":
        kind = Kind.JOINT_INSPECTION
    for framework in FRAMEWORKS:
        if (framework.family, framework.kind) == (family, kind) and framework.in_force(start):
            return framework
    return None
