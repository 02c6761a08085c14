"""Rolls of the local lists of pre-proceedings, care proceedings and family meetings before them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sightline.measures.asked import Asked
from sightline.measures.data import Data
from sightline.measures.days import with_working_days
from sightline.measures.declare import roll
from sightline.measures.rolls.local_time import FELL_THROUGH, with_due
from sightline.measures.rolls.people_local import local_person

if TYPE_CHECKING:
    import ibis.expr.types as ir

BEFORE, IN_COURT = "local.pre_proceedings", "local.care_proceedings"
MEETINGS = "local.family_meetings"
START_PRE_PROCEEDINGS = "B"
FAR_AHEAD = date(2999, 12, 31)


@roll("pre_proceedings", "child in pre-proceedings", "children in pre-proceedings", BEFORE,
      ("started_on", "letter_on", "first_meeting_on", "ended_on", "outcome"))  # fmt: skip
def pre_proceedings(data: Data, asked: Asked) -> ir.Table:
    """Periods of pre-proceedings of children: from the letter, else from the gateway meeting.

    A child whom the gateway meeting did not send into pre-proceedings, and whose parents had no
    letter, has none.
    """
    rows = with_working_days(
        _begun(data),
        {
            "days_to_meeting": ("letter_on", "first_meeting_on"),
            "days_to_now": ("letter_on", asked.as_at),
        },
    )
    rows = with_due(rows, "letter_on", asked.settings.pre_proceedings_meeting, "meeting_due_on")
    table, who = local_person(data, rows, asked, BEFORE)
    return table.select(
        **who,
        started_on=table.started_on,
        letter_on=table.letter_on,
        first_meeting_on=table.first_meeting_on,
        meeting_due_on=table.meeting_due_on,
        days_to_meeting=table.days_to_meeting,
        ended_on=table.ended_on,
        outcome=table.outcome,
        is_open=asked.is_open(table.started_on, table.ended_on),
    )


@roll("families_before_court", "family in pre-proceedings", "families in pre-proceedings", BEFORE,
      ("started_on", "ended_on", "children"))  # fmt: skip
def families(data: Data, asked: Asked) -> ir.Table:
    """Families in pre-proceedings: children of one family and gateway meeting are one.

    A family's period begins with its first child and ends with its last. A child without a family
    ID is a family alone. Who it is about is the first of its children by identifier.
    """
    import ibis

    rows = _begun(data)
    rows = rows.filter(rows.started_on.notnull())
    rows = rows.mutate(family=rows.family_id.coalesce(rows.child_id, rows._row.cast("string")))
    keys = [rows.family, rows.gateway_on]
    order = [rows.child_id, rows._file, rows._sheet, rows._row]
    last = rows.ended_on.fill_null(ibis.literal(FAR_AHEAD)).max().over(group_by=keys)
    rows = rows.mutate(
        _nth=ibis.row_number().over(group_by=keys, order_by=order),
        _first=rows.started_on.min().over(group_by=keys),
        _last=last,
        children=rows.count().over(group_by=keys),
    )
    table, who = local_person(data, rows.filter(rows._nth == 0).drop("_nth"), asked, BEFORE)
    ended = (table._last == ibis.literal(FAR_AHEAD)).ifelse(ibis.null("date"), table._last)
    until = ibis.least(table._last, asked.today)
    named = with_due(
        table.select(
            **who,
            started_on=table._first,
            ended_on=ended,
            children=table.children,
            is_open=asked.is_open(table._first, ended),
            until=until,
            days=until.delta(table._first, unit="day"),
        ),
        "started_on", asked.settings.pre_proceedings, "due_on",
    )  # fmt: skip
    return named


@roll("care_proceedings", "child in care proceedings", "children in care proceedings", IN_COURT,
      ("issued_on", "ended_on", "final_order", "days"))  # fmt: skip
def care_proceedings(data: Data, asked: Asked) -> ir.Table:
    """Care proceedings of children, with the family meetings offered and held before the issue."""
    rows = data[IN_COURT]
    meetings = data[MEETINGS].select(
        _child="child_id", _offered="offered_on", _held="held_on", _status="status"
    )
    issued = rows.select("child_id", _issued="issued_on").distinct()
    joined = issued.join(meetings, issued.child_id == meetings._child)
    fell_through = joined._status.isin(FELL_THROUGH)
    found = joined.group_by(_of="child_id", _on="_issued").agg(
        offered=(joined._offered <= joined._issued).any(),
        held=((joined._held <= joined._issued) & ~fell_through.fill_null(False)).any(),
    )
    same = [rows.child_id == found._of, rows.issued_on == found._on]
    table, who = local_person(data, rows.left_join(found, same), asked, IN_COURT)
    return table.select(
        **who,
        issued_on=table.issued_on,
        ended_on=table.ended_on,
        final_order=table.final_order,
        through_pre_proceedings=table.through_pre_proceedings,
        is_open=asked.is_open(table.issued_on, table.ended_on),
        days=table.ended_on.delta(table.issued_on, unit="day"),
        days_open=asked.today.delta(table.issued_on, unit="day"),
        meeting_offered=table.offered.fill_null(False),
        meeting_held=table.held.fill_null(False),
    )


def _begun(data: Data) -> ir.Table:
    """Children at a gateway meeting, with the start of pre-proceedings where there was one."""
    import ibis

    rows = data[BEFORE]
    sent = rows.gateway_outcome == START_PRE_PROCEEDINGS
    at_meeting = sent.ifelse(rows.gateway_on, ibis.null("date"))
    return rows.mutate(started_on=rows.letter_on.coalesce(at_meeting))
