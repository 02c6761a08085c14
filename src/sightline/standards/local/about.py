"""The local lists as a whole, and the columns that they share."""

from __future__ import annotations

from datetime import date

from sightline.standards.declare import ChildId, Code, Date, Id, Text, YesNo, declare_standard
from sightline.standards.sources import LOCAL as SOURCE

LOCAL = declare_standard(
    "local",
    "Local lists",
    SOURCE,
    "Lists that an authority keeps for itself, in trackers and in systems other than its case "
    "management system. Fill in those you have; each measure says which list and columns it needs.",
    blanks=("#N/A", "-", "N/A", "NULL"),
    no_dates=(date(1900, 1, 1),),
)


def child_id() -> ChildId:
    """The child, where a list is known by the child."""
    return ChildId(
        "Child ID",
        key=True,
        required=True,
        aliases=("Child Unique ID", "Person ID", "Child identifier", "LAchildID"),
        description="The authority's identifier of the child, as in Annex A or the SSD.",
    )


def about_child() -> ChildId:
    """The child, where a list is known by something else and may concern no one child."""
    return ChildId(
        "Child ID",
        aliases=("Child Unique ID", "Person ID", "Child identifier", "LAchildID"),
        blank_when="the row is not about one child",
        description="The authority's identifier of the child, as in Annex A or the SSD.",
    )


def family_id() -> Id:
    """Children who are dealt with together."""
    return Id(
        "Family ID",
        aliases=("Family identifier", "Family group"),
        description="The same for brothers and sisters who are dealt with together, so that "
        "families can be counted.",
    )


def team() -> Text:
    """The team that holds the work."""
    return Text(
        "Team",
        aliases=("Allocated team", "Team name"),
        description="The team that holds the work, named as in Annex A.",
    )


def worker() -> Text:
    """The worker who holds the work."""
    return Text(
        "Worker",
        aliases=("Allocated worker", "Social worker", "Worker name"),
        description="The allocated worker, named as in Annex A.",
    )


def due_on() -> Date:
    """When a meeting was to be held."""
    return Date(
        "Due date",
        ahead=True,
        aliases=("Date due", "Due"),
        description="Leave blank to have it worked out from the rule.",
    )


def held_on(what: str, not_before: str) -> Date:
    """When a meeting was held."""
    return Date(
        "Date held",
        aliases=("Actual date", "Meeting date", "Review date", "Date of meeting"),
        blank_when="it has not been held",
        description=what,
        not_before=not_before,
    )


def status() -> Code:
    """What became of a meeting."""
    return Code(
        "Status",
        codes="meeting_status",
        aliases=("Meeting status",),
        description="Held, planned, cancelled, postponed, or stood down.",
    )


def recorded_on(event: str) -> Date:
    """When a record was made."""
    return Date(
        "Date recorded",
        aliases=("Recorded on", "Record completed"),
        not_before=event,
        description="When the record was finished.",
    )


def asked(heading: str, description: str, *aliases: str) -> YesNo:
    """A question answered yes, no or not known."""
    return YesNo(heading, codes="yes_no_unknown", aliases=aliases, description=description)
