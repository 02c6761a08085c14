"""The judgement areas that the ILACS frameworks share, with the labels printed over the years."""

from sightline.regime.frameworks.declare import Area

LEADERS = Area(
    "leaders",
    (
        "The impact of leaders on social work practice with children and families",
        "The impact of leaders on practice with children and families",
    ),
)
HELP_AND_PROTECTION = Area(
    "help_and_protection",
    ("The experiences and progress of children who need help and protection",),
)
IN_CARE_AND_LEAVERS = Area(
    "in_care",
    (
        "The experiences and progress of children in care and care leavers",
        "The experience and progress of children in care and care leavers",
    ),
)
IN_CARE = Area(
    "in_care",
    (
        "The experiences and progress of children in care",
        "The experiences of children in care",
    ),
)
CARE_LEAVERS = Area(
    "care_leavers",
    (
        "The experiences and progress of care leavers",
        "The experiences and progress of children care leavers",
    ),
)
OVERALL = Area("overall", ("Overall effectiveness",))

LEGAL_BASE = "Education and Inspections Act 2006, section 136"
