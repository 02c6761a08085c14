"""Care leavers: in touch, where they live, and what they do."""

from __future__ import annotations

from sightline.benchmarks.declare import Better, DataSet, Figure, Unit
from sightline.benchmarks.library.lait import measure

_RETURN = "Children looked after in England including adoptions"

HOMES = DataSet(
    slug="care-leaver-accommodation",
    title="Care leavers: whether their accommodation is suitable, by authority",
    publication=_RETURN,
    files=r"la_care_leavers_accommodation_suitability",
    filters=("care_leaver_age", "breakdown"),
    api_titles=("Care leavers by accommodation suitability",),
)
ACTIVITY = DataSet(
    slug="care-leaver-activity",
    title="Care leavers: education, employment and training, by authority",
    publication=_RETURN,
    files=r"la_care_leavers_activity",
    filters=("care_leaver_age", "breakdown"),
    api_titles=("Care leavers by activity",),
)
_BIRTHDAY = (
    "Looks at each young person around their birthday in the year to 31 March; the authority's "
    "own figure looks at all of that age on its day."
)
_AGES = ("19 to 21 years", "17 to 18 years")

for _age in _AGES:
    _short = _age.removesuffix(" years").replace(" ", "-")
    Figure(
        f"suitable-accommodation-{_short}", HOMES, "care_leaver_percent",
        f"Care leavers of {_age} in suitable accommodation",
        Unit.PERCENT, Better.HIGHER, "CL02", True, _BIRTHDAY,
        where={"care_leaver_age": _age, "breakdown": "Accommodation considered suitable"},
        part=_age,
    )  # fmt: skip
    for _slug, _words, _better, _indicator, _title in (
        ("in-education-employment-training", "Total in education, employment or training",
         Better.HIGHER, "CL03", "in education, employment or training"),
        ("not-in-education-employment-training", "Total not in education, employment or training",
         Better.LOWER, "CL04", "not in education, employment or training"),
        ("in-higher-education", "Higher education i.e. studies beyond A level",
         Better.HIGHER, "CL05", "in higher education"),
    ):  # fmt: skip
        Figure(
            f"{_slug}-{_short}", ACTIVITY, "care_leaver_percent",
            f"Care leavers of {_age} {_title}", Unit.PERCENT, _better, _indicator, True, _BIRTHDAY,
            where={"care_leaver_age": _age, "breakdown": _words}, part=_age,
        )  # fmt: skip

measure(
    "CareLeavers_LA_NotInTouch", "CL01",
    "Care leavers of 19 to 21 years with whom the authority is not in touch",
    Unit.PERCENT, Better.LOWER,
    "Counts the opposite: those with whom the authority is not in touch, around their birthday.",
    same=False, part="19 to 21 years",
)  # fmt: skip
measure(
    "CareLeaverAcc", "CL02", "Care leavers of 19 to 21 years in suitable accommodation",
    Unit.PERCENT, Better.HIGHER, _BIRTHDAY, part="19 to 21 years",
)  # fmt: skip
measure(
    "CareLeaverEET", "CL03", "Care leavers of 19 to 21 years in education, employment or training",
    Unit.PERCENT, Better.HIGHER, _BIRTHDAY, part="19 to 21 years",
)  # fmt: skip
measure(
    "CareLeaversNEET", "CL04",
    "Care leavers of 19 to 21 years not in education, employment or training",
    Unit.PERCENT, Better.LOWER, _BIRTHDAY, part="19 to 21 years",
)  # fmt: skip
measure(
    "LAC_19_HE", "CL05", "Care leavers of 19 to 21 years in higher education",
    Unit.PERCENT, Better.HIGHER, _BIRTHDAY, part="19 to 21 years",
)  # fmt: skip
measure(
    "StayingPut", "CL10", "Care leavers of 19 or 20 who stayed with their former foster carers",
    Unit.PERCENT, Better.HIGHER,
    "Counts those who left care on their 18th birthday from a foster placement; the authority's "
    "own figure counts all of 18 and over.",
    same=False,
)  # fmt: skip
