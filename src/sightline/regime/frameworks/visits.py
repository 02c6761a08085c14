"""Focused visits and monitoring visits: the arrangements that they are made under."""

from datetime import date

from sightline.regime.facts import Fact, Sure
from sightline.regime.frameworks.declare import Framework
from sightline.regime.frameworks.ilacs_areas import LEGAL_BASE
from sightline.regime.visits import Kind

FOCUSED_2018_01 = Framework(
    id="FOCUSED_2018_01",
    family="ILACS",
    kind=Kind.FOCUSED_VISIT,
    title="Focused visit (ILACS)",
    starts=date(2018, 1, 1),
    ends=None,
    areas=(),
    scale=(),
    legal_base=LEGAL_BASE,
    facts=(
        Fact("The first were on 30 and 31 January 2018.", "Ofsted's letters", Sure.PRIMARY),
        Fact(
            "From September 2020 to May 2021 they were assurance visits that looked across all "
            "parts of the service, often from a distance.",
            "Ofsted's letters",
            Sure.PRIMARY,
        ),
        Fact(
            "An area for priority action calls for a plan within 70 working days, and a draft "
            "within 20, since August 2018.",
            "St Helens letter of August 2018",
            Sure.PRIMARY,
        ),
    ),
)

MONITORING_2016_05 = Framework(
    id="MONITORING_2016_05",
    family="SIF",
    kind=Kind.MONITORING_VISIT,
    title="Monitoring visit (single inspection framework)",
    starts=date(2015, 1, 1),
    ends=date(2018, 7, 31),
    areas=(),
    scale=(),
    legal_base=LEGAL_BASE,
    facts=(
        Fact(
            "The first within four weeks of the deadline for the action plan, then quarterly, "
            "four at least; letters published from the second on.",
            "the monitoring handbook of 2016",
            Sure.SECONDARY,
        ),
        Fact(
            "Quarterly from May 2016; visits before then are known, their rules are not.",
            "Community Care, 31 May 2016",
            Sure.UNSURE,
        ),
    ),
)

MONITORING_2018_01 = Framework(
    id="MONITORING_2018_01",
    family="ILACS",
    kind=Kind.MONITORING_VISIT,
    title="Monitoring visit (ILACS)",
    starts=date(2018, 1, 1),
    ends=None,
    areas=(),
    scale=(),
    legal_base=LEGAL_BASE,
    facts=(
        Fact(
            "Up to six before the re-inspection, in name quarterly.",
            "Children and Young People Now, 17 September 2018",
            Sure.SECONDARY,
        ),
    ),
)
