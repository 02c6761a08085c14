"""The themes of help and protection, from the front door to homeless young people."""

from sightline.regime.themes.declare import (
    CARE,
    FAMILY,
    HELP,
    HELPED,
    HOMES,
    LEADERS,
    LEAVERS,
    SAFE,
    TOGETHER,
    Theme,
)
from sightline.regime.visits import Topic

HELP_AND_PROTECTION: tuple[Theme, ...] = (
    Theme(
        "front-door",
        "Front door",
        "Contacts, referrals, thresholds, the multi-agency safeguarding hub, and the "
        "out-of-hours duty team.",
        (HELP,),
        (Topic.FRONT_DOOR,),
        (SAFE, HELPED, TOGETHER),
    ),
    Theme(
        "early-help",
        "Early help",
        "Early help, family hubs, and stepping down to targeted support.",
        (HELP,),
        (Topic.FRONT_DOOR,),
        (HELPED, FAMILY),
    ),
    Theme(
        "child-protection-enquiries",
        "Child protection enquiries",
        "Strategy discussions, section 47 enquiries, and immediate protection.",
        (HELP,),
        (Topic.FRONT_DOOR, Topic.CIN_CP),
        (SAFE, TOGETHER),
    ),
    Theme(
        "assessment",
        "Assessment",
        "The quality and timeliness of assessments.",
        (HELP, CARE),
        (Topic.FRONT_DOOR, Topic.CIN_CP),
        (HELPED, SAFE),
    ),
    Theme(
        "planning",
        "Planning",
        "The quality of plans of any kind, for children in need, protection, care or "
        "leaving care: targets, timescales, contingency.",
        (HELP, CARE, LEAVERS),
        (Topic.CIN_CP, Topic.CHILDREN_IN_CARE, Topic.CARE_LEAVERS),
        (HELPED, SAFE, HOMES),
    ),
    Theme(
        "visits",
        "Visits to children",
        "How often social workers visit and to what purpose, and seeing children alone.",
        (HELP, CARE),
        (Topic.CIN_CP, Topic.CHILDREN_IN_CARE),
        (HELPED, SAFE),
    ),
    Theme(
        "direct-work",
        "Direct work",
        "Direct work, relationships with children, and life-story work.",
        (HELP, CARE),
        (Topic.CIN_CP, Topic.CHILDREN_IN_CARE),
        (HELPED, HOMES),
    ),
    Theme(
        "childs-voice",
        "The child's voice",
        "Children's wishes and feelings heard, participation, the children in care council, "
        "advocacy, and independent visitors.",
        (HELP, CARE, LEAVERS),
        (Topic.CIN_CP, Topic.CHILDREN_IN_CARE, Topic.CARE_LEAVERS),
        (HELPED, HOMES),
    ),
    Theme(
        "family-partnership",
        "Working with families",
        "Work with parents, fathers and the wider family, family meetings, safety plans "
        "made with families, and kinship.",
        (HELP, CARE),
        (Topic.CIN_CP,),
        (FAMILY, HELPED),
    ),
    Theme(
        "multi-agency",
        "Working with partners",
        "Partners' attendance, sharing of information, and joint work.",
        (HELP, LEADERS),
        (Topic.FRONT_DOOR, Topic.CIN_CP, Topic.VULNERABLE_ADOLESCENTS),
        (TOGETHER, SAFE),
    ),
    Theme(
        "conferences-reviews",
        "Conferences and reviews",
        "Child protection conferences, core groups, reviews of children in need and in "
        "care, independent reviewing officers, and conference chairs.",
        (HELP, CARE),
        (Topic.CIN_CP, Topic.CHILDREN_IN_CARE),
        (SAFE, HOMES, TOGETHER),
    ),
    Theme(
        "pre-proceedings-court",
        "Before and in court",
        "The public law outline, letters before proceedings, court work, and Cafcass.",
        (HELP, CARE),
        (Topic.CIN_CP, Topic.PERMANENCE),
        (SAFE, FAMILY),
    ),
    Theme(
        "risk",
        "Risk",
        "Seeing and reducing risk: domestic abuse, neglect, substance misuse, mental ill "
        "health, sexual abuse.",
        (HELP,),
        (Topic.FRONT_DOOR, Topic.CIN_CP),
        (SAFE,),
    ),
    Theme(
        "exploitation-missing",
        "Exploitation and missing",
        "Criminal and sexual exploitation, missing children, return interviews, and "
        "radicalisation.",
        (HELP, CARE),
        (Topic.VULNERABLE_ADOLESCENTS,),
        (SAFE, TOGETHER),
    ),
    Theme(
        "disabled-children",
        "Disabled children",
        "Disabled children, short breaks, and the move to adult services.",
        (HELP, CARE),
        (Topic.CIN_CP,),
        (HELPED,),
    ),
    Theme(
        "private-fostering",
        "Private fostering",
        "Children who are privately fostered.",
        (HELP,),
        (Topic.FRONT_DOOR, Topic.CIN_CP),
        (SAFE,),
    ),
    Theme(
        "allegations",
        "Allegations against professionals",
        "The designated officer, and allegations against people who work with children.",
        (HELP,),
        (Topic.FRONT_DOOR,),
        (SAFE, TOGETHER),
    ),
    Theme(
        "homeless-16-17",
        "Homeless at 16 and 17",
        "Young people of 16 and 17 who are homeless.",
        (HELP, LEAVERS),
        (Topic.FRONT_DOOR, Topic.VULNERABLE_ADOLESCENTS),
        (SAFE, HOMES),
    ),
)
