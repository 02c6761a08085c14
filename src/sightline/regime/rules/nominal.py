"""The nominal rules, one set for each period of the regime, as the regime states them."""

from dataclasses import replace
from datetime import date

from sightline.regime.facts import Fact, Sure
from sightline.regime.rules.declare import NominalRules
from sightline.regime.visits import Step

THREE_YEARS = Fact(
    "Usually between six months before and six months after the third anniversary of the last "
    "inspection. Which of its dates the anniversary is of could not be confirmed; the start is "
    "used.",
    "Kirklees Safeguarding Children Partnership; Nottinghamshire County Council",
    Sure.SECONDARY,
)
FOCUSED_BETWEEN = Fact(
    "Up to two focused visits between inspections, or one and a joint inspection. No window is "
    "stated: nine to thirty months after the last inspection is our reading.",
    "LGA First; Cumbria County Council; Local Government Association",
    Sure.SECONDARY,
)
MONITORING_2018 = Fact(
    "Inadequate authorities have up to six monitoring visits, in name quarterly, then a standard "
    "inspection.",
    "Children and Young People Now, 17 September 2018",
    Sure.SECONDARY,
)

SIF_RULES = NominalRules(
    id="SIF",
    title="Single inspection framework",
    starts=date(2013, 11, 1),
    ends=date(2017, 12, 31),
    cycle=(36, 48),
    inadequate_next=Step.REINSPECTION,
    reinspection_within=24,
    first_monitoring_weeks=4,
    monitoring_every=3,
    monitoring_most=None,
    focused=None,
    focused_most=0,
    earlier_grades_by_parts=False,
    facts=(
        Fact(
            "One programme for every authority, three years in plan and four or more in practice.",
            "accounts of the framework",
            Sure.KNOWLEDGE,
        ),
        Fact(
            "Inadequate authorities: a first monitoring visit within four weeks of the deadline "
            "for the action plan, then quarterly, four at least; re-inspection usually within 24 "
            "months of the action plan.",
            "the monitoring handbook of 2016",
            Sure.SECONDARY,
        ),
    ),
)

ILACS_2018_01_RULES = NominalRules(
    id="ILACS_2018_01",
    title="ILACS from January 2018",
    starts=date(2018, 1, 1),
    ends=date(2018, 8, 31),
    cycle=(30, 42),
    inadequate_next=Step.REINSPECTION,
    reinspection_within=24,
    first_monitoring_weeks=4,
    monitoring_every=3,
    monitoring_most=None,
    focused=(9, 30),
    focused_most=2,
    earlier_grades_by_parts=False,
    facts=(THREE_YEARS, FOCUSED_BETWEEN),
)

ILACS_2018_09_RULES = replace(
    ILACS_2018_01_RULES,
    id="ILACS_2018_09",
    title="ILACS from September 2018",
    starts=date(2018, 9, 1),
    ends=date(2022, 12, 31),
    inadequate_next=Step.STANDARD_INSPECTION,
    reinspection_within=None,
    monitoring_most=6,
    facts=(THREE_YEARS, FOCUSED_BETWEEN, MONITORING_2018),
)

ILACS_2023_01_RULES = replace(
    ILACS_2018_09_RULES,
    id="ILACS_2023_01",
    title="ILACS from January 2023",
    starts=date(2023, 1, 1),
    ends=date(2026, 3, 31),
)

ILACS_2026_04_RULES = replace(
    ILACS_2023_01_RULES,
    id="ILACS_2026_04",
    title="ILACS from April 2026",
    starts=date(2026, 4, 1),
    ends=None,
    earlier_grades_by_parts=True,
    facts=(
        THREE_YEARS,
        FOCUSED_BETWEEN,
        MONITORING_2018,
        Fact(
            "Short where leaders, and two or more practice judgements, are good or outstanding. "
            "Whether earlier inspections are read in the same way could not be confirmed; they "
            "are, here.",
            "a third party's account of Ofsted's summary of changes",
            Sure.SECONDARY,
        ),
    ),
)

ILACS_2026_04_OVERALL_RULES = replace(
    ILACS_2026_04_RULES,
    id="ILACS_2026_04_OVERALL",
    title="ILACS from April 2026, earlier inspections taken by their overall grade",
    earlier_grades_by_parts=False,
)

NOMINAL = (
    SIF_RULES,
    ILACS_2018_01_RULES,
    ILACS_2018_09_RULES,
    ILACS_2023_01_RULES,
    ILACS_2026_04_RULES,
)
ALTERNATIVES = (ILACS_2026_04_OVERALL_RULES,)
