"""Children in care: how many, where they live, how settled they are, and their health."""

from __future__ import annotations

from sightline.benchmarks.declare import Better, DataSet, Figure, Unit
from sightline.benchmarks.library.lait import measure

_RETURN = "Children looked after in England including adoptions"

STABILITY = DataSet(
    slug="placement-stability",
    title="Children looked after: placement stability by authority",
    publication=_RETURN,
    files=r"la_cla_placement_stability",
    filters=("cla_group", "placement_stability"),
    api_titles=("Placement stability",),
)
_YEAR = "Counts the same thing over the year to 31 March, not over the authority's own window."
_DAY = "Counts the same thing at 31 March, not on the day of the authority's own data."
_MOVES = (
    "Counts placements in the year to 31 March and leaves out some temporary moves; Annex A gives "
    "the number of placements in the 12 months before its day."
)
_CARER = (
    "Counts children with the same carer, and those placed for adoption together with the time "
    "before; the authority's own figure counts time in the same placement."
)
_TWELVE = (
    "Counts children looked after at 31 March for 12 months or more, by what was done in the year; "
    "the authority's own figure looks at what is up to date on its day."
)
_GROUP = "Children looked after continuously for at least 2.5 years on 31 March aged under 16 years"

Figure(
    "three-placements", STABILITY, "children_percent",
    "Children in care with three or more placements in the year",
    Unit.PERCENT, Better.LOWER, "LA23", True, _MOVES,
    where={
        "cla_group": "CLA on 31 March",
        "placement_stability": "With 3 or more placements during the year",
    },
)  # fmt: skip
Figure(
    "long-term-stability", STABILITY, "children_percent",
    "Children in care for 2.5 years, under 16, with the same carer for 2 years",
    Unit.PERCENT, Better.HIGHER, "LA24", False, _CARER,
    where={
        "cla_group": _GROUP,
        "placement_stability": "Living with the same carer for at least 2 years",
    },
)  # fmt: skip

measure("LAC", "LA01", "Children in care at 31 March, as a rate", Unit.RATE, Better.CONTEXT, _DAY)
measure("LACnum", "LA01", "Children in care at 31 March", Unit.NUMBER, Better.CONTEXT, _DAY)
measure(
    "LAC_Start_Rate", "LA02", "Children who started to be in care in the year, as a rate",
    Unit.RATE, Better.CONTEXT, _YEAR, part="started",
)  # fmt: skip
measure(
    "LAC_Cease_Rate", "LA02", "Children who ceased to be in care in the year, as a rate",
    Unit.RATE, Better.CONTEXT, _YEAR, part="ceased",
)  # fmt: skip
measure(
    "LACnum_Start", "LA02", "Children who started to be in care in the year",
    Unit.NUMBER, Better.CONTEXT, _YEAR, part="started",
)  # fmt: skip
measure(
    "LACceased", "LA02", "Children who ceased to be in care in the year",
    Unit.NUMBER, Better.CONTEXT, _YEAR, part="ceased",
)  # fmt: skip
measure(
    "Unacc_Asylmn_Seek_Childn", "LA03", "Unaccompanied asylum seeking children in care at 31 March",
    Unit.NUMBER, Better.CONTEXT,
    "Counts those with the status at 31 March; Annex A says who had it at any time in 12 months.",
    same=False,
)  # fmt: skip
measure("LACHealth%", "LA15", "Health checks up to date", Unit.PERCENT, Better.HIGHER, _TWELVE)
measure("LACDental%", "LA16", "Dental checks up to date", Unit.PERCENT, Better.HIGHER, _TWELVE)
measure(
    "LACVaccinations%", "LA17", "Immunisations up to date", Unit.PERCENT, Better.HIGHER, _TWELVE
)
measure(
    "Emotional_LAC", "LA20", "Average strengths and difficulties score",
    Unit.SCORE, Better.LOWER, _TWELVE,
)  # fmt: skip
measure(
    "LACStable_2016on", "LA23", "Children in care with three or more placements in the year",
    Unit.PERCENT, Better.LOWER, _MOVES,
)  # fmt: skip
measure(
    "LAC_LongStable%", "LA24",
    "Children in care for 2.5 years, under 16, in the same placement for 2 years",
    Unit.PERCENT, Better.HIGHER, _CARER, same=False,
)  # fmt: skip
measure(
    "LACDistance", "LA26", "Children in care placed over 20 miles from home, outside the authority",
    Unit.PERCENT, Better.LOWER,
    "Leaves out those placed over 20 miles away inside the authority, whom the authority's own "
    "figure counts.",
    same=False,
)  # fmt: skip
for _code, _place, _better in (
    ("LAC_Foster_Placements", "foster care", Better.HIGHER),
    ("LAC_SecHome_And_ChildHome", "secure homes and children's homes", Better.CONTEXT),
    ("LAC_Ind_SInd_Liv_Arr", "supported or independent living", Better.CONTEXT),
    ("LAC_Other_Res_Settings", "other residential settings", Better.CONTEXT),
    ("LAC_Other_Place_Inc_Unreg", "other placements", Better.CONTEXT),
):
    measure(
        _code, "LA27", f"Children in care at 31 March in {_place}", Unit.PERCENT, _better, _DAY,
        part=_place,
    )  # fmt: skip
measure(
    "LAC_Parents_OR_Others", "LA06",
    "Children in care at 31 March placed with parents or others with parental responsibility",
    Unit.PERCENT, Better.HIGHER, _DAY,
)  # fmt: skip
_GOING = (
    "Counts children of all those in care at any time in the year to 31 March; the authority's own "
    "figure counts those in care on its day."
)
measure(
    "Children_missing", "LA30", "Children in care who were missing in the year",
    Unit.PERCENT, Better.CONTEXT, _GOING, same=False,
)  # fmt: skip
measure(
    "Children_Away", "LA32", "Children in care who were away without authorisation in the year",
    Unit.PERCENT, Better.CONTEXT, _GOING, same=False,
)  # fmt: skip
measure(
    "Stability_SocialWorker", "LA36",
    "Children in care with three or more social workers in the year",
    Unit.PERCENT, Better.LOWER, _YEAR,
)  # fmt: skip
_APART = (
    "Counts these orders alone; the authority's own figure takes special guardianship and child "
    "arrangements orders together."
)
measure(
    "LAC_ceased_SGO%", "LA39", "Children who left care by special guardianship",
    Unit.PERCENT, Better.CONTEXT, _APART, same=False, part="special guardianship",
)  # fmt: skip
measure(
    "LAC_ceased_CAO%", "LA39", "Children who left care by a child arrangements order",
    Unit.PERCENT, Better.CONTEXT, _APART, same=False, part="child arrangements",
)  # fmt: skip
_REACHED = (
    "Counts children looked after at 31 March for 12 months or more; the department chooses the "
    "ages, which the authority's own figure has to follow."
)
measure(
    "LAC_Convictions", "LA41", "Children in care convicted or cautioned in the year",
    Unit.PERCENT, Better.LOWER, _REACHED, part="convictions",
)  # fmt: skip
measure(
    "LACSubstance", "LA41", "Children in care with a substance misuse problem in the year",
    Unit.PERCENT, Better.LOWER, _REACHED, part="substance misuse",
)  # fmt: skip
