"""ILACS from April 2026, without a judgement of overall effectiveness."""

from datetime import date

from sightline.regime.facts import Fact, Sure
from sightline.regime.frameworks import ilacs_areas as areas
from sightline.regime.frameworks.declare import Framework
from sightline.regime.grades import SCALE
from sightline.regime.visits import Kind

ILACS_2026_04 = Framework(
    id="ILACS_2026_04",
    family="ILACS",
    kind=Kind.INSPECTION,
    title="Inspection of local authority children’s services (ILACS), from April 2026",
    starts=date(2026, 4, 1),
    ends=None,
    areas=(
        areas.LEADERS,
        areas.HELP_AND_PROTECTION,
        areas.IN_CARE,
        areas.CARE_LEAVERS,
    ),
    scale=SCALE,
    legal_base=areas.LEGAL_BASE,
    facts=(
        Fact(
            "Four judgements and no overall one. The first fieldwork known is of 27 April 2026; "
            "reports published in May and June 2026 on earlier fieldwork still have one.",
            "Ofsted's reports; Ofsted's notice of 27 November 2025",
            Sure.PRIMARY,
        ),
        Fact(
            "The next inspection is short where leaders, and two or more of the three practice "
            "judgements, are good or outstanding.",
            "a third party's account of Ofsted's summary of changes",
            Sure.SECONDARY,
        ),
        Fact(
            "What now starts a programme of monitoring visits could not be confirmed.",
            "no source",
            Sure.UNSURE,
        ),
        Fact(
            "A renewed framework for children and families services is expected in 2027.",
            "Ofsted's notice of 27 November 2025",
            Sure.SECONDARY,
        ),
    ),
)
