"""Thematic audit: are children's plans as good for one child as for another?

One question across many children, so that answers can be set side by side by team and by kind
of plan. Inspectors name the consistency of plans more often than anything else.
"""

from sightline.audits.ask import choice, grade, safe, text, yes_no
from sightline.audits.declare import Activity, Section, Tool
from sightline.audits.tools.limits import OFSTED_LIMITS
from sightline.audits.whom import (
    CARE_LEAVER,
    CHILD_IN_CARE,
    CHILD_IN_NEED,
    CHILD_PROTECTION_PLAN,
    DISABLED,
    of,
)

PLAN = Section(
    "plan",
    "The plan in hand",
    "planning",
    (
        choice(
            "kind",
            "Which plan is it?",
            ("need", "Child in need plan"),
            ("protection", "Child protection plan"),
            ("care", "Care plan"),
            ("pathway", "Pathway plan"),
            ("safety", "Safety plan alone"),
            ("none", "There is none"),
        ),
        yes_no("need_reviewed", "Was it reviewed in time?", data="CN08", when=of(CHILD_IN_NEED)),
        yes_no(
            "protection_reviewed",
            "Were its reviews in time?",
            data="CP10",
            when=of(CHILD_PROTECTION_PLAN),
        ),
        yes_no(
            "care_reviewed",
            "Were reviews of care in time?",
            data="LA07",
            when=of(CHILD_IN_CARE),
        ),
        yes_no(
            "pathway_reviewed",
            "Was it reviewed in the last six months?",
            data="CL07",
            when=of(CARE_LEAVER),
        ),
        yes_no("current", "Does it fit how things are now?"),
    ),
)

SPECIFIC = Section(
    "specific",
    "About this child",
    "planning",
    (
        safe(),
        yes_no(
            "own_words",
            "Would you know whose plan it is with the name covered?",
            "Compare it with a brother's or sister's. The same sentences are a sign.",
        ),
        yes_no(
            "disability_met",
            "Does it say what the child's disability means for the help?",
            when=of(DISABLED),
            theme="disabled-children",
        ),
        grade("specific_quality", "How well does it fit this child?", key=True),
    ),
)

SMART = Section(
    "smart",
    "Who, what and when",
    "planning",
    (
        yes_no("names", "Does every action have one person's name?"),
        yes_no("dates", "Does every action have a date that has a day in it?"),
        yes_no("measure", "Does it say how anybody will know that it worked?"),
        yes_no("contingency", "Does it say what happens if it does not work?"),
        grade(
            "smart_quality",
            "How well could the family act on this plan tomorrow?",
            "Read it as a parent would, on a phone, tired.",
            key=True,
        ),
    ),
)

MADE_WITH = Section(
    "made_with",
    "Made together",
    "family-partnership",
    (
        yes_no("child_in_it", "Are the child's own wishes in it?", theme="childs-voice"),
        yes_no("father_in_it", "Are fathers and others who live elsewhere part of it?"),
        yes_no("partners_in_it", "Do partners have actions of their own?", theme="multi-agency"),
        grade("together_quality", "How much did the child and family shape it?"),
    ),
)

MOVING = Section(
    "moving",
    "Moving",
    "drift-delay",
    (
        yes_no(
            "last_actions_done",
            "Were most actions of the plan before this one done?",
            "Count them: more than half is yes.",
        ),
        grade("moving_quality", "How well does the plan move things on?", impact=True),
        text("next_steps", "What would make this plan better, by whom and when?", required=True),
    ),
)

TOOL = Tool(
    id="thematic_plans",
    version=1,
    title="Children's plans",
    kind=Activity.THEMATIC,
    about="child",
    purpose="Are plans as good for one child as for another, whatever the plan and the team?",
    sections=(PLAN, SPECIFIC, SMART, MADE_WITH, MOVING),
    overall=OFSTED_LIMITS,
)
