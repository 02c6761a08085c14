"""Annex A as a whole: what it is, and the columns that most of its lists share."""

from __future__ import annotations

from datetime import date

from sightline.standards.declare import (
    ChildId,
    Code,
    Date,
    Integer,
    Text,
    declare_standard,
)
from sightline.standards.sources import TEMPLATE_2019

# The first layout seen with the columns that the template of August 2019 does not have. The
# month in which they came is not known: some time in 2023, or January 2024.
SECOND_LAYOUT = date(2024, 1, 1)

# How long before birth something may be recorded of an unborn child.
WEEKS_UNBORN = 40

# What a cell holds, besides nothing, when there is nothing to say.
BLANKS = ("#N/A", "-", "N/A", "NULL")

ANNEX_A = declare_standard(
    "annex_a",
    "Annex A",
    TEMPLATE_2019,
    "The child-level lists that an authority gives Ofsted at an ILACS inspection. Its sheets "
    "have the headings in the second row under a title, or in the first. The snapshot date is "
    "not in it. The area SEND inspection's Annex A is another thing.",
    blanks=BLANKS,
    no_dates=(date(1900, 1, 1),),
)


def child_id() -> ChildId:
    """The child's identifier, by which a row is known."""
    return ChildId(
        "Child Unique ID",
        key=True,
        required=True,
        aliases=(
            *("CHILD_ID", "child unique id", "ChildUniqueID", "Child ID", "Child Identifier"),
            *("Child Unique Identifier", "Unique Child ID", "Unique Child Identifier"),
            *("LAchildID", "LA Child ID", "LA Child Identifier", "Child ID Number"),
        ),
        description="The authority's identifier of the child, the same in every list. Kept as "
        "text: leading noughts count, and a spreadsheet's 9212044.0 is 9212044.",
    )


def gender() -> Code:
    """The child's, or an adopter's, gender."""
    return Code(
        "Gender",
        codes="gender",
        required=True,
        aliases=("Sex", "Gender of Child", "Sex of Child"),
        description="Later extracts may hold sex in its place.",
    )


def ethnicity() -> Code:
    """The child's, or an adopter's, ethnicity."""
    return Code(
        "Ethnicity",
        codes="ethnicity",
        required=True,
        aliases=("Ethnic origin", "Ethnic group", "Ethnicity Code"),
        description="By the four-letter code; the letter before it differs between templates.",
    )


def date_of_birth(required: bool = False) -> Date:
    """The child's date of birth."""
    return Date(
        "Date of Birth",
        ahead=True,
        required=required,
        aliases=("DateOfBirth", "DOB", "D.O.B", "Child's Date of Birth"),
        blank_when="" if required else "no date of birth or due date is known",
        description="For an unborn child, the date expected.",
    )


def age() -> Integer:
    """The child's age."""
    return Integer(
        "Age of Child (Years)",
        minimum=-1,
        aliases=(
            *("Age", "AGE", "Age of Child", "Age (Years)", "Age in Years"),
            *("Age of Child in Years", "Age Years", "Age of Child Years"),
        ),
        description="At the last birthday; -1 for an unborn child. Worked out again from the "
        "date of birth, never trusted.",
    )


def has_disability() -> Code:
    """Whether the child has a disability."""
    return Code(
        "Does the Child have a Disability",
        codes="disabled",
        required=True,
        aliases=("HasDisability", "Disability", "Does the child have a disability?"),
        description="Some extracts hold the kind of disability: any but NONE means yes.",
    )


def allocated_team() -> Text:
    """The team that holds the work with the child."""
    return Text(
        "Allocated Team",
        required=True,
        aliases=("AllocatedTeam", "Team", "Allocated Team Name"),
        description="The team that works with the child.",
    )


def allocated_worker() -> Text:
    """The worker who holds the work with the child."""
    return Text(
        "Allocated Worker",
        required=True,
        aliases=(
            *("AllocatedWorker", "Allocated Social Worker", "Allocated Worker Name"),
            "Allocated Social Worker Name",
        ),
        description="Blank, or the name of a team or a manager, means that nobody is allocated: "
        "something to act on, not only to mend.",
    )
