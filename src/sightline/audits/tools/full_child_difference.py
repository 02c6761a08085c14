"""Full audit, last part: managers, equality, drift, the difference made, and what is learned."""

from sightline.audits.ask import grade, text, yes_no
from sightline.audits.declare import Section
from sightline.audits.whom import CHANGED_WORKER, CLOSED, DISABLED, of

OVERSIGHT = Section(
    "oversight",
    "Management oversight and supervision",
    "management-oversight",
    (
        yes_no(
            "supervised_in_time",
            "Was the child talked about in supervision as often as the local standard says?",
            data="WF11",
            theme="supervision",
        ),
        yes_no(
            "supervision_actions",
            "Does supervision set actions with a name and a date, and look at the last ones?",
            theme="supervision",
        ),
        yes_no(
            "decisions_explained",
            "Are a manager's decisions on the record, with the reasons?",
        ),
        grade(
            "oversight_quality",
            "How much does management move things on for this child?",
            "Look for reflection and doubt, not only a list of tasks; for direction when things "
            "stall; and for its effect on the plan, written down.",
            theme="supervision",
            key=True,
        ),
    ),
)

EQUALITY = Section(
    "equality",
    "Identity, equality and diversity",
    "equality-diversity",
    (
        yes_no(
            "interpreter",
            "Were an interpreter, or other ways to communicate, used where they were needed?",
            "Never another child of the family.",
        ),
        yes_no(
            "disability_met",
            "Does the help fit the child's disability, and does the plan say how?",
            when=of(DISABLED),
            theme="disabled-children",
        ),
        grade(
            "equality_quality",
            "How well are this child's identity and needs understood, and met?",
            "Listing them is not enough. What does it mean to be this child in this family, this "
            "school, this street? What was done differently because of it?",
        ),
    ),
)

DRIFT = Section(
    "drift",
    "Drift and delay",
    "drift-delay",
    (
        yes_no(
            "handed_over",
            "When the worker changed, was the child handed over in person and in writing?",
            data="WF17",
            when=of(CHANGED_WORKER),
            theme="workforce-stability",
        ),
        text(
            "last_progress",
            "When did something last get better for the child, and what?",
            "A date and a change, not an activity.",
            required=True,
        ),
        grade(
            "drift_quality",
            "How well does the work keep the child's pace?",
            "A month is long for a small child. Was there a wait that nobody chose? Who saw it?",
        ),
    ),
)

IMPACT = Section(
    "difference",
    "The difference made",
    "planning",
    (
        text(
            "better",
            "What is better for the child than when the work began?",
            "Say how you know, and who says so. Then ask what would have happened without it.",
            required=True,
        ),
        grade(
            "difference_quality",
            "How much has the help done for this child?",
            "Grade what the help did, and not how hard people worked.",
            impact=True,
        ),
        yes_no(
            "good_ending",
            "Is it right that the work ends, and does whoever helps next know what they need to?",
            when=of(CLOSED),
        ),
    ),
)

LEARNED = Section(
    "learning",
    "What is learned",
    "quality-assurance",
    (
        text("strengths", "What was done well, that others could learn from?", required=True),
        text(
            "improve",
            "What would make the most difference now?",
            "Three things at most. For each, who will do it, by when, and what will be different.",
            required=True,
        ),
        yes_no("fed_back", "Have you talked it through with the worker and the manager?"),
    ),
)

DIFFERENCE = (OVERSIGHT, EQUALITY, DRIFT, IMPACT, LEARNED)
