"""Audit of a supervision file: one worker's supervision over six months, as it was recorded.

It looks for reflection and for the effect on children's plans, not only for dates and
signatures. Personal matters in the file are not read.
"""

from sightline.audits.ask import grade, text, yes_no
from sightline.audits.declare import Activity, Section, Tool
from sightline.audits.tools.limits import OFSTED_LIMITS

REGULAR = Section(
    "regular",
    "Regular and kept",
    "supervision",
    (
        yes_no(
            "in_time",
            "Was the worker supervised as often as the local standard says?",
            data="WF12",
        ),
        yes_no("kept_date", "When it was put off, was there a new date within two weeks?"),
        yes_no("agreement", "Is there an agreement on supervision from the last year?"),
        grade("regular_quality", "How well can this worker rely on supervision?"),
    ),
)

THINKING = Section(
    "thinking",
    "Reflection",
    "supervision",
    (
        yes_no(
            "reflection_recorded",
            "Is there reflection in the record, and not only what happened?",
            data="WF15",
        ),
        grade(
            "reflection_quality",
            "How well does supervision help the worker to think about the child?",
            "Look for other explanations, for what the worker feels and why, for the child's "
            "day. A list of events is not reflection.",
            key=True,
        ),
    ),
)

DIRECTION = Section(
    "direction",
    "Direction and effect",
    "management-oversight",
    (
        yes_no("actions", "Are there actions with a name and a date?", data="WF16"),
        yes_no("followed", "Were the last actions looked at, and those not done explained?"),
        grade(
            "effect_quality",
            "How much does supervision change children's plans?",
            "Take two children. Find what was decided, then look for it in the plan.",
            theme="planning",
            key=True,
        ),
    ),
)

SUPPORT = Section(
    "support",
    "Support and growth",
    "staff-development",
    (
        yes_no("workload", "Was the worker's load talked about?", theme="caseloads"),
        yes_no("wellbeing", "Was the worker asked how they are?", theme="staff-culture"),
        yes_no("learning_planned", "Is there a plan for learning, from audits among others?"),
        grade("support_quality", "How well is this worker supported to do good work?"),
    ),
)

WORKER = Section(
    "worker",
    "What the worker says",
    "staff-culture",
    (
        text("helps", "What helps you most in supervision?", required=True),
        text("missing", "What is missing?"),
        text("next_steps", "What did worker, supervisor and auditor agree?", required=True),
    ),
)

TOOL = Tool(
    id="supervision_file",
    version=1,
    title="Supervision file",
    kind=Activity.SUPERVISION,
    about="supervision_file",
    purpose="Does supervision help this worker to think, and does it move things for children?",
    sections=(REGULAR, THINKING, DIRECTION, SUPPORT, WORKER),
    overall=OFSTED_LIMITS,
)
