"""The SSD as a whole, and the columns that its tables declare alike."""

from __future__ import annotations

from datetime import date
from typing import Any

from sightline.standards.declare import ChildId, Date, Id, Json, Text, declare_standard
from sightline.standards.sources import SSD as SOURCE

SSD = declare_standard(
    "ssd",
    "Standard Safeguarding Dataset (SSD)",
    SOURCE,
    "A row for each event or episode, with about six years of history, from CSV, Parquet or a "
    "database. The columns differ by case management system: any but a row's own key may be "
    "missing, and a measure says which it cannot do without.",
    blanks=("-1", "NULL", "PLACEHOLDER_DATA"),
    no_dates=(date(1900, 1, 1),),
)

PERSON = "ssd_person.pers_person_id"
REFERRAL = "ssd_cin_episodes.cine_referral_id"
TEAM = "ssd_department.dept_team_id"
WORKER = "ssd_professionals.prof_professional_id"


def of(name: str, once: bool = True) -> dict[str, Any]:
    """What every table of the SSD says of itself; ``once`` where each key has one row."""
    return {
        "standard": "ssd",
        "key": name,
        "title": name,
        "sheets": (name.removeprefix("ssd_"),),
        "source": SOURCE.at(name),
        "one_row_per_key": once,
        "partial": True,
    }


def row_id() -> Id:
    """The row's own identifier."""
    return Id(key=True, required=True, description="The row's own identifier.")


def person(placeholder: bool = False) -> ChildId:
    """The child."""
    described = "The child, as in ssd_person."
    return ChildId(references=PERSON, placeholder=placeholder, description=described)


def referral() -> Id:
    """The episode of need that the row belongs to."""
    return Id(references=REFERRAL, description="The episode of need it belongs to.")


def team(description: str = "The team, as in ssd_department.") -> Id:
    """A team."""
    return Id(references=TEAM, description=description)


def worker(description: str = "The worker, as in ssd_professionals.") -> Id:
    """A worker."""
    return Id(references=WORKER, description=description)


def started(description: str = "") -> Date:
    """The day on which something began, or was done. A time of day is dropped."""
    return Date(description=description)


def ended(start: str, description: str = "") -> Date:
    """The day on which something that began at ``start`` ended. Blank while it goes on."""
    return Date(not_before=start, blank_when="it goes on", description=description)


def outcomes(description: str) -> Json:
    """Flags kept together in JSON."""
    return Json(description=description)


def not_yet_filled(description: str) -> Text:
    """A column that is named, but which no extract fills yet."""
    return Text(placeholder=True, description=description)
