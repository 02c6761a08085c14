"""The collaborative audit: auditor and practitioner look together, and learn on the spot.

They read the record side by side, agree what is good and what would help, and ask the family.
The practitioner puts each part on a scale from 0 to 10 first, and says what one step up would
be. The grade comes last, with the reasons agreed.
"""

from sightline.audits.ask import choice, grade, safe, scaling, text, yes_no
from sightline.audits.declare import Activity, Question, Section, Tool
from sightline.audits.scales import ZERO_TO_TEN
from sightline.audits.tools.limits import OFSTED_LIMITS
from sightline.audits.whom import after


def _scaled(id: str, about: str, **said: str) -> Question:
    return scaling(
        id,
        f"Practitioner: from 0 to 10, how well {about}?",
        ZERO_TO_TEN,
        "Ask what makes it that number and not a lower one. Then ask what one step up would be.",
        **said,
    )


MEETING = Section(
    "together",
    "Before you begin",
    "quality-assurance",
    (
        yes_no("practitioner_present", "Is the child's practitioner here, with time for it?"),
        yes_no("manager_present", "Is their manager here for some of it?"),
        text(
            "proud",
            "Practitioner: what are you proud of in your work with this child?",
            "Begin here. People learn more when what they do well is seen first.",
            required=True,
        ),
        text("stuck", "Practitioner: where do you feel stuck, or worried?", required=True),
    ),
)

CHILD = Section(
    "child",
    "The child's life now",
    "risk",
    (
        safe(),
        _scaled("scale_known", "do we know what life is like for this child", theme="assessment"),
        grade(
            "understanding",
            "How well is the child understood?",
            "Read the last assessment and the last three visits together. What does the "
            "practitioner know that the record does not say?",
            theme="assessment",
            key=True,
        ),
    ),
)

CHANGE = Section(
    "change",
    "The plan and the change",
    "planning",
    (
        _scaled("scale_plan", "does the plan help this child"),
        yes_no("plan_who_and_when", "Does every action have a name and a date?"),
        grade(
            "plan_quality",
            "How well does the plan change things for the child?",
            "Read it aloud as the child would hear it.",
            key=True,
            impact=True,
        ),
    ),
)

RELATIONSHIP = Section(
    "relationship",
    "The relationship and the child's voice",
    "direct-work",
    (
        _scaled("scale_voice", "does this child shape what we do", theme="childs-voice"),
        grade(
            "voice_quality",
            "How much does the child shape what is done?",
            "Ask for one thing that was done differently because of the child.",
            theme="childs-voice",
            key=True,
        ),
        grade(
            "family_quality",
            "How well do we work with the family, fathers and wider family too?",
            theme="family-partnership",
        ),
    ),
)

SUPPORT = Section(
    "support",
    "Support for the practitioner",
    "supervision",
    (
        _scaled("scale_supervision", "does supervision help your work with this child"),
        yes_no(
            "supervised_in_time",
            "Was the child talked about in supervision as often as the local standard says?",
            data="WF11",
        ),
        grade(
            "oversight_quality",
            "How much do supervision and managers move things on?",
            key=True,
        ),
    ),
)

FAMILY = Section(
    "family",
    "What the family says",
    "family-partnership",
    (
        choice(
            "family_asked",
            "Was a parent or carer asked what they think?",
            ("reached", "Yes, and they answered"),
            ("asked", "Yes, and there is no answer yet"),
            ("declined", "Yes, and they would rather not"),
            ("not_safe", "No, it is not safe to ask"),
            guidance="Ask the practitioner whether it is safe to ask, and by which number.",
        ),
        text(
            "family_says",
            "What did they say?",
            "Their words, not yours.",
            required=True,
            asked_when=after("family_asked", "reached"),
        ),
        choice(
            "child_asked",
            "Was the child asked what they think?",
            ("reached", "Yes, and they answered"),
            ("asked", "Yes, and there is no answer yet"),
            ("declined", "Yes, and they would rather not"),
            ("not_safe", "No, it is not safe to ask"),
            ("too_young", "No, the child is too young"),
            theme="childs-voice",
        ),
        text(
            "child_says",
            "What did the child say?",
            "Their words, not yours.",
            theme="childs-voice",
            required=True,
            asked_when=after("child_asked", "reached"),
        ),
    ),
)

AGREED = Section(
    "agreed",
    "What we agreed today",
    "quality-assurance",
    (
        text("strengths", "What went well, that others could learn from?", required=True),
        text(
            "next_steps",
            "What will be done next for this child?",
            "Three things at most. For each, who, by when, and what will be different.",
            required=True,
        ),
        text("practitioner_learned", "Practitioner: what do you take away?", required=True),
        text("auditor_learned", "Auditor: what did you learn?"),
    ),
)

TOOL = Tool(
    id="collaborative",
    version=1,
    title="Collaborative audit",
    kind=Activity.COLLABORATIVE,
    about="child",
    purpose="What do we see when we look at this child's life together, and what do we do next?",
    sections=(MEETING, CHILD, CHANGE, RELATIONSHIP, SUPPORT, FAMILY, AGREED),
    overall=OFSTED_LIMITS,
)
