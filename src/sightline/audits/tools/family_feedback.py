"""Feedback from a parent or carer: short, on a phone, with no sign-in, and only if they want to.

One question a page. Nothing has to be answered. It never asks what happened in the family: it
asks how the help was.
"""

from sightline.audits.ask import choice, face, text
from sightline.audits.declare import Activity, Section, Tool
from sightline.audits.scales import FACES

TOOL = Tool(
    id="family_feedback",
    version=1,
    title="What parents and carers think of the help",
    kind=Activity.FEEDBACK,
    about="family",
    purpose="How was the help for you and your family, and what should we change?",
    scale=FACES,
    one_per_page=True,
    sections=(
        Section(
            "you",
            "You",
            "family-partnership",
            (
                choice(
                    "who",
                    "Who are you to the child?",
                    ("parent", "Mum, dad or step-parent"),
                    ("carer", "Foster carer"),
                    ("family", "Someone else in the family"),
                    ("other", "Someone else"),
                    required=False,
                    easy_text="Who are you?",
                ),
            ),
        ),
        Section(
            "worker",
            "Your social worker",
            "family-partnership",
            (
                face(
                    "respected",
                    "Does your social worker treat you with respect?",
                    "Is your social worker kind and fair to you?",
                ),
                face("listened", "Does your social worker listen to you?", "Do they listen?"),
                face(
                    "honest",
                    "Are they clear with you about what worries them?",
                    "Do they tell you what they are worried about?",
                ),
                face(
                    "keeps_word",
                    "Do they do what they say they will do?",
                    "Do they do what they say?",
                ),
            ),
        ),
        Section(
            "plan",
            "The plan",
            "planning",
            (
                face(
                    "knows_plan",
                    "Do you know what is in the plan, and what you need to do?",
                    "Do you know what the plan says?",
                ),
                face(
                    "shaped_plan",
                    "Did you help to make the plan?",
                    "Did you help make the plan?",
                ),
                face(
                    "knows_child",
                    "Does your social worker know your child well?",
                    "Does the social worker know your child?",
                    theme="direct-work",
                ),
            ),
        ),
        Section(
            "help",
            "The help",
            "family-partnership",
            (
                face(
                    "better",
                    "Are things better for your child than before the help?",
                    "Are things better now?",
                ),
                text("good", "What has been good?", easy_text="What was good?"),
                text("change", "What should we change?", easy_text="What should we change?"),
            ),
        ),
    ),
)
