"""ILACS from September 2018, when inadequate authorities came into it."""

from datetime import date

from sightline.regime.facts import Fact, Sure
from sightline.regime.frameworks import ilacs_areas as areas
from sightline.regime.frameworks.declare import Framework
from sightline.regime.grades import SCALE
from sightline.regime.visits import Kind

ILACS_2018_09 = Framework(
    id="ILACS_2018_09",
    family="ILACS",
    kind=Kind.INSPECTION,
    title="Inspection of local authority children’s services (ILACS), from September 2018",
    starts=date(2018, 9, 1),
    ends=date(2022, 12, 31),
    areas=(
        areas.LEADERS,
        areas.HELP_AND_PROTECTION,
        areas.IN_CARE_AND_LEAVERS,
        areas.OVERALL,
    ),
    scale=SCALE,
    legal_base=areas.LEGAL_BASE,
    facts=(
        Fact(
            "Inadequate authorities have up to six monitoring visits, then a standard inspection.",
            "Children and Young People Now, 17 September 2018",
            Sure.SECONDARY,
        ),
        Fact(
            "The day in September 2018 is not known; the first is used.",
            "no source",
            Sure.UNSURE,
        ),
        Fact(
            "An inadequate practice judgement makes the overall judgement inadequate; inadequate "
            "leadership alone does not.",
            "all reports to March 2026",
            Sure.PRIMARY,
        ),
    ),
    joint_care_judgement=True,
)
