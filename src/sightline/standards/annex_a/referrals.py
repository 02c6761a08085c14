"""List 3 of Annex A: referrals."""

from __future__ import annotations

from sightline.standards.annex_a import about
from sightline.standards.declare import Code, Count, Date, Period, Table, weeks_before
from sightline.standards.sources import TEMPLATE_2019


class Referrals(
    Table,
    standard="annex_a",
    number=3,
    title="Referral",
    period=Period.SIX_MONTHS,
    sheets=("List_3", "Referrals", "AA_3_referrals"),
    source=TEMPLATE_2019.at("sheet List_3"),
):
    """Every referral received in the six months before inspection, a row for each child in it."""

    child_id = about.child_id()
    gender = about.gender()
    ethnicity = about.ethnicity()
    date_of_birth = about.date_of_birth()
    age = about.age()
    referral_date = Date(
        "Date of referral",
        required=True,
        aliases=("Date of Referral", "ReferralDate"),
        not_before=weeks_before("date_of_birth", about.WEEKS_UNBORN),
        description="The day it was received.",
    )
    referral_source = Code(
        "Referral Source",
        codes="contact_source",
        required=True,
        aliases=("ReferralSource", "Source of Referral"),
        description="Who made the referral.",
    )
    referral_nfa = Code(
        "Referral NFA?",
        codes="referral_nfa",
        required=True,
        aliases=(
            *("ReferralNFA", "Referral NFA", "Referral No Further Action"),
            "Referral resulted in No Further Action",
        ),
        description="Yes means that no further action was taken.",
    )
    referrals_last_12_months = Count(
        "Number of Referrals in Last 12 Months",
        required=True,
        aliases=(
            *("ReferralsLast12Months", "No. of Referrals in Last 12 Months"),
            "Sum of Referrals in Last 12 Months",
        ),
        description="Referrals that began in the 12 months before the child's latest one, which "
        "is not counted. The same on each of the child's rows. 1 or more means a re-referral.",
    )
    allocated_team = about.allocated_team()
    allocated_worker = about.allocated_worker()
