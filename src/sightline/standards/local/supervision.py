"""The local list of supervision: of work with a child, and of workers."""

from __future__ import annotations

from sightline.standards.declare import Code, Count, Date, Id, Period, Table, Text
from sightline.standards.local import about
from sightline.standards.sources import LOCAL


class Supervision(
    Table,
    standard="local",
    partial=True,
    title="Supervision",
    period=Period.TWELVE_MONTHS,
    sheets=("Case supervision", "Supervisions", "Management oversight"),
    source=LOCAL.at("for measures WF11 and WF12; employer standard 5"),
):
    """Supervision held in the last twelve months. A session that discusses six children has six
    rows, one for each; a worker's own session has a row without a child."""

    worker_id = Id(
        "Worker ID",
        key=True,
        required=True,
        aliases=("Supervisee ID", "Staff ID"),
        description="The worker supervised, as in the list of workforce.",
    )
    worker_name = Text(
        "Worker", aliases=("Supervisee", "Worker name"), description="The worker's name."
    )
    child_id = about.about_child()
    session_kind = Code(
        "Kind of supervision",
        codes="supervision_kind",
        required=True,
        aliases=("Type of supervision", "Supervision type"),
        description="Of work with a child, a worker's own session, or in a group.",
    )
    team = about.team()
    supervisor_id = Id("Supervisor ID", aliases=("Manager ID",), description="Who supervised.")
    supervisor_name = Text("Supervisor", aliases=("Manager", "Supervisor name"))
    due_on = about.due_on()
    held_on = Date(
        "Date held",
        aliases=("Supervision date", "Date of supervision", "Actual date"),
        blank_when="it was cancelled or is to come",
        description="When supervision took place.",
    )
    status = about.status()
    minutes = Count(
        "Minutes", aliases=("Duration (minutes)", "Length"), description="How long it lasted."
    )
    reflection_recorded = about.asked(
        "Reflection recorded",
        "Whether the record shows reflection on what life is like for the child.",
        "Reflective",
    )
    actions_recorded = about.asked(
        "Actions recorded",
        "Whether it sets actions that say who does what by when.",
        "SMART actions",
    )
    earlier_actions_reviewed = about.asked(
        "Earlier actions reviewed", "Whether actions of the last session were looked at."
    )
    plan_changed = about.asked(
        "Effect on plan recorded", "Whether the record says what it means for the child's plan."
    )
    recorded_on = about.recorded_on("held_on")
