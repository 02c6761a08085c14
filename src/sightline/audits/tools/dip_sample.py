"""Dip sample: a few questions, many children, ten minutes each.

It shows whether something is done, not how well. The second version asks whether the visit was
written up in time, as inspectors do; the first stays for those that were done with it.
"""

from dataclasses import replace

from sightline.audits.ask import safe, text, yes_no
from sightline.audits.declare import Activity, Section, Tool
from sightline.audits.whom import CHILD_IN_CARE, CHILD_IN_NEED, CHILD_PROTECTION_PLAN, of

SEEN = (
    yes_no(
        "need_seen",
        "Were visits as often as the child in need plan says?",
        data="CN07",
        when=of(CHILD_IN_NEED),
    ),
    yes_no(
        "protection_seen",
        "Were visits as often as the child protection plan says?",
        data="CP13",
        when=of(CHILD_PROTECTION_PLAN),
    ),
    yes_no(
        "care_seen",
        "Were visits to the child in care in time?",
        data="LA11",
        when=of(CHILD_IN_CARE),
    ),
    yes_no("voice_in_last_visit", "Is the child's view in the last visit?", theme="childs-voice"),
)
WRITTEN_UP = yes_no(
    "written_up",
    "Was the last visit written up within the local standard?",
    "Compare the day of the visit with the day that it was written. If both are always the same, "
    "the date of writing is not being kept.",
    theme="recording",
)
PLANNED = Section(
    "planned",
    "The plan",
    "planning",
    (
        yes_no("plan_there", "Is there a plan from the last six months?"),
        yes_no("plan_dated", "Does every action have a name and a date?"),
        yes_no(
            "manager_there",
            "Did a manager write on the record in the last month?",
            theme="management-oversight",
        ),
        safe(),
        text("noticed", "Is there anything that somebody should look at?"),
    ),
)

FIRST = Tool(
    id="dip_sample",
    version=1,
    title="Visits and plans at a glance",
    kind=Activity.DIP_SAMPLE,
    about="child",
    purpose="For how many children are the basics done?",
    sections=(Section("seen", "Visits", "visits", SEEN), PLANNED),
)
TOOL = replace(
    FIRST,
    version=2,
    sections=(Section("seen", "Visits", "visits", (*SEEN, WRITTEN_UP)), PLANNED),
)
