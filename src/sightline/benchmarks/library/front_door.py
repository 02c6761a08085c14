"""The front door and assessment: referrals, re-referrals, assessments, children in need."""

from __future__ import annotations

from sightline.benchmarks.declare import Better, DataSet, Figure, Unit
from sightline.benchmarks.library.lait import measure

_CENSUS = "Children in need"

NEED = DataSet(
    slug="children-in-need",
    title="B1: episodes of need at any point, started, ended and open at 31 March",
    publication=_CENSUS,
    files=r"b1_children_in_need(_\d{4}_to_\d{4})?",
    api_titles=("Children in need", "B1 Children in need"),
)
REFERRALS = DataSet(
    slug="referrals",
    title="C1: referrals and re-referrals",
    publication=_CENSUS,
    files=r"c1_children_in_need_referrals_and_rereferrals(_\d{4}_to_\d{4})?",
    api_titles=("Referrals and re-referrals", "C1 Referrals and re-referrals"),
)
_YEAR = "Counts the same thing over the year to 31 March, not over the authority's own window."

Figure(
    "re-referrals", REFERRALS, "rereferral_percent",
    "Re-referrals within 12 months of an earlier referral",
    Unit.PERCENT, Better.LOWER, "FD11", True,
    "Counts every referral of the year to 31 March from its dates; a figure from Annex A leans on "
    "the number of earlier referrals that its list carries.",
)  # fmt: skip
Figure(
    "referrals-no-further-action", REFERRALS, "no_further_action_percent",
    "Referrals with no further action", Unit.PERCENT, Better.CONTEXT, "FD10", True, _YEAR,
)  # fmt: skip
Figure(
    "assessed-not-in-need", REFERRALS, "not_in_need_percent",
    "Referrals assessed, and the child found not to be in need",
    Unit.PERCENT, Better.CONTEXT, "FD14", True, _YEAR,
)  # fmt: skip
Figure(
    "referrals", REFERRALS, "referral_count", "Referrals in the year",
    Unit.NUMBER, Better.CONTEXT, "FD09", True, _YEAR,
)  # fmt: skip
Figure(
    "episodes-of-need", NEED, "At31_episodes", "Children in need at 31 March",
    Unit.NUMBER, Better.CONTEXT, "CN01", True,
    "Counts episodes of need open at 31 March, those of children on a plan or in care too.",
)  # fmt: skip
Figure(
    "episodes-started", NEED, "Started_episodes", "Episodes of need that started in the year",
    Unit.NUMBER, Better.CONTEXT, "CN03", True, _YEAR, part="started",
)  # fmt: skip
Figure(
    "episodes-ended", NEED, "Ended_episodes", "Episodes of need that ended in the year",
    Unit.NUMBER, Better.CONTEXT, "CN03", True, _YEAR, part="ended",
)  # fmt: skip

measure("CPP_Total_Rateper10,000", "FD09", "Referrals, as a rate", Unit.RATE, Better.CONTEXT, _YEAR)
measure("CPP_Total_NumRef", "FD09", "Referrals in the year", Unit.NUMBER, Better.CONTEXT, _YEAR)
measure(
    "CIN_Refferals_NFA", "FD10", "Referrals with no further action",
    Unit.PERCENT, Better.CONTEXT, _YEAR,
)  # fmt: skip
measure(
    "ReReferral", "FD11", "Re-referrals within 12 months of an earlier referral",
    Unit.PERCENT, Better.LOWER,
    "Counts every referral of the year to 31 March from its dates; a figure from Annex A leans on "
    "the number of earlier referrals that its list carries.",
)  # fmt: skip
for _code, _source in (
    ("RefBySource_Schl_%", "schools"),
    ("RefBySource_HealthServ_%", "health services"),
    ("RefBySource_Police_%", "police"),
):
    measure(
        _code, "FD12", f"Referrals from {_source}", Unit.PERCENT, Better.CONTEXT, _YEAR,
        part=_source,
    )  # fmt: skip
measure(
    "Referrals_AssessedNotNeed", "FD14",
    "Referrals assessed, and the child found not to be in need",
    Unit.PERCENT, Better.CONTEXT, _YEAR,
)  # fmt: skip
measure(
    "Continue_Assess_Comp", "AS01", "Assessments completed within 45 working days",
    Unit.PERCENT, Better.HIGHER,
    "Counts from the referral, over the year to 31 March; Annex A knows the start of the "
    "assessment only, which can be later.",
)  # fmt: skip
measure(
    "CIN", "CN01", "Children in need at 31 March, as a rate", Unit.RATE, Better.CONTEXT,
    "Counts episodes of need open at 31 March, those of children on a plan or in care too.",
)  # fmt: skip
for _code, _length in (
    ("CINTime3months", "under 3 months"),
    ("CINTime3-6", "3 to 6 months"),
    ("CINTime6-1", "6 months to 1 year"),
    ("CINTime1-2", "1 to 2 years"),
    ("CINTime2more", "2 years or more"),
):
    measure(
        _code, "CN04", f"Children in need at 31 March for {_length}", Unit.PERCENT, Better.CONTEXT,
        "Counts every child in need at 31 March; the authority's own figure counts those with a "
        "plan as a child in need only.",
        same=False, part=_length,
    )  # fmt: skip
