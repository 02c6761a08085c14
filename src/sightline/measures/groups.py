"""The groups that figures are broken down by, and their names in print."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from sightline.kit.names import by_name
from sightline.measures.rolls.people import AGES
from sightline.standards.codes import code_set

ALL = "All"
NOT_SAID = "Not recorded"


class Grouping(NamedTuple):
    """A breakdown: what it is called, the roll's column, and the codes that its values are."""

    key: str
    title: str
    column: str
    codes: str = ""
    by_group: bool = False
    order: tuple[str, ...] = ()


_DECLARED = (
    Grouping("team", "Team", "team"),
    Grouping("worker", "Worker", "worker"),
    Grouping("age", "Age", "age_group", order=AGES),
    Grouping("sex", "Sex", "sex", "gender"),
    Grouping("ethnicity", "Ethnicity", "ethnicity", "ethnicity", by_group=True),
    Grouping("disability", "Disability", "disability", "disabled"),
    Grouping("plan_type", "Plan", "plan_type", "case_status"),
    Grouping("legal_status", "Legal status", "legal_status", "legal_status"),
    Grouping("authority", "Authority", "authority"),
)
GROUPINGS: Mapping[str, Grouping] = {one.key: one for one in _DECLARED}


@cache
def label(codes: str, by_group: bool, value: Any) -> str:
    """What a value is called: its code's words, or those of the code's group."""
    if value is None or value == "":
        return NOT_SAID
    if not codes:
        return str(value)
    try:
        item = code_set(codes).item(str(value))
    except KeyError:
        return str(value)
    return (item.group if by_group else "") or item.words


def place(order: tuple[str, ...], name: str) -> tuple[int, int, str]:
    """Where a group stands: as declared, else by name; what is not recorded comes last."""
    if name == NOT_SAID:
        return 2, 0, ""
    return (0, order.index(name), "") if name in order else (1, 0, by_name(name))
