"""The local list of family meetings: group conferences and other meetings of the wider family."""

from __future__ import annotations

from sightline.standards.declare import Code, Date, Period, Table, YesNo
from sightline.standards.local import about
from sightline.standards.sources import LOCAL


class FamilyMeetings(
    Table,
    standard="local",
    partial=True,
    title="Family meetings",
    period=Period.TWELVE_MONTHS,
    sheets=("FGC", "Family group conferences", "Family network meetings", "FGDM"),
    source=LOCAL.at("for family group decision making; Children's Wellbeing and Schools Act 2026"),
):
    """Family meetings offered or held in the last twelve months: a row for each child and offer."""

    child_id = about.child_id()
    family_id = about.family_id()
    meeting_kind = Code(
        "Kind of meeting",
        codes="family_meeting_kind",
        aliases=("Meeting type", "Type of meeting"),
    )
    before = Code(
        "Offered before",
        codes="family_meeting_before",
        open=True,
        description="The step that it was offered before.",
    )
    referred_on = Date("Date referred", aliases=("Referral date",))
    offered_on = Date(
        "Date offered", required=True, aliases=("Offer date",), not_before="referred_on"
    )
    accepted = YesNo("Accepted", codes="yes_no_unknown", description="Whether the family agreed.")
    due_on = about.due_on()
    held_on = about.held_on("The family meeting.", not_before="offered_on")
    status = about.status()
    child_took_part = about.asked(
        "Child took part", "By being there, or by views given for it.", "Child's views given"
    )
    father_there = about.asked(
        "Father or non-resident parent took part", "Or somebody of that side of the family."
    )
    wider_family_there = about.asked("Wider family took part", "Relatives or friends.")
    plan_made = about.asked("Family plan made", "Whether the family made a plan of its own.")
    plan_accepted = about.asked("Family plan accepted", "Whether the authority agreed to it.")
    reviewed_on = Date(
        "Date plan reviewed",
        aliases=("Review date of plan",),
        not_before="held_on",
        description="When the family's plan was looked at again.",
    )
    team = about.team()
    worker = about.worker()
