"""Rolls of the front door from the SSD: referrals with what followed, assessments, factors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sightline.measures.asked import Asked
from sightline.measures.data import Data
from sightline.measures.days import with_working_days
from sightline.measures.rolls.people_ssd import looked_up, person_ssd, roll_ssd
from sightline.standards.codes import code_set

if TYPE_CHECKING:
    import ibis.expr.types as ir

REFERRED, ASSESSED = "ssd.ssd_cin_episodes", "ssd.ssd_cin_assessments"
FACTORS = "ssd.ssd_assessment_factors"
# Some systems name every factor and say Yes or No of each: those with No were not found.
_SAID_NO = r'"[0-9]+[A-Z]?"[ ]*:[ ]*"?([Nn]o?|NO|[Ff]alse|FALSE|0)"?'


@roll_ssd("ssd_referrals", "referral", "referrals", REFERRED,
          ("referred_on", "nfa", "before", "assessed_on", "closed_on", "returned_on"))  # fmt: skip
def ssd_referrals(data: Data, asked: Asked) -> ir.Table:
    """Referrals: the child's one before, its assessment, its closure, and the next after that."""
    spans = {"working_days_since": ("cine_referral_date", asked.as_at)}
    table = with_working_days(data[REFERRED], spans)
    table = _referred_before(data[REFERRED], table)
    table = looked_up(
        table, "cine_referral_id", data[ASSESSED], "cina_referral_id",
        assessed_on="cina_assessment_start_date",
    )  # fmt: skip
    table = _referred_after(data[REFERRED], table)
    table, who = person_ssd(
        data, table, asked, REFERRED, "cine_person_id",
        team="cine_referral_team", worker="cine_referral_worker_id",
    )  # fmt: skip
    return table.select(
        **who,
        referred_on=table.cine_referral_date,
        nfa=table.cine_referral_nfa,
        before=table.before,
        assessed_on=table.assessed_on,
        closed_on=table.cine_close_date,
        close_reason=table.cine_close_reason,
        returned_on=table.returned_on,
        working_days_since=table.working_days_since,
    )


@roll_ssd("ssd_assessments", "assessment", "assessments", (ASSESSED, REFERRED),
          ("referred_on", "started_on", "authorised_on", "working_days"))  # fmt: skip
def ssd_assessments(data: Data, asked: Asked) -> ir.Table:
    """Assessments, each with the working days since the referral that it belongs to."""
    table = looked_up(
        data[ASSESSED], "cina_referral_id", data[REFERRED], "cine_referral_id",
        referred_on="cine_referral_date",
    )  # fmt: skip
    table = with_working_days(table, {"working_days": ("referred_on", "cina_assessment_auth_date")})
    table, who = person_ssd(
        data, table, asked, ASSESSED, "cina_person_id",
        team="cina_assessment_team", worker="cina_assessment_worker_id",
    )  # fmt: skip
    return table.select(
        **who,
        referred_on=table.referred_on,
        started_on=table.cina_assessment_start_date,
        authorised_on=table.cina_assessment_auth_date,
        working_days=table.working_days,
    )


@roll_ssd("ssd_factors", "factor of an assessment", "factors of assessments", (FACTORS, ASSESSED),
          ("authorised_on", "factor"), windowed=True)  # fmt: skip
def ssd_factors(data: Data, asked: Asked) -> ir.Table:
    """A row for each factor that an assessment authorised in the window found."""
    table = looked_up(
        data[FACTORS], "cinf_assessment_id", data[ASSESSED], "cina_assessment_id",
        authorised_on="cina_assessment_auth_date", child="cina_person_id",
        team="cina_assessment_team", worker="cina_assessment_worker_id",
    )  # fmt: skip
    table = table.filter(asked.within(table.authorised_on))
    found = table.cinf_assessment_factors_json.re_replace(_SAID_NO, "")
    # A row may name a factor twice: it is one. What was read is left behind: it is long.
    table = table.mutate(factor=found.split('"').unnest()).drop(
        "cinf_assessment_factors_json", "cinf_assessment_id", "cinf_table_id"
    )
    table = table.filter(table.factor.isin(code_set("assessment_factors").codes)).distinct()
    table, who = person_ssd(data, table, asked, FACTORS, "child", team="team", worker="worker")
    return table.select(**who, authorised_on=table.authorised_on, factor=table.factor)


def _referred_before(rows: ir.Table, table: ir.Table) -> ir.Table:
    """The child's last earlier day of referral: two on one day are not one after another."""
    days = rows.select(_of="cine_person_id", _on="cine_referral_date").distinct()
    days = days.filter(days._of.notnull(), days._on.notnull())
    days = days.mutate(before=days._on.lag().over(group_by=days._of, order_by=days._on))
    same = [table.cine_person_id == days._of, table.cine_referral_date == days._on]
    return table.left_join(days, same).drop("_of", "_on")


def _referred_after(rows: ir.Table, table: ir.Table) -> ir.Table:
    """The child's first referral after the day on which an episode closed."""
    closed = rows.select(_of="cine_person_id", _shut="cine_close_date")
    later = rows.select(_child="cine_person_id", _day="cine_referral_date")
    joined = closed.join(later, [closed._of == later._child, later._day > closed._shut])
    first = joined.group_by("_of", "_shut").agg(returned_on=joined._day.min())
    same = [table.cine_person_id == first._of, table.cine_close_date == first._shut]
    return table.left_join(first, same).drop("_of", "_shut")
