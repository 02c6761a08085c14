"""Rolls of the front door: contacts, early help and referrals, by event and by child."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sightline.kit.calendar import DAY, add_working_days
from sightline.measures.asked import Asked
from sightline.measures.data import Data
from sightline.measures.declare import roll
from sightline.measures.limits import months
from sightline.measures.rolls.people import person
from sightline.measures.rolls.shared import alongside, child_keys, earlier, with_nth

if TYPE_CHECKING:
    import ibis.expr.types as ir

CONTACTS, HELPED, REFERRED = "annex_a.contacts", "annex_a.early_help", "annex_a.referrals"
ASSESSED = "annex_a.assessments"
YEAR = months(12)
# How many of the last working days have referrals too new to have led to an assessment.
TOO_NEW = 10
NOT_ENDED = date(9999, 12, 31)


@roll("contacts", "contact", "contacts", CONTACTS, ("contact_date", "contact_source"))
def contacts(data: Data, asked: Asked) -> ir.Table:
    """Contacts."""
    table = data[CONTACTS]
    return table.select(
        **person(table, asked, CONTACTS),
        contact_date=table.contact_date,
        contact_source=table.contact_source,
    )


@roll("children_contacted", "child", "children with a contact", CONTACTS,
      ("contacts", "first_contact", "last_referral"), windowed=True)  # fmt: skip
def children_contacted(data: Data, asked: Asked) -> ir.Table:
    """Children with a contact in the window: how many, the first, and their last referral.

    A contact without a child's identifier is a row of its own, of which nothing else is known.
    """
    rows = data[CONTACTS]
    rows = rows.filter(asked.within(rows.contact_date))
    rows = rows.mutate(contacts=rows.count().over(group_by=child_keys(rows)))
    rows = with_nth(rows, rows.contact_date)
    table = _with_last_referral(data, rows.filter(rows._nth == 0))
    known = table.child_id.notnull()
    referred = (table.last_referral >= table.contact_date).fill_null(False)
    return table.select(
        **person(table, asked, CONTACTS),
        contacts=known.ifelse(table.contacts, None),
        first_contact=table.contact_date,
        last_referral=table.last_referral,
        referred_after=known.ifelse(referred, None),
    )


@roll("early_help", "early help episode", "early help episodes", HELPED,
      ("started_on", "ended_on", "organisation"))  # fmt: skip
def early_help(data: Data, asked: Asked) -> ir.Table:
    """Early help episodes."""
    table = data[HELPED]
    return table.select(
        **person(table, asked, HELPED),
        started_on=table.assessment_start_date,
        ended_on=table.assessment_completion_date,
        organisation=table.organisation,
        is_open=asked.is_open(table.assessment_start_date, table.assessment_completion_date),
        days=table.assessment_completion_date.delta(table.assessment_start_date, unit="day"),
    )


@roll("children_helped_early", "child", "children helped early", HELPED,
      ("first_started", "helped_until", "last_referral"))  # fmt: skip
def children_helped_early(data: Data, asked: Asked) -> ir.Table:
    """Children in the list of early help: from when, until when, and their last referral."""
    import ibis

    rows = data[HELPED]
    until = rows.assessment_completion_date.fill_null(ibis.literal(NOT_ENDED))
    whole = {"group_by": child_keys(rows)}
    rows = rows.mutate(
        first_started=rows.assessment_start_date.min().over(**whole),
        helped_until=until.max().over(**whole),
    )
    rows = with_nth(rows, rows.assessment_start_date)
    table = _with_last_referral(data, rows.filter(rows._nth == 0))
    known = table.child_id.notnull() & table.first_started.notnull()
    referred = (table.last_referral > table.first_started).fill_null(False)
    return table.select(
        **person(table, asked, HELPED),
        first_started=table.first_started,
        helped_until=table.helped_until,
        last_referral=table.last_referral,
        referred_after=known.ifelse(referred, None),
    )


@roll("referrals", "referral", "referrals", REFERRED,
      ("referral_date", "referral_source", "referral_nfa", "before", "assessed_on"))  # fmt: skip
def referrals(data: Data, asked: Asked) -> ir.Table:
    """Referrals, each with the child's one before it in this list and the assessment after it.

    ``again`` says whether there was another in the 12 months before. ``too_new`` are those of
    the last ten working days, the day itself among them where it is worked.
    """
    import ibis

    table = _assessed_after(data, _one_before(data[REFERRED]))
    near = table.before >= earlier(table.referral_date, YEAR)
    # The count belongs to the child's latest referral. More than this list holds before that one
    # can only lie before the first row, too.
    unlisted = table.referrals_last_12_months > table.counted_here
    newest = ibis.literal(add_working_days(asked.as_at + DAY, -TOO_NEW))
    return table.select(
        **person(table, asked, REFERRED),
        referral_date=table.referral_date,
        referral_source=table.referral_source,
        referral_nfa=table.referral_nfa,
        before=table.before,
        again=table.before.notnull().ifelse(near, unlisted),
        too_new=table.referral_date >= newest,
        assessed_on=table.assessed_on,
    )


def _one_before(rows: ir.Table) -> ir.Table:
    """Referrals with ``before``, the child's last on an earlier day.

    ``counted_here`` is how many of the child's rows lie in the 12 months before the latest.
    """
    keys, day = child_keys(rows), rows.referral_date
    rows = rows.mutate(
        _last=day.lag().over(group_by=keys, order_by=day),
        _latest=day.max().over(group_by=keys),
    )
    # Of several on one day only the first stands after an earlier day: the others take its word.
    new_day = (rows._last < rows.referral_date).ifelse(rows._last, None)
    within = (rows.referral_date < rows._latest) & (
        rows.referral_date >= earlier(rows._latest, YEAR)
    )
    before = new_day.max().over(group_by=[*keys, "referral_date"])
    known = rows.child_id.notnull()
    return rows.mutate(
        before=known.ifelse(before, None),
        counted_here=known.ifelse(within.fill_null(False).sum().over(group_by=keys), 0),
    ).drop("_last", "_latest")


def _with_last_referral(data: Data, table: ir.Table) -> ir.Table:
    referred = data[REFERRED]
    last = referred.group_by(child_keys(referred)).agg(last_referral=referred.referral_date.max())
    return alongside(table, last)


def _assessed_after(data: Data, table: ir.Table) -> ir.Table:
    """Referrals with ``assessed_on``, when the first assessment on or after them began."""
    keys = child_keys(table)
    assessed = data[ASSESSED]
    shared = [name for name in keys if name in assessed.columns]
    assessed = assessed.select(**{f"_{k}": k for k in shared}, _started="assessment_start_date")
    found = table.select(**{f"_of_{k}": k for k in keys}, _on="referral_date")
    after = [found[f"_of_{k}"] == assessed[f"_{k}"] for k in shared]
    joined = found.join(assessed, [*after, assessed._started >= found._on])
    first = joined.group_by([f"_of_{k}" for k in keys] + ["_on"]).agg(
        assessed_on=joined._started.min()
    )
    on = [table[k] == first[f"_of_{k}"] for k in keys] + [table.referral_date == first._on]
    return table.left_join(first, on).drop("_on", *(f"_of_{k}" for k in keys))
