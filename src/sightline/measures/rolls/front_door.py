"""Rolls of the front door: contacts, early help and referrals, by event and by child."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sightline.measures.asked import Asked
from sightline.measures.data import Data
from sightline.measures.declare import roll
from sightline.measures.rolls.people import person

if TYPE_CHECKING:
    import ibis.expr.types as ir

CONTACTS, HELPED, REFERRED = "annex_a.contacts", "annex_a.early_help", "annex_a.referrals"
ASSESSED = "annex_a.assessments"


@roll("contacts", "contact", "contacts", CONTACTS, ("contact_date", "contact_source"))
def contacts(data: Data, asked: Asked) -> ir.Table:
    """Contacts in the window."""
    table = data[CONTACTS]
    return table.select(
        **person(table, asked, CONTACTS),
        contact_date=table.contact_date,
        contact_source=table.contact_source,
    )


@roll("children_contacted", "child", "children with a contact", CONTACTS,
      ("contacts", "first_contact", "referred_after"), windowed=True)  # fmt: skip
def children_contacted(data: Data, asked: Asked) -> ir.Table:
    """Children with a contact in the window: how many, the first, and a referral on or after it."""
    rows = data[CONTACTS]
    rows = rows.filter(asked.within(rows.contact_date))
    firsts = _one_each(rows, rows.contact_date)
    table = rows.group_by("child_id").agg(
        contacts=rows.count(), first_contact=rows.contact_date.min()
    )
    table = _referred_after(data, table, "first_contact")
    joined = firsts.join(table, "child_id")
    return joined.select(
        **person(joined, asked, CONTACTS),
        contacts=joined.contacts,
        first_contact=joined.first_contact,
        referred_after=joined.referred_after,
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
        days=table.assessment_completion_date.delta(table.assessment_start_date, unit="day"),
    )


@roll("children_helped_early", "child", "children helped early", HELPED,
      ("first_started", "referred_after"))  # fmt: skip
def children_helped_early(data: Data, asked: Asked) -> ir.Table:
    """Children in the early help list: the first start, and a referral after it."""
    rows = data[HELPED]
    firsts = _one_each(rows, rows.assessment_start_date)
    table = rows.group_by("child_id").agg(first_started=rows.assessment_start_date.min())
    table = _referred_after(data, table, "first_started", later=True)
    joined = firsts.join(table, "child_id")
    return joined.select(
        **person(joined, asked, HELPED),
        first_started=joined.first_started,
        referred_after=joined.referred_after,
    )


@roll("referrals", "referral", "referrals", REFERRED,
      ("referral_date", "referral_source", "referral_nfa", "before", "assessed_on"))  # fmt: skip
def referrals(data: Data, asked: Asked) -> ir.Table:
    """Referrals, each with the one before it in this list and the assessment that followed."""
    import ibis

    rows = data[REFERRED]
    rows = rows.mutate(
        before=rows.referral_date.lag().over(group_by="child_id", order_by="referral_date"),
        rows_of_child=rows.count().over(group_by="child_id"),
    )
    table = _assessed_after(data, rows)
    near = table.before >= table.referral_date - ibis.interval(months=12)
    again = ibis.cases(
        (near, True),
        (table.rows_of_child > 1, False),
        else_=table.referrals_last_12_months >= 1,
    )
    # The count belongs to the latest referral: where a child has several rows, only the rows tell.
    again = (table.before.isnull() & (table.rows_of_child > 1)).ifelse(None, again)
    return table.select(
        **person(table, asked, REFERRED),
        referral_date=table.referral_date,
        referral_source=table.referral_source,
        referral_nfa=table.referral_nfa,
        before=table.before,
        again=again,
        assessed_on=table.assessed_on,
    )


def _one_each(rows: ir.Table, order: ir.DateColumn) -> ir.Table:
    import ibis

    numbered = rows.mutate(
        _nth=ibis.row_number().over(
            group_by=[rows.child_id], order_by=[order, rows._file, rows._sheet, rows._row]
        )
    )
    return numbered.filter(numbered._nth == 0).drop("_nth")


def _referred_after(data: Data, table: ir.Table, since: str, later: bool = False) -> ir.Table:
    """The first referral of a child on or after a date, or after it."""
    referred = data[REFERRED].select(_child="child_id", _referred="referral_date")
    after = referred._referred > table[since] if later else referred._referred >= table[since]
    joined = table.left_join(referred, [table.child_id == referred._child, after])
    return joined.group_by(table.columns).agg(referred_after=joined._referred.min())


def _assessed_after(data: Data, table: ir.Table) -> ir.Table:
    """The first assessment of a child on or after a referral and before the next of theirs."""
    assessed = data[ASSESSED].select(_child="child_id", _started="assessment_start_date")
    found = table.select(_of="child_id", _on="referral_date").distinct()
    after = [found._of == assessed._child, assessed._started >= found._on]
    joined = found.join(assessed, after)
    first = joined.group_by("_of", "_on").agg(assessed_on=joined._started.min())
    on = [table.child_id == first._of, table.referral_date == first._on]
    return table.left_join(first, on).drop("_of", "_on")
