"""Full audit, second part: the plan, visits, the child's voice, reviews, partners, risk, court."""

from sightline.audits.ask import choice, grade, yes_no
from sightline.audits.declare import Section
from sightline.audits.whom import (
    CHILD_IN_CARE,
    CHILD_IN_NEED,
    CHILD_PROTECTION_PLAN,
    MISSING_OR_EXPLOITED,
    PRE_PROCEEDINGS,
    PRIVATELY_FOSTERED,
    UNDER_18,
    of,
)

PLAN = Section(
    "plan",
    "The plan",
    "planning",
    (
        yes_no(
            "plan_current",
            "Is there a plan that fits how things are now?",
            "Read it beside the last visit. If they tell of different lives, the answer is no.",
        ),
        yes_no(
            "plan_who_and_when",
            "Does every action have a name and a date?",
            '"Ongoing" is not a date, and "all" is not a name.',
        ),
        yes_no(
            "plan_contingency",
            "Does it say what will happen if things do not get better, and by when?",
        ),
        yes_no("plan_shared", "Do the child and the family have it, in words they can use?"),
        grade(
            "plan_quality",
            "How well would this plan change things for this child?",
            "Could it belong to another child? Look for what must be different and how anybody "
            "will know, made with the child and family, and looked at again after an incident.",
            key=True,
            impact=True,
        ),
    ),
)

VISITS = Section(
    "visits",
    "Visits and the relationship",
    "visits",
    (
        yes_no(
            "need_visits_in_time",
            "Were visits as often as the child in need plan says?",
            data="CN07",
            when=of(CHILD_IN_NEED),
        ),
        yes_no(
            "protection_visits_in_time",
            "Were visits as often as the child protection plan says?",
            data="CP13",
            when=of(CHILD_PROTECTION_PLAN),
        ),
        yes_no(
            "care_visits_in_time",
            "Were visits to the child in care in time?",
            data="LA11",
            when=of(CHILD_IN_CARE),
        ),
        yes_no(
            "seen_alone",
            "Was the child seen alone at the last visit?",
            "Say that it does not apply for a baby; then ask whether the baby was seen awake, and "
            "where the baby sleeps.",
            when=of(UNDER_18, CHILD_IN_NEED, CHILD_IN_CARE, PRIVATELY_FOSTERED),
        ),
        yes_no(
            "protection_seen_alone",
            "Was the child on a plan seen alone at the last visit?",
            data="CP14",
            when=of(CHILD_PROTECTION_PLAN),
        ),
        grade(
            "visits_quality",
            "How well do visits serve the child, and does the child know the worker?",
            "Look for a purpose that comes from the plan, the child's own view, what the worker "
            "made of it, and the same person over time.",
        ),
    ),
)

VOICE = Section(
    "voice",
    "Direct work and the child's voice",
    "childs-voice",
    (
        yes_no(
            "wishes_recorded",
            "Are the child's wishes and feelings written down in the last three months?",
            "For a child who does not speak, what was seen of them counts.",
        ),
        yes_no("advocacy_offered", "Was the child told about advocacy, and offered it?"),
        yes_no(
            "took_part_core_group",
            "Did the child take part in core groups, or send their view?",
            data="CP23",
            when=of(CHILD_PROTECTION_PLAN),
        ),
        yes_no(
            "took_part_review",
            "Did the child take part in reviews, or send their view?",
            data="LA38",
            when=of(CHILD_IN_CARE),
        ),
        grade(
            "voice_quality",
            "How much did what the child said or showed change what was done?",
            "Look for work that suits the child's age and way of talking, for a decision that "
            "came out differently, and for somebody explaining why when it could not.",
            theme="direct-work",
            key=True,
            impact=True,
        ),
    ),
)

REVIEWS = Section(
    "reviews",
    "Reviews, conferences and core groups",
    "conferences-reviews",
    (
        yes_no(
            "need_reviews_in_time",
            "Were child in need reviews in time?",
            data="CN08",
            when=of(CHILD_IN_NEED),
        ),
        yes_no(
            "protection_reviews_in_time",
            "Were review conferences in time?",
            data="CP10",
            when=of(CHILD_PROTECTION_PLAN),
        ),
        yes_no(
            "core_groups_in_time",
            "Were core groups in time?",
            data="CP16",
            when=of(CHILD_PROTECTION_PLAN),
        ),
        yes_no(
            "care_reviews_in_time",
            "Were reviews of care in time?",
            data="LA07",
            when=of(CHILD_IN_CARE),
        ),
        grade(
            "reviews_quality",
            "How well do reviews drive the plan?",
            "Look for the right people in the room, decisions followed from one review to the "
            "next, a look between reviews, and a chair or reviewing officer who challenges and "
            "escalates until something happens.",
        ),
    ),
    applies=of(CHILD_IN_NEED, CHILD_PROTECTION_PLAN, CHILD_IN_CARE),
)

PARTNERS = Section(
    "partners",
    "Working with partners",
    "multi-agency",
    (
        yes_no(
            "partners_came",
            "Did the partners who know the child come to the last meeting, or send a report?",
        ),
        grade(
            "partners_quality",
            "How well do the agencies work together for this child?",
            "Does each know what the others know and who does what? Is there challenge in both "
            "directions, and did it help?",
        ),
    ),
)

RISK = Section(
    "risk",
    "Risk and particular harms",
    "risk",
    (
        choice(
            "main_harm",
            "What is the main worry?",
            ("neglect", "Neglect"),
            ("domestic_abuse", "Domestic abuse"),
            ("parent", "A parent's health, or use of drugs or alcohol"),
            ("outside_home", "Harm outside the home"),
            ("abuse", "Sexual or physical abuse"),
            ("other", "Something else, or none"),
        ),
        yes_no(
            "return_interview_in_time",
            "After the child went missing, was there a return interview within 72 hours?",
            data="LA35",
            when=of(MISSING_OR_EXPLOITED),
            theme="exploitation-missing",
        ),
        yes_no(
            "exploitation_tool",
            "Is the risk of exploitation assessed, and looked at again when things change?",
            when=of(MISSING_OR_EXPLOITED),
            theme="exploitation-missing",
        ),
        yes_no(
            "safety_plan",
            "Is there a safety plan that the family made and can use at night?",
            "Was it looked at again after the last incident?",
        ),
        grade(
            "risk_quality",
            "How well is risk seen, understood and brought down?",
            "Look for what it does to this child; for risk that is weighed again as it moves; "
            "and for strengths that are tested, not hoped for. Is too much being hoped?",
            key=True,
            impact=True,
        ),
    ),
)

COURT = Section(
    "court",
    "Before and in court",
    "pre-proceedings-court",
    (
        yes_no(
            "letter_clear",
            "Does the letter say what must change, by when, and what help there is?",
            "Read it as the parent would.",
        ),
        yes_no(
            "first_meeting_in_time",
            "Was the first meeting after the letter within the local standard?",
            data="PL04b",
        ),
        yes_no(
            "family_meeting_offered",
            "Was the family offered a meeting of their own before court?",
            data="PL07",
            theme="family-partnership",
        ),
        grade(
            "court_quality",
            "How well was the step before court, and into it, used for this child?",
            "Was it taken at the right time? Did it move on, up or down, with reasons that a "
            "court would follow?",
        ),
    ),
    applies=of(PRE_PROCEEDINGS),
)

HELPING = (PLAN, VISITS, VOICE, REVIEWS, PARTNERS, RISK, COURT)
