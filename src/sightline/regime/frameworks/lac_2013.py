"""The inspection of services for looked after children, mid-2013."""

from datetime import date

from sightline.regime.facts import Fact, Sure
from sightline.regime.frameworks.declare import Area, Framework
from sightline.regime.grades import OLDER_SCALE
from sightline.regime.visits import Kind

LAC_2013 = Framework(
    id="LAC_2013",
    family="LAC",
    kind=Kind.INSPECTION,
    title="Inspection of services for looked after children",
    starts=date(2013, 4, 1),
    ends=date(2013, 10, 31),
    areas=(
        Area("overall", ("Overall effectiveness",)),
        Area("leaders", ("Leadership and management",)),
    ),
    scale=OLDER_SCALE,
    legal_base="Education and Inspections Act 2006, section 136",
    facts=(
        Fact(
            "Four reports are known, published in August 2013: Norfolk, Kent, Medway, Sandwell.",
            "Ofsted's reports",
            Sure.PRIMARY,
        ),
        Fact(
            "The fieldwork known is of July 2013; the first and last days in force are a guess.",
            "Ofsted's reports",
            Sure.UNSURE,
        ),
        Fact(
            "Capacity to improve, outcomes for children and quality of provision were graded too; "
            "no later judgement matches them, and they are not kept.",
            "Ofsted's reports",
            Sure.PRIMARY,
        ),
        Fact(
            "The older scale: outstanding, good, adequate, inadequate.",
            "Ofsted's reports",
            Sure.PRIMARY,
        ),
    ),
)
