"""Joint targeted area inspections: the scheme of 2016 and the scheme of 2022."""

from datetime import date

from sightline.regime.facts import Fact, Sure
from sightline.regime.frameworks.declare import Framework
from sightline.regime.visits import Kind

LEGAL_BASE = "Children Act 2004, section 20"

JTAI_2016 = Framework(
    id="JTAI_2016",
    family="JTAI",
    kind=Kind.JOINT_INSPECTION,
    title="Joint targeted area inspection, scheme of 2016",
    starts=date(2016, 1, 1),
    ends=date(2021, 12, 31),
    areas=(),
    scale=(),
    legal_base=LEGAL_BASE,
    facts=(
        Fact(
            "By Ofsted, the Care Quality Commission, the inspectorate of constabulary and the "
            "inspectorate of probation, each round on one theme.",
            "letters of 2016 to 2020",
            Sure.PRIMARY,
        ),
        Fact(
            "None is known to have started between December 2019 and January 2022.",
            "letters",
            Sure.PRIMARY,
        ),
    ),
)

JTAI_2022 = Framework(
    id="JTAI_2022",
    family="JTAI",
    kind=Kind.JOINT_INSPECTION,
    title="Joint targeted area inspection, scheme of 2022",
    starts=date(2022, 1, 1),
    ends=None,
    areas=(),
    scale=(),
    legal_base=LEGAL_BASE,
    facts=(
        Fact(
            "Of the front door, or of one theme; the inspectorate of probation joins some themes.",
            "letters of 2022 to 2025",
            Sure.PRIMARY,
        ),
        Fact(
            "The letter names the agency that must send a written statement, and the date.",
            "letters; Children Act 2004 (Joint Area Reviews) Regulations 2015",
            Sure.PRIMARY,
        ),
        Fact("The first day in force is a guess.", "no source", Sure.UNSURE),
    ),
)
