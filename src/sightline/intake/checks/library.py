"""Every check there is, declared by being imported."""

from __future__ import annotations

from sightline.intake.checks import (
    across_leaving,
    across_lists,
    fields,
    lists_as_a_whole,
    who_a_child_is,
    within_adoption,
    within_care,
    within_need,
)
from sightline.intake.checks.declare import CHECKS, Check

if not any(check.rule.id == "F01" for check in CHECKS):
    fields.declare_all()

MODULES = (
    across_leaving,
    across_lists,
    fields,
    lists_as_a_whole,
    who_a_child_is,
    within_adoption,
    within_care,
    within_need,
)


def checks_of(list_key: str) -> tuple[Check, ...]:
    """The checks of a list."""
    return tuple(check for check in CHECKS if check.table.key == list_key)
