"""Observation of practice: somebody goes along to a visit, a meeting or supervision, and watches.

The family is asked first and may say no. The observer says what they saw, then listens to what
the practitioner makes of it. It grades nothing: each part is met, partly met or not met.
"""

from sightline.audits.ask import choice, observed, text, yes_no
from sightline.audits.declare import Activity, Section, Tool
from sightline.audits.scales import MET
from sightline.audits.whom import after

BEFORE = Section(
    "before",
    "Before",
    "quality-assurance",
    (
        choice(
            "what",
            "What did you observe?",
            ("visit", "A visit to a child"),
            ("direct_work", "Direct work with a child"),
            ("meeting", "A core group, review or family meeting"),
            ("conference", "A child protection conference"),
            ("supervision", "Supervision"),
            ("duty", "Duty or the front door"),
        ),
        yes_no(
            "agreed",
            "Did the child and family say that you may be there?",
            "If they were not asked, do not go in. For supervision, ask the practitioner.",
        ),
        observed(
            "prepared",
            "The practitioner had a purpose, and was prepared",
            "Ask beforehand: what do you want to be different when you leave?",
            theme="visits",
        ),
    ),
)

DURING = Section(
    "during",
    "During",
    "direct-work",
    (
        observed(
            "relationship",
            "People were put at ease and treated with respect",
            "Watch faces as well as words.",
            key=True,
        ),
        observed(
            "purpose_clear",
            "It was clear to everybody why they were there, and what worries there are",
            theme="family-partnership",
        ),
        observed(
            "child_heard",
            "The child was at the centre: seen, heard, or thought of aloud",
            theme="childs-voice",
            key=True,
        ),
        observed(
            "curious",
            "The practitioner was curious, and asked again when an answer did not fit",
            theme="risk",
        ),
        observed(
            "identity",
            "Who people are, and what they need to take part, was seen and met",
            theme="equality-diversity",
        ),
        observed(
            "ended_well",
            "It ended with what happens next, in words that people could say back",
            theme="planning",
        ),
    ),
)

SUPERVISION = Section(
    "supervision",
    "What was seen of supervision",
    "supervision",
    (
        observed("space_to_think", "There was room to think, and to be unsure"),
        observed("child_in_mind", "The child's life was in the room, and not only the tasks"),
        observed("direction", "It led to decisions with a name and a date"),
    ),
    applies=after("what", "supervision"),
)

AFTER = Section(
    "after",
    "Afterwards",
    "staff-development",
    (
        text(
            "reflection",
            "Practitioner: how was it for you, and what would you do again?",
            "Ask before you say what you saw.",
            required=True,
        ),
        text("strengths", "What did you see that others could learn from?", required=True),
        text("next_steps", "What will you try next, and what help do you need?", required=True),
        yes_no(
            "record_matches",
            "Does the record that was written afterwards tell what you saw?",
            "Read it a week later.",
            theme="recording",
        ),
    ),
)

TOOL = Tool(
    id="practice_observation",
    version=1,
    title="Practice observation",
    kind=Activity.OBSERVATION,
    about="practice",
    purpose="What is it like to be with this practitioner, and what helps them to do it well?",
    scale=MET,
    sections=(BEFORE, DURING, SUPERVISION, AFTER),
)
