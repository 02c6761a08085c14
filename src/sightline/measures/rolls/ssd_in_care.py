"""Rolls of a child in care as at a day from the SSD: health, moves, workers, reviews in a year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sightline.measures.asked import Asked
from sightline.measures.data import Data
from sightline.measures.days import add_working_days_to
from sightline.measures.rolls.people import age_on
from sightline.measures.rolls.people_ssd import (
    PERIODS,
    births,
    first_of_each,
    looked_up,
    of_period,
    person_ssd,
    roll_ssd,
)
from sightline.measures.rolls.ssd_care import care_periods
from sightline.measures.rolls.ssd_gaps import CARE_REVIEWS, PLACED
from sightline.measures.rolls.ssd_workers import workers_within
from sightline.standards.codes import code_set

if TYPE_CHECKING:
    import ibis.expr.types as ir

IMMUNISED, SCORED = "ssd.ssd_cla_immunisations", "ssd.ssd_sdq_scores"
CONVICTED, MISUSED = "ssd.ssd_cla_convictions", "ssd.ssd_cla_substance_misuse"
NOT_KNOWN = 999


@roll_ssd("ssd_in_care", "child in care", "children in care", PERIODS,
          ("entered_on", "immunised", "placed_on", "distance"))  # fmt: skip
def ssd_in_care(data: Data, asked: Asked) -> ir.Table:
    """Children in care as at the day, with their placement and their immunisations."""
    table = looked_up(
        _in_care(data, asked), "child", data[IMMUNISED], "clai_person_id",
        immunised="clai_immunisations_status",
    )  # fmt: skip
    placed = data[PLACED]
    start, end = placed.clap_cla_placement_start_date, placed.clap_cla_placement_end_date
    placed = placed.filter(asked.is_open(start, end))
    latest = first_of_each(placed, "clap_cla_id", placed.clap_cla_placement_start_date.desc())
    latest = latest.select(
        _period="clap_cla_id", placed_on="clap_cla_placement_start_date",
        distance="clap_cla_placement_distance",
    )  # fmt: skip
    table = table.left_join(latest, table.period == latest._period).drop("_period")
    table, who = person_ssd(data, table, asked, PERIODS, "child")
    known = table.distance < NOT_KNOWN
    return table.select(
        **who,
        entered_on=table.entered_on,
        immunised=table.immunised,
        placed_on=table.placed_on,
        distance=known.ifelse(table.distance, None),
    )


@roll_ssd("ssd_year_in_care", "child in care", "children in care", PERIODS,
          ("entered_on", "placements", "workers", "scored_on", "score"), windowed=True)  # fmt: skip
def ssd_year_in_care(data: Data, asked: Asked) -> ir.Table:
    """Children in care at the end of the window, and what happened to them in it."""
    table = _in_care(data, asked)
    for found in (_placed(data, asked), _scored(data, asked), workers_within(data, asked)):
        table = table.left_join(found, table.child == found._of).drop("_of")
    table = _happened(data, asked, table)
    born = births(data)
    table = table.left_join(born, table.child == born._child)
    table, who = person_ssd(data, table, asked, PERIODS, "child")
    return table.select(
        **who,
        entered_on=table.entered_on,
        age_then=age_on(table.date_of_birth, asked.end),
        placements=table.placements.fill_null(0),
        workers=table.workers.fill_null(0),
        scored_on=table.scored_on,
        score=table.score,
        convicted=table.convicted,
        misused=table.misused,
    )


@roll_ssd("ssd_year_of_reviews", "child in care", "children in care", (PERIODS, CARE_REVIEWS),
          ("entered_on", "due", "late"), windowed=True)  # fmt: skip
def ssd_year_of_reviews(data: Data, asked: Asked) -> ir.Table:
    """Periods of care, with the reviews that were due in the window and those that came late."""
    periods = add_working_days_to(care_periods(data), "entered_on", 20, "first_due")
    rows = _due(data, periods)
    within = asked.within(rows.due_on)
    late = rows.held_on.isnull() | (rows.held_on > rows.due_on)
    counted = rows.group_by(_of=rows._period).agg(
        due=within.sum(),
        late=(within & late).sum(),
        held=rows.held_on.count(),
        last_held=rows.held_on.max(),
        waiting=rows.held_on.isnull().sum(),
    )
    table = periods.left_join(counted, periods.period == counted._of).drop("_of")
    table = table.mutate(missed=_missed(table, asked).ifelse(1, 0))
    table, who = person_ssd(data, table, asked, PERIODS, "child")
    return table.select(
        **who,
        entered_on=table.entered_on,
        due=table.due.fill_null(0) + table.missed,
        late=table.late.fill_null(0) + table.missed,
    )


def _due(data: Data, periods: ir.Table) -> ir.Table:
    """Reviews that were not cancelled, each with when it was due: as recorded, else reckoned."""
    import ibis

    rows = data[CARE_REVIEWS]
    key = ibis.coalesce(rows.clar_cla_review_date, rows.clar_cla_review_due_date)
    rows = rows.filter((rows.clar_cla_review_cancelled != "Y").fill_null(True), key.notnull())
    rows = rows.group_by(
        _period="clar_cla_id", held_on="clar_cla_review_date", given="clar_cla_review_due_date"
    ).agg(_rows=rows.count())
    order = ibis.window(
        group_by=rows._period,
        order_by=[ibis.coalesce(rows.held_on, rows.given), rows.held_on, rows.given],
    )
    rows = rows.mutate(nth=ibis.row_number().over(order), before=rows.held_on.lag().over(order))
    joined = rows.join(periods.select("period", "first_due"), rows._period == periods.period)
    reckoned = ibis.cases(
        (joined.nth == 0, joined.first_due),
        (joined.nth == 1, (joined.before + ibis.interval(months=3)).cast("date")),
        else_=(joined.before + ibis.interval(months=6)).cast("date"),
    )
    return joined.mutate(due_on=joined.given.fill_null(reckoned))


def _missed(table: ir.Table, asked: Asked) -> ir.BooleanValue:
    """Whether a review was due in the window of which there is no row at all."""
    import ibis

    held = table.held.fill_null(0)
    due = ibis.cases(
        (held == 0, table.first_due),
        (held == 1, (table.last_held + ibis.interval(months=3)).cast("date")),
        else_=(table.last_held + ibis.interval(months=6)).cast("date"),
    )
    in_care = table.left_on.isnull() | (table.left_on > due)
    missed = (table.waiting.fill_null(0) == 0) & asked.within(due) & in_care
    return missed.fill_null(False)


def _in_care(data: Data, asked: Asked) -> ir.Table:
    """The period of care of each child who is in care at the end of the window: the latest."""
    import ibis

    periods = care_periods(data)
    end = ibis.literal(asked.end)
    there = periods.filter(
        periods.entered_on <= end, periods.left_on.isnull() | (periods.left_on > end)
    )
    return first_of_each(there, "child", there.entered_on.desc())


def _placed(data: Data, asked: Asked) -> ir.Table:
    """How many placements of each child overlapped the window, less temporary ones."""
    import ibis

    rows = of_period(data, data[PLACED], "clap_cla_id", "_of")
    start, end = rows.clap_cla_placement_start_date, rows.clap_cla_placement_end_date
    temporary = rows.clap_cla_placement_type.isin(code_set("placement_type").tagged("temporary"))
    rows = rows.filter(
        start <= ibis.literal(asked.end),
        end.isnull() | (end > ibis.literal(asked.start)),
        ~temporary.fill_null(False),
    )
    return rows.group_by("_of").agg(placements=rows.clap_cla_placement_id.nunique())


def _scored(data: Data, asked: Asked) -> ir.Table:
    """The last questionnaire of each child in the window, and the score of the last with one."""
    rows = data[SCORED]
    day = rows.csdq_sdq_completed_date
    rows = rows.filter(asked.within(day))
    # The day goes before the score in one number, so that its greatest is that of the last day.
    number = (day.year() * 10_000 + day.month() * 100 + day.day()).cast("int64")
    both = (number * 100 + rows.csdq_sdq_score).max()
    return rows.group_by(_of=rows.csdq_person_id).agg(
        scored_on=rows.csdq_sdq_completed_date.max(), score=both % 100
    )


def _happened(data: Data, asked: Asked, table: ir.Table) -> ir.Table:
    """The table with whether the child was convicted, or misused substances, in the window."""
    rows = data[CONVICTED]
    table = _whether(table, rows, "clac_person_id", asked.within(rows.clac_cla_conviction_date),
                     "convicted")  # fmt: skip
    rows = data[MISUSED]
    no = rows.clas_substance_misused.strip().lower().isin(("n", "no", "false", "0"))
    when = asked.within(rows.clas_substance_misuse_date) & ~no.fill_null(True)
    return _whether(table, rows, "clas_person_id", when, "misused")


def _whether(table: ir.Table, rows: ir.Table, child: str, when: Any, name: str) -> ir.Table:
    """The table with whether a child has a row of a kind."""
    found = rows.mutate(_when=when.fill_null(False))
    found = found.group_by(_child=found[child]).agg(_any=found._when.any())
    joined = table.left_join(found, table.child == found._child)
    return joined.mutate(**{name: joined._any.fill_null(False)}).drop("_any", "_child")
