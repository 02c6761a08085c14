"""The local list of complaints and compliments."""

from __future__ import annotations

from sightline.standards.declare import Code, Date, Id, Period, Table, Text, YesNo
from sightline.standards.local import about
from sightline.standards.sources import LOCAL


class Complaints(
    Table,
    standard="local",
    partial=True,
    title="Complaints",
    period=Period.TWELVE_MONTHS,
    sheets=("Complaint", "Complaints and compliments", "Representations", "Compliments"),
    source=LOCAL.at("for measure QA04; SI 2006/1738"),
):
    """Complaints, compliments and other representations received in the last twelve months: a row
    for each, and for each stage that it reached."""

    complaint_id = Id(
        "Complaint ID",
        key=True,
        required=True,
        aliases=("Complaint reference", "Reference"),
        description="The same for all stages of one complaint.",
    )
    child_id = about.about_child()
    complaint_kind = Code("Kind", codes="complaint_kind", aliases=("Type",))
    stage = Code("Stage", codes="complaint_stage", aliases=("Complaint stage",))
    made_by = Code("Made by", codes="complaint_by", open=True, aliases=("Complainant",))
    received_on = Date(
        "Date received",
        required=True,
        aliases=("Received date", "Date of complaint"),
        description="At this stage.",
    )
    acknowledged_on = Date("Date acknowledged", not_before="received_on")
    due_on = about.due_on()
    extended = YesNo(
        "Extended",
        aliases=("Extension agreed",),
        description="Whether more time was agreed, because it is complex.",
    )
    answered_on = Date(
        "Date answered",
        aliases=("Response date", "Date closed", "Date of response"),
        not_before="received_on",
        blank_when="it is open",
    )
    outcome = Code("Outcome", codes="complaint_outcome", blank_when="it is open")
    subject = Text("Subject", aliases=("Theme", "Nature of complaint"))
    advocate_offered = about.asked(
        "Advocate offered", "To a child or young person who complains.", "Advocacy offered"
    )
    learning = Text("Learning", aliases=("Lessons learned",), description="What changed after it.")
    team = about.team()
    worker = about.worker()
