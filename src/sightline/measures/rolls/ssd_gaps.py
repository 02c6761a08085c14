"""Rolls of the gaps between visits from the SSD: what each gap was, and whether it kept to time.

A gap runs from the start of a plan or a placement to the first visit, from one visit to the next,
and from the last to the end, or to the day where it goes on. Two visits on one day are one.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sightline.measures.asked import Asked
from sightline.measures.data import Data
from sightline.measures.days import with_working_days
from sightline.measures.limits import Limit
from sightline.measures.rolls.people_ssd import (
    LEGAL,
    ORIGINS,
    looked_up,
    of_period,
    one_each,
    person_ssd,
    roll_ssd,
    without_short_breaks,
)
from sightline.measures.rolls.ssd_protection import NEED_PLANS, PLANS

if TYPE_CHECKING:
    import ibis.expr.types as ir

CP_VISITS, CIN_VISITS = "ssd.ssd_cp_visits", "ssd.ssd_cin_visits"
PLACED, CARE_VISITS = "ssd.ssd_cla_placement", "ssd.ssd_cla_visits"
CARE_REVIEWS = "ssd.ssd_cla_reviews"
_SHOWN = ("since", "until", "days", "in_time")
TO_18 = ("U1", "U4")
WITH_PARENTS, INTERIM = "P1", "C1"


@roll_ssd("ssd_cp_visit_gaps", "gap between visits", "gaps between visits", (PLANS, CP_VISITS),
          _SHOWN, windowed=True)  # fmt: skip
def ssd_cp_visit_gaps(data: Data, asked: Asked) -> ir.Table:
    """Gaps between visits at which a child on a protection plan was seen, ended in the window."""
    spans = one_each(
        data[PLANS], "cppl_cp_plan_id", child="cppl_person_id", start="cppl_cp_plan_start_date",
        end="cppl_cp_plan_end_date",
    ).rename(span="cppl_cp_plan_id")  # fmt: skip
    visits = data[CP_VISITS]
    visits = visits.filter(visits.cppv_cp_visit_seen == "Y")
    visits = visits.select(of="cppv_cp_plan_id", day="cppv_cp_visit_date", **_origin(visits))
    table = _kept(_gaps(spans, "span", visits, asked), asked.settings.cp_visit)
    return _shown(data, asked, table, (PLANS, CP_VISITS), "CPP")


@roll_ssd("ssd_cin_visit_gaps", "gap between visits", "gaps between visits",
          (NEED_PLANS, CIN_VISITS), _SHOWN, windowed=True)  # fmt: skip
def ssd_cin_visit_gaps(data: Data, asked: Asked) -> ir.Table:
    """Gaps between visits to a child while a child in need plan ran, ended in the window."""
    spans = one_each(
        data[NEED_PLANS], "cinp_cin_plan_id", child="cinp_person_id",
        start="cinp_cin_plan_start_date", end="cinp_cin_plan_end_date",
    ).rename(span="cinp_cin_plan_id")  # fmt: skip
    visits = data[CIN_VISITS]
    visits = visits.select(of="cinv_person_id", day="cinv_cin_visit_date", **_origin(visits))
    table = _kept(_gaps(spans, "child", visits, asked), asked.settings.cin_visit)
    return _shown(data, asked, table, (NEED_PLANS, CIN_VISITS), "CIN")


@roll_ssd("ssd_care_visit_gaps", "gap between visits", "gaps between visits", (PLACED, CARE_VISITS),
          _SHOWN, windowed=True)  # fmt: skip
def ssd_care_visit_gaps(data: Data, asked: Asked) -> ir.Table:
    """Gaps between visits to a child in a placement, ended in the window."""
    spans = one_each(
        data[PLACED], "clap_cla_placement_id", period="clap_cla_id",
        start="clap_cla_placement_start_date", end="clap_cla_placement_end_date",
        kind="clap_cla_placement_type",
    ).rename(span="clap_cla_placement_id")  # fmt: skip
    spans = of_period(data, spans, "period", "child")
    visits = data[CARE_VISITS]
    visits = visits.select(of="clav_cla_id", day="clav_cla_visit_date", **_origin(visits))
    table = _gaps(spans, "period", visits, asked, ("period", "kind"))
    table = without_short_breaks(data, table, "child")
    return _shown(data, asked, _by_regulation(data, table), (PLACED, CARE_VISITS), "CLA")


def _origin(rows: ir.Table) -> dict[str, Any]:
    return {name: rows[name] for name in ORIGINS}


def _gaps(
    spans: ir.Table, by: str, visits: ir.Table, asked: Asked, kept: tuple[str, ...] = ()
) -> ir.Table:
    """The gaps of a day or more that ended in the window, with the row that ended each.

    ``spans`` have ``span``, ``child``, ``start`` and ``end``; ``visits`` belong to those whose
    ``by`` is their ``of``, while they run.
    """
    import ibis

    begun = spans.filter(spans.start <= asked.today)
    ends = ibis.least(ibis.coalesce(begun.end, asked.today), asked.today)
    spans = begun.mutate(end=ends.cast("date"))
    spans = spans.filter(spans.end >= ibis.literal(asked.start))
    keys = ("span", "child", "start", *kept)
    open_ = spans.rename({f"_plan{name}": name for name in ORIGINS})
    joined = open_.join(
        visits, [open_[by] == visits.of, visits.day >= open_.start, visits.day <= open_.end]
    )
    # Of the visits before the window only the last is looked at: they are one to the engine.
    before_it = ibis.literal(asked.start - timedelta(days=1))
    seen = joined.group_by(*keys, _on=ibis.greatest(joined.day, before_it)).agg(
        **{n: joined[n].min() for n in ORIGINS}, day=joined.day.max(), last=False
    )
    closing = spans.select(*keys, *ORIGINS, day="end", last=True)
    events = seen.select(*closing.columns).union(closing)
    before = events.day.lag().over(group_by=events.span, order_by=[events.day, events.last])
    events = events.mutate(visited=before)
    events = events.mutate(since=events.visited.fill_null(events.start))
    return events.filter(asked.within(events.day), events.day > events.since)


def _kept(table: ir.Table, limit: Limit | None) -> ir.Table:
    """Gaps with whether they are within a local standard; null where there is none."""
    import ibis

    if limit is None:
        return table.mutate(in_time=ibis.null(bool))
    if limit.unit == "working_days":
        table = with_working_days(table, {"_took": ("since", "day")})
        return table.mutate(in_time=table._took <= limit.n)
    if limit.unit == "months":
        return table.mutate(in_time=table.day <= table.since + ibis.interval(months=limit.n))
    return table.mutate(in_time=_took(table) <= limit.days)


def _by_regulation(data: Data, table: ir.Table) -> ir.Table:
    """Gaps with whether they are within the interval of regulation 28 for such a placement."""
    import ibis

    table = _with_first_review(data, _with_interim_order(data, table))
    first = table.visited.isnull()
    at_home = (table.kind == WITH_PARENTS).fill_null(False) & table.since.between(
        table.interim_from, table.interim_to
    ).fill_null(False)
    weekly = at_home & (table.first_review.isnull() | (table.since < table.first_review))
    year = table.since < table.start + ibis.interval(months=12)
    long_term = table.kind.isin(TO_18).fill_null(False)
    took = _took(table)
    return table.mutate(
        in_time=ibis.cases(
            (first | weekly, took <= 7),
            (at_home, took <= 28),
            (~year & long_term, table.day <= table.since + ibis.interval(months=3)),
            else_=took <= 42,
        )
    )


def _with_interim_order(data: Data, table: ir.Table) -> ir.Table:
    """When the child was on interim care orders: from the first to the last."""
    import ibis

    rows = data[LEGAL]
    rows = rows.filter(rows.lega_legal_status == INTERIM)
    over = rows.lega_legal_status_end_date.fill_null(ibis.literal(data.as_at))
    orders = rows.group_by(_of=rows.lega_person_id).agg(
        interim_from=rows.lega_legal_status_start_date.min(), interim_to=over.max()
    )
    return table.left_join(orders, table.child == orders._of).drop("_of")


def _with_first_review(data: Data, table: ir.Table) -> ir.Table:
    rows = data[CARE_REVIEWS]
    rows = rows.filter((rows.clar_cla_review_cancelled != "Y").fill_null(True))
    return looked_up(table, "period", rows, "clar_cla_id", first_review="clar_cla_review_date")


def _took(table: ir.Table) -> ir.IntegerColumn:
    took: ir.IntegerColumn = table.day.delta(table.since, unit="day")
    return took


def _shown(
    data: Data, asked: Asked, table: ir.Table, lists: tuple[str, str], plan: str
) -> ir.Table:
    import ibis

    fixed = {"plan_type": ibis.literal(plan)}
    table, who = person_ssd(data, table, asked, lists[0], "child", **fixed)
    columns = {**who, "_list": table.last.ifelse(*lists)}
    return table.select(
        **columns, since=table.since, until=table.day, days=_took(table), in_time=table.in_time
    )
