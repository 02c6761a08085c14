"""Closure audit: before the work with a child ends, is it right that it does?

Short, and done by somebody who is not the worker's manager. Not met means: do not close yet.
"""

from sightline.audits.ask import choice, grade, safe, text, yes_no
from sightline.audits.declare import Activity, Section, Tool
from sightline.audits.scales import MET
from sightline.audits.tools.limits import MET_LIMITS

WHY = Section(
    "why",
    "Why it ends",
    "planning",
    (
        choice(
            "reason",
            "Why does the work end?",
            ("goals_met", "What was planned is done"),
            ("stepped_down", "The family goes on with early help"),
            ("moved", "The family moved to another authority"),
            ("declined", "The family does not want the help"),
            ("eighteen", "The young person is 18 or older"),
            ("other", "Another reason"),
        ),
        grade(
            "goals",
            "What was to be different is different, and lasts",
            "Go through the plan line by line. For how long has it been so?",
            key=True,
        ),
        grade(
            "risk_down",
            "The risk that began the work has come down, and there is proof of it",
            theme="risk",
            key=True,
        ),
    ),
)

SAFE = Section(
    "safe",
    "Safe to end",
    "risk",
    (
        safe(),
        yes_no("seen_last", "Was the child seen in the last month, and alone where they could be?"),
        yes_no(
            "partners_agree",
            "Do the school, health and others who know the child agree?",
            theme="multi-agency",
        ),
        yes_no(
            "manager_decided",
            "Did a manager decide, with the reasons?",
            theme="management-oversight",
        ),
    ),
)

GOODBYE = Section(
    "goodbye",
    "A good ending",
    "family-partnership",
    (
        grade(
            "child_told",
            "The child knows why it ends, and what they said of it is written down",
            theme="childs-voice",
        ),
        grade(
            "family_knows",
            "The family knows whom to ring if things get harder, and what to look out for",
        ),
        grade(
            "next_help",
            "Whoever helps next has begun, and was told what they need to know",
            "A letter that was sent is not help that has begun.",
            theme="early-help",
        ),
        text("feedback", "What does the family say about the help they had?"),
    ),
)

RECORD = Section(
    "record",
    "The record at the end",
    "recording",
    (
        yes_no("summary", "Is there a summary that the child could read one day?"),
        text("next_steps", "What must be done before it ends, by whom and when?"),
    ),
)

TOOL = Tool(
    id="closure",
    version=1,
    title="Before the work ends",
    kind=Activity.CLOSURE,
    about="child",
    purpose="Is it right, and safe, that the work with this child ends now?",
    scale=MET,
    sections=(WHY, SAFE, GOODBYE, RECORD),
    overall=MET_LIMITS,
)
