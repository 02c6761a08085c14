"""ILACS as it began in January 2018."""

from datetime import date

from sightline.regime.facts import Fact, Sure
from sightline.regime.frameworks import ilacs_areas as areas
from sightline.regime.frameworks.declare import Framework
from sightline.regime.grades import SCALE
from sightline.regime.visits import Kind

ILACS_2018_01 = Framework(
    id="ILACS_2018_01",
    family="ILACS",
    kind=Kind.INSPECTION,
    title="Inspection of local authority children’s services (ILACS), from January 2018",
    starts=date(2018, 1, 1),
    ends=date(2018, 8, 31),
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
            "Short for authorities last judged good or outstanding, standard for those that "
            "require improvement; inadequate ones were re-inspected by the earlier framework.",
            "Ofsted's reports; Children and Young People Now, 17 September 2018",
            Sure.SECONDARY,
        ),
        Fact(
            "Children in care and care leavers are one judgement.",
            "Ofsted's reports",
            Sure.PRIMARY,
        ),
    ),
    joint_care_judgement=True,
)
