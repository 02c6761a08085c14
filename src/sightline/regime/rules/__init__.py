"""The timetable's parameters: nominal rules by period, and windows as observed."""

from __future__ import annotations

from datetime import date

from sightline.regime.rules.declare import CalibratedWindows, NominalRules, Rules, Spread, Window
from sightline.regime.rules.nominal import ALTERNATIVES, NOMINAL
from sightline.regime.rules.observed_2026_08 import OBSERVED_2026_08

__all__ = [
    "ALTERNATIVES",
    "CALIBRATED",
    "NOMINAL",
    "CalibratedWindows",
    "NominalRules",
    "Rules",
    "Spread",
    "Window",
    "rules_by_id",
    "rules_for",
]

CALIBRATED: tuple[CalibratedWindows, ...] = (OBSERVED_2026_08,)


def rules_for(as_of: date) -> Rules:
    """The nominal rules in force on a date, with the newest observed windows.

    Before November 2013 the earliest set is used. The observed windows are today's knowledge,
    whatever the date: a look back uses more than anybody then had.
    """
    in_force = [rules for rules in NOMINAL if rules.in_force(as_of)]
    return Rules(in_force[0] if in_force else NOMINAL[0], CALIBRATED[-1])


def rules_by_id(nominal: str, calibrated: str = CALIBRATED[-1].id) -> Rules:
    """The two sets of those ids, alternatives included; KeyError where there is none."""
    nominals = {rules.id: rules for rules in (*NOMINAL, *ALTERNATIVES)}
    observed = {windows.id: windows for windows in CALIBRATED}
    return Rules(nominals[nominal], observed[calibrated])
