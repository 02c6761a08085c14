"""The local lists of private fostering: arrangements, and visits to them."""

from __future__ import annotations

from sightline.standards.declare import Code, Date, Id, Period, Table, Text
from sightline.standards.local import about
from sightline.standards.sources import LOCAL


class PrivateFostering(
    Table,
    standard="local",
    partial=True,
    title="Private fostering",
    period=Period.TWELVE_MONTHS,
    sheets=("Private fostering arrangements", "Private fostering register", "PF"),
    source=LOCAL.at("for measure PF01; SI 2005/1533"),
):
    """Private fostering arrangements in force now, notified in the last twelve months, or ended in
    them: a row for each child and arrangement."""

    child_id = about.child_id()
    arrangement_id = Id("Arrangement ID", aliases=("PF ID", "Reference"))
    arrangement_kind = Code(
        "Kind of arrangement",
        codes="private_fostering_kind",
        aliases=("Private fostering category", "Arrangement type"),
        description="As in the factors of an assessment, 8B to 8F.",
    )
    notified_by = Code("Notified by", codes="notified_by", open=True)
    aware_on = Date(
        "Date authority became aware",
        required=True,
        aliases=("Notification date", "Date of notification", "Date notified"),
        description="By notice or otherwise: visits count from it.",
    )
    started_on = Date(
        "Arrangement start date",
        aliases=("Start date",),
        description="When the child went to live there; it may be before the authority knew.",
    )
    first_visit_on = Date(
        "First visit date",
        aliases=("Initial visit date",),
        not_before="aware_on",
        description="Within seven working days of notice.",
    )
    checks_done_on = Date(
        "Checks completed date",
        aliases=("DBS date",),
        description="Checks of the carer and of others in the household.",
    )
    assessed_on = Date(
        "Assessment completed date",
        aliases=("Assessment date",),
        not_before="aware_on",
        description="When the assessment of the arrangement was finished.",
    )
    decision = Code(
        "Decision",
        codes="arrangement_suitable",
        description="Whether the arrangement is suitable.",
    )
    ended_on = Date(
        "Arrangement end date",
        aliases=("End date",),
        not_before=("started_on", "aware_on"),
        pairs_with="end_reason",
        blank_when="it goes on",
    )
    end_reason = Code(
        "Reason ended",
        codes="arrangement_end",
        open=True,
        aliases=("End reason",),
        blank_when="it goes on",
    )
    team = about.team()
    worker = about.worker()


class PrivateFosteringVisits(
    Table,
    standard="local",
    partial=True,
    title="Private fostering visits",
    period=Period.HISTORY,
    sheets=("PF visits",),
    source=LOCAL.at("for measure PF02; SI 2005/1533 regulation 8"),
):
    """Visits to children who are privately fostered: a row for each child and visit. Six weeks
    apart at most in the first year, twelve after it."""

    child_id = about.child_id()
    arrangement_id = Id("Arrangement ID", aliases=("PF ID",))
    visited_on = Date("Visit date", required=True, aliases=("Date of visit",))
    child_seen = about.asked("Child seen", "Whether the child was seen.", "Seen")
    seen_alone = about.asked(
        "Child seen alone", "Unless that was not right for the child.", "Seen alone"
    )
    carer_seen = about.asked("Carer seen", "Whether the carer was seen.")
    report_written_on = Date(
        "Report date",
        not_before="visited_on",
        description="Each visit needs a written report.",
    )
    worker = Text("Worker", aliases=("Visiting worker",), description="Who visited.")
