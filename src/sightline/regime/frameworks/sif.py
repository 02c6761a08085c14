"""The single inspection framework, November 2013 to mid-2018, and its re-inspections."""

from datetime import date

from sightline.regime.facts import Fact, Sure
from sightline.regime.frameworks.declare import Area, Framework
from sightline.regime.grades import SCALE
from sightline.regime.visits import Kind

SIF = Framework(
    id="SIF",
    family="SIF",
    kind=Kind.INSPECTION,
    title=(
        "Inspection of services for children in need of help and protection, children looked "
        "after and care leavers (single inspection framework)"
    ),
    starts=date(2013, 11, 1),
    ends=date(2018, 7, 31),
    areas=(
        Area("overall", ("Overall effectiveness", "The overall judgement", "Children’s services")),
        Area(
            "help_and_protection",
            ("1. Children who need help and protection", "Children who need help and protection"),
        ),
        Area(
            "in_care",
            (
                "2. Children looked after and achieving permanence",
                "Children looked after and achieving permanence",
            ),
        ),
        Area("adoption", ("2.1 Adoption performance", "Adoption performance")),
        Area(
            "care_leavers",
            (
                "2.2 Experiences and progress of care leavers",
                "Experiences and progress of care leavers",
            ),
        ),
        Area(
            "leaders",
            (
                "3. Leadership, management and governance",
                "Leadership, management and governance",
            ),
        ),
        Area(
            "lscb",
            (
                "The effectiveness of the Local Safeguarding Children Board (LSCB)",
                "The Local Safeguarding Children Board",
            ),
        ),
    ),
    scale=SCALE,
    legal_base=(
        "Education and Inspections Act 2006, sections 136 and 152; for the safeguarding board, "
        "Children Act 2004, section 15A, and the LSCB (Review) Regulations 2013"
    ),
    facts=(
        Fact(
            "Overall is inadequate if and only if help and protection, children looked after or "
            "leadership is inadequate.",
            "all 167 reports",
            Sure.PRIMARY,
        ),
        Fact(
            "The last re-inspections were in the field in June 2018, when ILACS had begun.",
            "Torbay's report of August 2018",
            Sure.PRIMARY,
        ),
        Fact(
            "The safeguarding board is graded in reports of 2013 to 2017, and seldom in "
            "re-inspections.",
            "Ofsted's reports",
            Sure.PRIMARY,
        ),
        Fact("The last day in force is a guess.", "no source", Sure.UNSURE),
    ),
)
