"""The local list of the workers that each child has had, from start to end."""

from __future__ import annotations

from sightline.standards.declare import Code, Date, Id, Period, Table, Text, YesNo
from sightline.standards.local import about
from sightline.standards.sources import LOCAL


class WorkerEpisodes(
    Table,
    standard="local",
    partial=True,
    title="Workers by episode",
    period=Period.TWELVE_MONTHS,
    sheets=(
        *("Case workers by episode", "Case workers", "Allocations", "Worker history"),
        *("Allocation history", "Involvements"),
    ),
    source=LOCAL.at("for measures LA36, WF08 and WF10; where there is no ssd_involvements"),
):
    """Which worker held the work with each open child, and from when to when, over the last twelve
    months and longer where it began before: a row for each child and worker. A gap between two
    rows is time with nobody."""

    child_id = about.child_id()
    worker_id = Id("Worker ID", required=True, aliases=("Staff ID",))
    worker_name = Text("Worker", aliases=("Worker name", "Allocated worker"))
    worker_role = Code(
        "Role",
        codes="worker_role",
        open=True,
        aliases=("Worker role", "Relationship", "Involvement type"),
        description="What the worker is to the child. Only allocated social workers count as such.",
    )
    team = about.team()
    manager_name = Text("Manager", aliases=("Team manager", "Manager name"))
    started_on = Date("Start date", required=True, aliases=("Date allocated", "From"))
    ended_on = Date(
        "End date",
        aliases=("Date ended", "To"),
        not_before="started_on",
        blank_when="the worker holds the work now",
    )
    change_reason = Code(
        "Reason for change",
        codes="worker_change_reason",
        open=True,
        aliases=("Worker change reason",),
        blank_when="the worker holds the work now",
        description="Why the next worker took over.",
    )
    agency = YesNo("Agency worker", codes="yes_no_unknown", aliases=("Agency",))
    handed_over_on = Date(
        "Handover date",
        description="When the two workers handed over, with the child and family where they did.",
    )
