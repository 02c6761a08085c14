"""Child protection: section 47 enquiries, conferences, plans and their reviews."""

from __future__ import annotations

from sightline.benchmarks.declare import Better, DataSet, Figure, Unit
from sightline.benchmarks.library.lait import measure

_CENSUS = "Children in need"

SUBSEQUENT = DataSet(
    slug="subsequent-plans",
    title="D3: child protection plans that are a second or later plan",
    publication=_CENSUS,
    files=r"d3_cpps_subsequent_plan(_\d{4}_to_\d{4})?",
    api_titles=("Child protection plans which are a second or subsequent plan",),
)
DURATION = DataSet(
    slug="plans-by-length",
    title="D5: child protection plans at 31 March by how long they had lasted",
    publication=_CENSUS,
    files=r"d5_cpps_at31march_by_duration(_\d{4}_to_\d{4})?",
    api_titles=("Child protection plans at 31 March by duration",),
)
_YEAR = "Counts the same thing over the year to 31 March, not over the authority's own window."
_DAY = "Counts the same thing at 31 March, not on the day of the authority's own data."
_RATE = (
    "Counts the same thing over the year to 31 March, as a rate; the authority's own number for "
    "its window has to be made a yearly rate first."
)
_LATER = (
    "Counts plans that started in the year to 31 March by what the census holds of earlier plans; "
    "Annex A holds the number of earlier plans in this authority."
)

Figure(
    "subsequent-plans", SUBSEQUENT, "CPP_subsequent_percent",
    "Plans that are a second or later plan", Unit.PERCENT, Better.LOWER, "CP04", True, _LATER,
)  # fmt: skip
Figure(
    "plans-started", SUBSEQUENT, "CPP_start", "Plans that started in the year",
    Unit.NUMBER, Better.CONTEXT, "CP02", True, _YEAR, part="started",
)  # fmt: skip
Figure(
    "plans-of-two-years", DURATION, "2_years_or_more_percent",
    "Plans at 31 March that had lasted 2 years or more",
    Unit.PERCENT, Better.LOWER, "CP07", True, _DAY,
)  # fmt: skip
Figure(
    "children-on-plans", DURATION, "CPP_At31", "Children on a plan at 31 March",
    Unit.NUMBER, Better.CONTEXT, "CP01", True, _DAY,
)  # fmt: skip
for _slug, _column, _length in (
    ("plans-to-3-months", "3_months_or_less_percent", "3 months or less"),
    ("plans-to-6-months", "more_than_3_months_6_months_percent", "3 to 6 months"),
    ("plans-to-1-year", "more_than_6_months_less_than_1_year_percent", "6 months to 1 year"),
    ("plans-to-2-years", "1_year_less_than_2_years_percent", "1 to 2 years"),
):
    Figure(
        _slug, DURATION, _column, f"Plans at 31 March that had lasted {_length}",
        Unit.PERCENT, Better.CONTEXT, "CP08", True, _DAY, part=_length,
    )  # fmt: skip

measure(
    "Section_47", "SE01", "Section 47 enquiries started in the year, as a rate",
    Unit.RATE, Better.CONTEXT, _RATE,
)  # fmt: skip
measure(
    "CP_conf_15days", "SE04", "Initial conferences within 15 working days",
    Unit.PERCENT, Better.HIGHER,
    "Counts from the start of the section 47 enquiry over the year to 31 March; Annex A counts "
    "from the strategy discussion.",
)  # fmt: skip
measure(
    "ISCP_Conf", "SE07", "Initial conferences in the year, as a rate",
    Unit.RATE, Better.CONTEXT, _RATE,
)  # fmt: skip
measure(
    "CPP_rate", "CP01", "Children on a plan at 31 March, as a rate",
    Unit.RATE, Better.CONTEXT, _DAY,
)  # fmt: skip
measure("CPP_Num", "CP01", "Children on a plan at 31 March", Unit.NUMBER, Better.CONTEXT, _DAY)
measure(
    "CPP_Abuse_Rate", "CP02", "Plans that started in the year, as a rate",
    Unit.RATE, Better.LOWER, _RATE, part="started",
)  # fmt: skip
measure(
    "CPP_Abuse", "CP02", "Plans that started in the year",
    Unit.NUMBER, Better.CONTEXT, _YEAR, part="started",
)  # fmt: skip
measure(
    "DeRegCPR", "CP02", "Plans that ended in the year, as a rate",
    Unit.RATE, Better.CONTEXT, _RATE, part="ended",
)  # fmt: skip
measure(
    "PrevRegCPR", "CP04", "Plans that are a second or later plan",
    Unit.PERCENT, Better.LOWER, _LATER,
)  # fmt: skip
measure(
    "CPPlans2yrs", "CP06", "Plans that ended in the year and had lasted 2 years or more",
    Unit.PERCENT, Better.LOWER, _YEAR,
)  # fmt: skip
measure(
    "CPPlans2yrsActive", "CP07", "Plans at 31 March that had lasted 2 years or more",
    Unit.PERCENT, Better.LOWER, _DAY,
)  # fmt: skip
measure(
    "RevCP", "CP10", "Plans whose reviews were all in time", Unit.PERCENT, Better.HIGHER,
    "Counts plans open at 31 March for 3 months or more by all their reviews; Annex A holds the "
    "latest review only.",
)  # fmt: skip
