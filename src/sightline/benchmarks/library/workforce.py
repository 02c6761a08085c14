"""The children's social work workforce: caseload, vacancies, turnover, agency, absence."""

from __future__ import annotations

from sightline.benchmarks.declare import Better, DataSet, Figure, Unit
from sightline.benchmarks.library.lait import measure

CENSUS = DataSet(
    slug="social-work-workforce",
    title="Children's social work workforce: main indicators",
    publication="Children's social work workforce",
    files=r"csww_indicators(_\d{4}_to_\d{4})?",
    api_titles=("Children's social work workforce indicators", "Workforce indicators"),
)
_DAY = "Counts full-time equivalents in the census of 30 September, as the authority returned them."
_CASES = (
    "Counts cases held on 30 September by full-time equivalent workers, agency workers too; Annex "
    "A gives children by worker's name."
)
_YEAR = "Counts the year to 30 September, in full-time equivalents, as the authority returned it."

for _slug, _column, _code, _indicator, _title, _unit, _differs in (
    ("caseload", "caseload_fte", "Work_Force_AvgNumCase_SW", "WF02",
     "Average caseload of a social worker", Unit.CASES, _CASES),
    ("vacancy-rate", "vacancy_rate_fte", "Work_Force_Vac_Rate", "WF04",
     "Social worker vacancies", Unit.PERCENT, _DAY),
    ("turnover-rate", "turnover_rate_fte", "Work_Force_TO_Rate", "WF05",
     "Social worker turnover", Unit.PERCENT, _YEAR),
    ("agency-rate", "agency_rate_fte", "Work_Force_Agecy_Rate", "WF06",
     "Agency social workers", Unit.PERCENT, _DAY),
    ("absence-rate", "absence_rate_fte", "Work_Force_SWAbsence", "WF07",
     "Social worker sickness absence", Unit.PERCENT, _YEAR),
):  # fmt: skip
    Figure(_slug, CENSUS, _column, _title, _unit, Better.LOWER, _indicator, True, _differs)
    measure(_code, _indicator, _title, _unit, Better.LOWER, _differs)
