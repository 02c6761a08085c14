"""Full audit, third part: what is asked about children in care, and about care leavers."""

from sightline.audits.ask import grade, yes_no
from sightline.audits.declare import Section
from sightline.audits.whom import CARE_LEAVER, CHILD_IN_CARE, SCHOOL_AGE, When, of

PERMANENCE = Section(
    "permanence",
    "A home that lasts",
    "permanence",
    (
        yes_no(
            "permanence_plan",
            "Is there a plan for permanence, by the second review?",
            "It says where the child will grow up, and what if that cannot be.",
            data="LA13",
        ),
        yes_no(
            "visited_in_first_week",
            "Was the child visited within a week of each new placement?",
            data="LA09",
            theme="visits",
        ),
        yes_no(
            "siblings",
            "Do brothers and sisters live together, or is it written why not and how they meet?",
            theme="family-time",
        ),
        yes_no(
            "life_story",
            "Is life-story work begun, and can the child see it?",
            theme="direct-work",
        ),
        grade(
            "permanence_quality",
            "How surely is this child on the way to a home that lasts?",
            "Look for early thought about more than one way; a match that says what this child "
            "needs; family time that the child wants; and real help where a child goes home.",
            key=True,
        ),
    ),
    applies=of(CHILD_IN_CARE),
)

HEALTH = Section(
    "health",
    "Health",
    "health",
    (
        yes_no(
            "first_health_in_time",
            "Was the first health assessment within 20 working days?",
            data="LA14",
        ),
        yes_no("health_up_to_date", "Is the health assessment up to date?", data="LA15"),
        yes_no("teeth", "Were the child's teeth checked in the last 12 months?", data="LA16"),
        yes_no("immunised", "Are immunisations up to date?", data="LA17"),
        yes_no(
            "strengths_questionnaire",
            "Was the strengths and difficulties questionnaire done, and acted on?",
            "Data says whether it was done. Read what came of it.",
            data="LA19",
        ),
        grade(
            "health_quality",
            "How well is the child helped to be healthy, in body and mind?",
            "Did what the assessment asked for happen? How long did the child wait for it?",
        ),
    ),
    applies=of(CHILD_IN_CARE),
)

LEARNING = Section(
    "education",
    "Education",
    "education",
    (
        yes_no("education_plan", "Is there a current personal education plan?", data="LA21"),
        yes_no(
            "first_education_plan",
            "Was the first education plan begun and ready in time?",
            data="LA22",
        ),
        yes_no("full_time", "Is the child in full-time education that suits them?"),
        grade(
            "education_quality",
            "How much does the plan for school want for this child?",
            "Look for targets that are the child's own, money that is spent on them, and the "
            "voice of the child and the carer.",
        ),
    ),
    applies=When(all_of=(CHILD_IN_CARE, SCHOOL_AGE)),
)

LEAVING_CARE = Section(
    "leaving_care",
    "Leaving care",
    "care-leavers",
    (
        yes_no(
            "pathway_current",
            "Was the pathway plan reviewed in the last six months?",
            data="CL07",
        ),
        yes_no(
            "adviser_contact",
            "Was the young person in touch with their adviser in the last two months?",
            data="CL08",
        ),
        yes_no(
            "suitable_home",
            "Do they live somewhere suitable?",
            data="CL02",
            theme="leavers-accommodation",
        ),
        yes_no(
            "education_or_work",
            "Are they in education, employment or training?",
            data="CL03",
            theme="leavers-eet",
        ),
        yes_no(
            "health_history",
            "Do they have their health history, their papers and the local offer?",
        ),
        grade(
            "leaving_quality",
            "How well is this young person helped to live the life they want?",
            "Would a good parent be content? Look for a plan written by or with them, help with "
            "money and friends as well as a roof, and somebody they can ring.",
            key=True,
        ),
    ),
    applies=of(CARE_LEAVER),
)

CARE = (PERMANENCE, HEALTH, LEARNING)
LEAVING = (LEAVING_CARE,)
