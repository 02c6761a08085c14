"""Multi-agency audit: several agencies read what each holds about one child, and talk.

Each agency reads its own record first and brings its answers. The grades are agreed in the room,
for the agencies together. What they did not know of each other is the finding.
"""

from sightline.audits.ask import grade, safe, text, yes_no
from sightline.audits.declare import Activity, Section, Tool
from sightline.audits.tools.limits import OFSTED_LIMITS
from sightline.audits.whom import ENQUIRY, of

ROOM = Section(
    "room",
    "Who is in the room",
    "multi-agency",
    (
        yes_no("police", "Did the police bring what they hold?"),
        yes_no("health", "Did health bring what it holds, for the child and for the adults?"),
        yes_no("school", "Did the nursery, school or college bring what it holds?"),
        yes_no("adults", "Did services for the adults bring what they hold?"),
        text("not_known", "What did one agency know that another did not?", required=True),
    ),
)

SHARED = Section(
    "shared",
    "Sharing what is known",
    "multi-agency",
    (
        yes_no(
            "strategy_partners",
            "Were all who should be part of the strategy discussion part of it?",
            when=of(ENQUIRY),
            theme="child-protection-enquiries",
        ),
        yes_no("first_sign", "Was the first sign passed on when it was seen?"),
        grade("sharing_quality", "How well was what is known shared, and used?", key=True),
    ),
)

RESPONSE = Section(
    "response",
    "Acting together",
    "risk",
    (
        safe(),
        grade(
            "response_quality",
            "How well did the agencies act together to keep the child safe?",
            key=True,
        ),
        grade(
            "understood_quality",
            "How well do they have one view of the child's life?",
            "Ask each to tell the child's day. Are they about the same child?",
            theme="assessment",
        ),
        grade(
            "plan_quality",
            "How well does one plan bring the agencies' work together?",
            theme="planning",
        ),
    ),
)

CHALLENGE = Section(
    "challenge",
    "Challenge",
    "conferences-reviews",
    (
        yes_no("meetings_quorate", "Was every agency that should be at the last meeting there?"),
        yes_no("escalated", "Where agencies did not agree, was it taken further?"),
        grade("challenge_quality", "How well do the agencies challenge each other?"),
    ),
)

CHILD = Section(
    "child",
    "The child and the family",
    "childs-voice",
    (
        yes_no("child_asked", "Was the child asked how the agencies work together for them?"),
        yes_no("told_once", "Could the family tell their story once?", theme="family-partnership"),
        grade("difference", "How much did working together do for the child?", impact=True),
        text(
            "next_steps",
            "What will each agency do, by whom and when?",
            theme="multi-agency",
            required=True,
        ),
    ),
)

TOOL = Tool(
    id="multi_agency",
    version=1,
    title="Multi-agency audit",
    kind=Activity.MULTI_AGENCY,
    about="partnership",
    purpose="How well do the agencies around this child work as one?",
    sections=(ROOM, SHARED, RESPONSE, CHALLENGE, CHILD),
    overall=OFSTED_LIMITS,
)
