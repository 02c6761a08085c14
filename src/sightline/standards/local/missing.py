"""The local list of times missing and of return interviews, with times of day."""

from __future__ import annotations

from sightline.standards.declare import Code, Date, DateTime, Period, Table, Text, YesNo
from sightline.standards.local import about
from sightline.standards.sources import LOCAL


class ReturnInterviews(
    Table,
    standard="local",
    partial=True,
    title="Return interviews",
    period=Period.TWELVE_MONTHS,
    sheets=("RHI", "RHIs", "Return home interviews", "Missing", "Missing episodes"),
    source=LOCAL.at("for measure LA35; children who run away or go missing, 2014"),
):
    """Times that a child went missing, from home or from care, and the interview on return: a row
    for each time. The 72 hours are clock hours, so times of day count."""

    child_id = about.child_id()
    missing_from = Code("Missing from", codes="missing_from", description="Home or care.")
    went_missing_at = DateTime(
        "Went missing (date and time)",
        required=True,
        aliases=("Missing start", "Date and time missing", "Missing from date and time"),
        description="When last seen where expected.",
    )
    returned_at = DateTime(
        "Returned (date and time)",
        aliases=("Missing end", "Date and time returned", "Found date and time", "Date returned"),
        not_before="went_missing_at",
        blank_when="the child is still missing",
        description="When found, or back: the 72 hours count from it.",
    )
    offered = YesNo("Interview offered", aliases=("RHI offered", "Offered"), codes="yes_no_unknown")
    offered_on = Date("Date offered", aliases=("RHI offered date",), not_before="went_missing_at")
    accepted = YesNo(
        "Interview accepted", aliases=("RHI accepted", "Accepted"), codes="yes_no_unknown"
    )
    interviewed_at = DateTime(
        "Interview held (date and time)",
        aliases=("RHI completed", "Interview date", "RHI date", "Date and time of interview"),
        not_before=("went_missing_at", "returned_at"),
        blank_when="none was held",
        description="With no time of day it is taken as the end of that day.",
    )
    interview_status = Code(
        "Interview status",
        codes="interview_status",
        aliases=("RHI status",),
        description="What became of it.",
    )
    interviewer = Code(
        "Interviewed by",
        codes="interviewer",
        open=True,
        description="Someone independent, where it can be.",
    )
    exploitation_risk = about.asked(
        "Exploitation a concern", "Whether it raised or confirmed concern about exploitation."
    )
    plan_changed = about.asked(
        "Safety plan reviewed", "Whether the plan to keep the child safe was reviewed after it."
    )
    where_found = Text("Where found", sensitive=True)
    team = about.team()
    worker = about.worker()
