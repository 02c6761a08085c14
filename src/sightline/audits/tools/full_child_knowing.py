"""Full audit, first part: how it was done, the record, the history, the referral, safety, need."""

from sightline.audits.ask import grade, safe, text, yes_no
from sightline.audits.declare import Section
from sightline.audits.whom import (
    ASSESSED,
    CHILD_IN_CARE,
    CHILD_IN_NEED,
    CHILD_PROTECTION_PLAN,
    ENQUIRY,
    PRIVATELY_FOSTERED,
    REFERRED,
    UNDER_18,
    of,
)

METHOD = Section(
    "method",
    "How this audit was done",
    "quality-assurance",
    (
        text(
            "period",
            "Which months does the audit cover?",
            "Six to twelve months is usual. Read further back for the history.",
            required=True,
        ),
        yes_no(
            "worker_spoken_to",
            "Did you speak to the child's social worker or personal adviser?",
            "A record never says everything. Speak before you grade.",
        ),
        yes_no(
            "child_heard",
            "Did you hear what the child thinks of the help?",
            "From a form, a call or a visit, or from somebody the child asked to speak for them. "
            "Say no if it came from the record alone.",
        ),
        yes_no(
            "parent_heard",
            "Did you hear what a parent or carer thinks of the help?",
            "Ask the parent who lives elsewhere too.",
        ),
        yes_no("partner_heard", "Did you hear from a partner, such as the school or the nurse?"),
        text("method_notes", "Is there anything that limits what you could see?"),
    ),
)

RECORD = Section(
    "record",
    "The record",
    "recording",
    (
        yes_no(
            "basics_right",
            "Are identity, family, language, disability and legal status right and up to date?",
            "Compare the front sheet with the latest assessment. Who holds parental "
            "responsibility?",
        ),
        yes_no(
            "record_current",
            "Is everything that happened up to last week on the record?",
            "A visit that is not written down cannot be used by the person on duty tonight.",
        ),
        grade(
            "record_quality",
            "How good is the record, for the child who may read it one day?",
            "Would the child understand why decisions were made, and feel respected? Look for "
            "plain words, the child's own words, and reasons as well as events.",
        ),
    ),
)

HISTORY = Section(
    "history",
    "History and chronology",
    "recording",
    (
        yes_no(
            "chronology_present",
            "Is there a chronology that is up to date?",
            "It holds what mattered to the child, not every email.",
        ),
        grade(
            "history_used",
            "How well is the history used to understand what happens now?",
            "Look for earlier referrals and plans, and for patterns such as neglect that comes "
            "and goes. Does the analysis use them, or only list them?",
        ),
    ),
)

REFERRAL = Section(
    "referral",
    "Referral, threshold and consent",
    "front-door",
    (
        yes_no(
            "decided_in_a_day",
            "Was it decided within one working day what would happen?",
            "The day counts from when the referral arrived, not from when it was typed.",
        ),
        yes_no(
            "consent",
            "Was the family asked for consent, or is it written why not?",
            "Where asking would put the child at risk, the reason should be a manager's.",
        ),
        yes_no("referrer_told", "Was the person who referred told what was decided?"),
        grade(
            "threshold",
            "How good was the decision at the front door?",
            "Was it the right help at the right time? Look for what partners knew, what the "
            "child and family said, what came before, and a manager's reasons.",
        ),
    ),
    applies=of(REFERRED),
)

SAFETY = Section(
    "safety",
    "Immediate safety and enquiries",
    "child-protection-enquiries",
    (
        safe(),
        yes_no(
            "strategy_partners",
            "Were police and health part of the strategy discussion, with what was decided written "
            "down?",
            "Others who know the child, such as the school, belong there too.",
            when=of(ENQUIRY),
        ),
        yes_no(
            "seen_alone_enquiry",
            "Was the child seen, and seen alone where they could be, during the enquiry?",
            when=of(ENQUIRY),
        ),
        yes_no(
            "conference_in_time",
            "Was the first conference held within 15 working days of the strategy discussion?",
            "The days count from the discussion that began the enquiry. Say that it does not apply "
            "where no conference was needed.",
            data="SE04",
            when=of(ENQUIRY),
        ),
        grade(
            "safety_quality",
            "How well was the child kept safe when there was immediate worry?",
            "Was it quick enough? Was the decision to act, or not to act, one that you could "
            "defend to the child? If there was no such worry, grade how the record shows that "
            "somebody kept asking.",
            key=True,
        ),
    ),
)

ASSESSMENT = Section(
    "assessment",
    "Assessment",
    "assessment",
    (
        yes_no(
            "assessment_in_time",
            "Was the assessment finished within 45 working days?",
            data="AS02",
            when=of(ASSESSED),
        ),
        yes_no(
            "seen_in_assessment",
            "Was the child seen during the assessment?",
            data="AS04",
            when=of(ASSESSED),
        ),
        yes_no(
            "whole_family",
            "Are all who matter to the child in it, with fathers and others who live elsewhere?",
            "Being named is not enough: were they spoken to?",
        ),
        yes_no(
            "assessment_shared",
            "Was it shared with the child and family, and what they said of it written down?",
        ),
        grade(
            "assessment_quality",
            "How well does it explain what life is like for this child, and what is needed?",
            "Look for a day in the child's life; risks and strengths weighed and not only listed; "
            "research or tools where they help; and a conclusion that follows. Has it been "
            "updated when things changed?",
            key=True,
        ),
    ),
    applies=of(
        UNDER_18,
        ASSESSED,
        CHILD_IN_NEED,
        CHILD_PROTECTION_PLAN,
        CHILD_IN_CARE,
        PRIVATELY_FOSTERED,
    ),
)

KNOWING = (METHOD, RECORD, HISTORY, REFERRAL, SAFETY, ASSESSMENT)
