"""Planters within lists 10 and 11: adoption and adopters."""

from __future__ import annotations

from datetime import date, timedelta

from sightline.synthesize.dirt.declare import Change, Place, plants

_DAYS = timedelta(days=25)
_STAGES = (
    ("stage1_start_date", "enquiry_date"),
    ("stage1_end_date", "stage1_start_date"),
    ("stage2_start_date", "stage1_end_date"),
    ("stage2_end_date", "stage2_start_date"),
    ("placed_date", "match_date"),
    ("adoption_order_date", "placed_date"),
)
_STEPS = (
    ("should_be_placed_date", "entered_care_date"),
    ("placement_order_date", "should_be_placed_date"),
    ("placed_date", "match_date"),
    ("adoption_order_date", "placed_date"),
    ("ffa_placement_date", "entered_care_date"),
)


def _out_of_order(at: Place, pairs: tuple[tuple[str, str], ...]) -> Change | None:
    """One date before the one that it follows, without leaving the window."""
    known = [pair for pair in pairs if None not in (at[pair[0]], at[pair[1]])]
    late = [pair for pair in known if _may_move(at, *pair)]
    if not late:
        return None
    column, before = at.pick(late)
    return at.change(column, at[before] - at.days(1, 20))


def _may_move(at: Place, column: str, before: str) -> bool:
    """Not an order out of the list's window."""
    return column != "adoption_order_date" or at[before] >= at.window + _DAYS


@plants("W37", "adoption")
def steps_out_of_order(at: Place) -> Change | None:
    """Reported at the step that now comes before the one that it follows."""
    return _out_of_order(at, _STEPS)


@plants("W38", "adoption")
def reversed_and_adopted(at: Place) -> Change | None:
    """Both, or a reversal without its reason, or the reverse; reported at the blank one.

    Where the child is adopted, at the reversal.
    """
    adopted, column = at["adoption_order_date"], "no_longer_placed_date"
    if adopted is not None:
        day = max(at["should_be_placed_date"], at.window)
        return at.change(column, min(day + at.days(5, 30), at.as_at), **_REASON)
    if at[column] is None:
        return at.change("no_longer_placed_reason", "RD4", column)
    return at.change("no_longer_placed_reason", None)


_REASON = {"no_longer_placed_reason": "RD4"}


@plants("W39", "adopters")
def stages_out_of_order(at: Place) -> Change | None:
    """Reported at the stage that now comes before the one that it follows."""
    return _out_of_order(at, _STAGES)


@plants("W39", "adopters")
def left_or_reason(at: Place) -> Change | None:
    """Left and adopted, reported at the leaving; or leaving and reason, at the blank one."""
    column, reason = "left_process_date", "left_process_reason"
    if at[column] is not None:
        return at.change(reason, None)
    if at["adoption_order_date"] is None:
        return at.change(reason, "1", column)
    day: date = max(at["enquiry_date"], at.window) + at.days(1, 20)
    return at.change(column, min(day, at.as_at), **{reason: "1"})


@plants("X16", "adoption")
def family_not_listed(at: Place) -> Change | None:
    """Reported at the family in list 10."""
    return at.change("family_id", "AF-none") if at["family_id"] is not None else None
