"""Rolls of children in care from the SSD: periods of care, placements, reviews, short breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sightline.measures.asked import Asked
from sightline.measures.data import Data
from sightline.measures.days import add_working_days_to
from sightline.measures.rolls.people_ssd import (
    LEGAL,
    ORIGINS,
    PERIODS,
    births,
    first_of_each,
    of_period,
    person_ssd,
    roll_ssd,
    without_short_breaks,
)
from sightline.measures.rolls.ssd_gaps import CARE_REVIEWS, CARE_VISITS, PLACED
from sightline.standards.codes import code_set

if TYPE_CHECKING:
    import ibis.expr.types as ir

HEALTH = "ssd.ssd_cla_health"
# Words of a first health assessment, and of checks that were not held.
_FIRST_HEALTH = "initial|^iha$|(^| )iha( |$)"
_NOT_HELD = "cancel|not attend|did not|not held|dna|declin|refus|book|plan|schedul|due|outstanding"


@roll_ssd("ssd_care_periods", "period of care", "periods of care", PERIODS,
          ("entered_on", "left_on", "first_health_on", "first_health_due"))  # fmt: skip
def ssd_care_periods(data: Data, asked: Asked) -> ir.Table:
    """Periods of care, each with its first health assessment and the day that was due by."""
    table = add_working_days_to(care_periods(data), "entered_on", 20, "first_health_due")
    rows = data[HEALTH]
    kind = rows.clah_health_check_type.lower()
    held = ~rows.clah_health_check_status.lower().re_search(_NOT_HELD).fill_null(False)
    rows = rows.filter(kind.re_search(_FIRST_HEALTH) & ~kind.contains("dent"), held)
    rows = rows.select(_of="clah_person_id", _on="clah_health_check_date")
    joined = table.join(rows, [table.child == rows._of, rows._on >= table.entered_on])
    first = joined.group_by(_period=joined.period).agg(first_health_on=joined._on.min())
    table = table.left_join(first, table.period == first._period).drop("_period")
    table, who = person_ssd(data, table, asked, PERIODS, "child")
    names = ("entered_on", "left_on", "first_health_on", "first_health_due")
    return table.select(**who, **{name: table[name] for name in names})


@roll_ssd("ssd_placements", "placement", "placements", PLACED,
          ("started_on", "ended_on", "change_reason", "visited_on"))  # fmt: skip
def ssd_placements(data: Data, asked: Asked) -> ir.Table:
    """Placements, each with the first visit in its first week."""
    import ibis

    table = of_period(data, data[PLACED], "clap_cla_id", "_person")
    table = table.mutate(child=table.clap_person_id.fill_null(table._person))
    own = table.select(_of="clap_cla_id", _on="clap_cla_placement_start_date").distinct()
    visits = data[CARE_VISITS].select(_period="clav_cla_id", _day="clav_cla_visit_date")
    week = visits._day.between(own._on, (own._on + ibis.interval(days=7)).cast("date"))
    joined = own.join(visits, [own._of == visits._period, week])
    first = joined.group_by("_of", "_on").agg(visited_on=joined._day.min())
    same = [table.clap_cla_id == first._of, table.clap_cla_placement_start_date == first._on]
    table = without_short_breaks(data, table.left_join(first, same).drop("_of", "_on"), "child")
    table, who = person_ssd(data, table, asked, PLACED, "child")
    return table.select(
        **who,
        started_on=table.clap_cla_placement_start_date,
        ended_on=table.clap_cla_placement_end_date,
        change_reason=table.clap_cla_placement_change_reason,
        visited_on=table.visited_on,
    )


@roll_ssd("ssd_care_reviews", "review of a child in care", "reviews of children in care",
          (CARE_REVIEWS, PERIODS), ("held_on", "participation"))  # fmt: skip
def ssd_care_reviews(data: Data, asked: Asked) -> ir.Table:
    """Reviews that were not cancelled, with the child whom they were about."""
    rows = data[CARE_REVIEWS]
    rows = rows.filter((rows.clar_cla_review_cancelled != "Y").fill_null(True))
    table = of_period(data, rows, "clar_cla_id", "child")
    born = births(data)
    table = table.left_join(born, table.child == born._child)
    table, who = person_ssd(data, table, asked, CARE_REVIEWS, "child")
    return table.select(
        **who,
        date_of_birth=table.date_of_birth,
        held_on=table.clar_cla_review_date,
        participation=table.clar_cla_review_participation,
    )


@roll_ssd("ssd_short_breaks", "child with short breaks", "children with short breaks", LEGAL,
          ("status", "since"))  # fmt: skip
def ssd_short_breaks(data: Data, asked: Asked) -> ir.Table:
    """Children with a legal status of short breaks as at the day."""
    rows = data[LEGAL]
    start, end = rows.lega_legal_status_start_date, rows.lega_legal_status_end_date
    resting = rows.lega_legal_status.isin(code_set("legal_status").tagged("short breaks"))
    rows = rows.filter(resting, asked.is_open(start, end))
    rows = first_of_each(rows, "lega_person_id", rows.lega_legal_status_start_date.desc())
    table, who = person_ssd(data, rows, asked, LEGAL, "lega_person_id")
    return table.select(
        **{**who, "legal_status": table.lega_legal_status},
        status=table.lega_legal_status,
        since=table.lega_legal_status_start_date,
    )


def care_periods(data: Data) -> ir.Table:
    """A row for each period of care: ``period``, ``child``, ``entered_on``, ``left_on``.

    A period goes on while one of its episodes has no end. Children with short breaks alone are
    left out. Where the row came from is where its earliest row is.
    """
    return data.shared(("periods of care",), lambda: _care_periods(data))


def _care_periods(data: Data) -> ir.Table:
    rows = data[PERIODS]
    start, end = rows.clae_cla_episode_start_date, rows.clae_cla_episode_ceased_date
    rows = rows.filter(rows.clae_cla_id.notnull(), start.notnull())
    entered = rows.clae_entered_care_date.fill_null(start)
    table = rows.group_by(period=rows.clae_cla_id).agg(
        child=rows.clae_person_id.min(),
        entered_on=entered.min(),
        _last=end.max(),
        _going_on=end.isnull().sum(),
        **{name: rows[name].min() for name in ORIGINS},
    )
    left = (table._going_on == 0).ifelse(table._last, None)
    table = table.mutate(left_on=left).drop("_last", "_going_on")
    return without_short_breaks(data, table, "child")
