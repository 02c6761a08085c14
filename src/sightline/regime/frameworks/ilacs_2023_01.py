"""ILACS from January 2023, with care leavers judged separately."""

from datetime import date

from sightline.regime.facts import Fact, Sure
from sightline.regime.frameworks import ilacs_areas as areas
from sightline.regime.frameworks.declare import Framework
from sightline.regime.grades import SCALE
from sightline.regime.visits import Kind

ILACS_2023_01 = Framework(
    id="ILACS_2023_01",
    family="ILACS",
    kind=Kind.INSPECTION,
    title="Inspection of local authority children’s services (ILACS), from January 2023",
    starts=date(2023, 1, 1),
    ends=date(2026, 3, 31),
    areas=(
        areas.LEADERS,
        areas.HELP_AND_PROTECTION,
        areas.IN_CARE,
        areas.CARE_LEAVERS,
        areas.OVERALL,
    ),
    scale=SCALE,
    legal_base=areas.LEGAL_BASE,
    facts=(
        Fact(
            "Care leavers have a judgement of their own. Reports of both shapes were published in "
            "early 2023: the label printed decides, not the date.",
            "Ofsted's reports; Ofsted's notice of 2 December 2022",
            Sure.PRIMARY,
        ),
        Fact(
            "From spring 2025 each item to improve names an outcome, enabler or principle of the "
            "Children's Social Care National Framework.",
            "Ofsted's reports",
            Sure.PRIMARY,
        ),
    ),
)
