"""Feedback from a child or young person: a few plain questions with faces to choose from.

Somebody the child trusts may help them to fill it in. Nothing has to be answered, and "exit this
page" is on every page.
"""

from sightline.audits.ask import choice, face, text
from sightline.audits.declare import Activity, Section, Tool
from sightline.audits.scales import FACES

TOOL = Tool(
    id="child_feedback",
    version=1,
    title="What children and young people think of the help",
    kind=Activity.FEEDBACK,
    about="family",
    purpose="How is the help for you, and what should we do next?",
    scale=FACES,
    one_per_page=True,
    sections=(
        Section(
            "start",
            "Start",
            "childs-voice",
            (
                choice(
                    "helped_by",
                    "Is someone helping you with this?",
                    ("nobody", "No, it is just me"),
                    ("trusted", "Yes, someone I trust"),
                    ("worker", "Yes, my social worker"),
                    required=False,
                    easy_text="Is someone helping you?",
                ),
            ),
        ),
        Section(
            "worker",
            "Your social worker",
            "direct-work",
            (
                face("knows_me", "Does your social worker know you?", "Do they know you?"),
                face("sees_me", "Do you see them as much as you want?", "Do you see them a lot?"),
                face(
                    "time_alone",
                    "Can you talk to them on your own?",
                    "Can you talk to them alone?",
                    theme="visits",
                ),
                face(
                    "listens",
                    "Do they listen to what you say?",
                    "Do they listen to you?",
                    theme="childs-voice",
                ),
            ),
        ),
        Section(
            "plan",
            "Your plan",
            "childs-voice",
            (
                face(
                    "knows_why",
                    "Do you know why you have a social worker?",
                    "Do you know why they come?",
                ),
                face(
                    "say_in_plan",
                    "Do you have a say in your plan?",
                    "Do you help to choose what happens?",
                    theme="planning",
                ),
                face(
                    "told_why",
                    "If we cannot do what you want, do we tell you why?",
                    "If we say no, do we tell you why?",
                ),
            ),
        ),
        Section(
            "life",
            "Your life",
            "childs-voice",
            (
                face(
                    "feel_safe",
                    "Do you feel safe?",
                    "Do you feel safe?",
                    theme="risk",
                    alerts=("no",),
                ),
                face("better", "Are things better for you now?", "Are things better now?"),
                text("good", "What is good?", easy_text="What is good?"),
                text("change", "What should we change?", easy_text="What should we change?"),
            ),
        ),
    ),
)
