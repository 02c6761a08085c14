"""Re-audit of work that was found Inadequate: was what was asked for done, and did it help?

It is done by somebody other than the first auditor. It asks what was agreed, what was done, and
what has changed for the child. The work is then graded afresh.
"""

from sightline.audits.ask import grade, safe, scaling, text, yes_no
from sightline.audits.declare import Activity, Section, Tool
from sightline.audits.scales import MET
from sightline.audits.tools.limits import OFSTED_LIMITS

ASKED = Section(
    "asked",
    "What was asked for",
    "quality-assurance",
    (
        text(
            "what_was_asked",
            "What did the last audit ask for?",
            "Copy each action with its name and date.",
            required=True,
        ),
        yes_no("told_same_day", "Where the child was not safe, was a manager told the same day?"),
        yes_no("worker_knew", "Did the worker and the manager know what was asked?"),
        yes_no("on_record", "Is what was asked on the child's record, or in the plan?"),
    ),
)

DONE = Section(
    "done",
    "What was done",
    "quality-assurance",
    (
        scaling(
            "actions_done",
            "How much of what was asked was done?",
            MET,
            "Go to the record, and do not take a tick for it.",
            needs_evidence=True,
        ),
        yes_no("done_in_time", "Was it done by the dates that were set?", theme="drift-delay"),
        yes_no("verified", "Did somebody other than the doer check that it was done?"),
        text("in_the_way", "What stood in the way?"),
    ),
)

CHANGED = Section(
    "changed",
    "What has changed for the child",
    "planning",
    (
        safe(),
        text("better", "What is different in the child's life?", required=True),
        grade("now_child", "How well is the child understood and helped now?", key=True),
        grade(
            "now_plan",
            "How well does the plan change things for the child now?",
            key=True,
            impact=True,
        ),
        grade(
            "now_risk",
            "How well is risk seen and brought down now?",
            theme="risk",
            key=True,
        ),
        grade(
            "now_oversight",
            "How much does management move things on now?",
            theme="management-oversight",
            key=True,
        ),
    ),
)

WIDER = Section(
    "wider",
    "Beyond this child",
    "quality-assurance",
    (
        yes_no(
            "others_looked_at",
            "Was it asked whether other children are in the same position?",
            "The same worker, the same team, the same gap.",
        ),
        text("next_steps", "What is still to be done, by whom and when?", required=True),
    ),
)

TOOL = Tool(
    id="reaudit",
    version=1,
    title="Re-audit",
    kind=Activity.REAUDIT,
    about="child",
    purpose="Was what the last audit asked for done, and is the child's life better for it?",
    sections=(ASKED, DONE, CHANGED, WIDER),
    overall=OFSTED_LIMITS,
)
