"""What auditors and families write in the demonstration: made up, of children who do not exist."""

from __future__ import annotations

from sightline.audits.tools.limits import GOOD, IMPROVE, INADEQUATE, OUTSTANDING

REASONS: dict[str, tuple[str, ...]] = {
    OUTSTANDING: (
        "The child chose who came to the meeting, and the plan changed because of what was said "
        "there. The grandmother says that mornings are calm now.",
        "The worker noticed what nobody had written down, asked about it kindly, and the family "
        "found its own way through. The reasons for each step are plain to read.",
        "Every decision can be followed from what the child said. The school describes a "
        "different child from last year.",
    ),
    GOOD: (
        "The child is seen often, alone, and for a reason. What the child says is in the plan in "
        "the child's words. The dates of two actions are missing.",
        "The work is thoughtful and on time. The father was asked what he thinks, and his ideas "
        "are used. The contingency could be clearer.",
        "Help came when it was needed and it fits. The record is up to date, and a stranger could "
        "go on from it tomorrow.",
        "The manager asked a good question in June and the work changed because of it.",
    ),
    IMPROVE: (
        "Visits are made, but each one stands alone. It is hard to see what the worker wanted to "
        "find out, or what was different afterwards.",
        "The plan could belong to another child. It names services to attend and does not say "
        "what should be different at home.",
        "The mother's view fills three pages and the child's two lines. The father was not asked.",
        "It took seven weeks from the worry to a decision. Nobody chose to wait; it was just not "
        "looked at.",
        "Supervision goes through the list of tasks. There is no sign of reflection, and the same "
        "action is carried forward three times.",
    ),
    INADEQUATE: (
        "The pattern of neglect is in the chronology, and no one has put it together. The child "
        "has told two people that there is no food at weekends.",
        "There has been no visit for nine weeks, and nobody decided that this was all right. The "
        "plan has not been looked at since the family moved.",
        "What the child said in March was written down and nothing was done. The risk is the same "
        "as a year ago.",
    ),
}
"""Why a part is graded so."""

EVIDENCE = (
    "Visit of 14 May and the child's drawing of the same day",
    "Review minutes of 3 June, and what the chair told me",
    "Assessment of 22 April, page 4",
    "Supervision of 9 July",
    "Spoke with the health visitor on the telephone",
    "The worker showed me the safety plan that the family keeps on the fridge",
    "Core group of 18 August; the school's report",
    "The last three visits, read one after the other",
)

TEXTS: dict[str, tuple[str, ...]] = {
    "period": ("The last twelve months.", "From the referral in January until now."),
    "last_progress": (
        "In May: the child began to sleep through, after the older brother moved out.",
        "In September the child joined a football club, and has been each week.",
        "Nothing since the spring that the record shows.",
    ),
    "better": (
        "The child is at school every day. The teacher and the child both say that mornings are "
        "better.",
        "There is less shouting at home. The child told the worker so, and the aunt agrees.",
        "Not much yet. The family says that people come and go and little changes.",
    ),
    "strengths": (
        "The worker kept the child's own words and came back to them with the family.",
        "The manager read the history before deciding, and said why.",
        "Direct work that suited a child who does not like to talk: they cooked together.",
    ),
    "improve": (
        "Write the plan again with the mother, in her words, with one thing to change first. The "
        "worker, by the end of the month.",
        "Ask the father, who has been missing from every meeting. The worker, in two weeks.",
        "Supervision that asks what it is like to be this child. The team manager, next month.",
    ),
    "": (
        "Read beside the last review. What is written fits with what the worker told me.",
        "There is more to it than the record shows; the worker explained it well.",
        "Nothing to add.",
    ),
}
"""Answers in words by question; those of "" for any other."""

ACTIONS = (
    ("planning", "Write the plan again with the family, in their words, with one first change",
     "The child and the parents know what will be different at home, and by when"),
    ("childs-voice", "See the child alone and find out how weekends are",
     "The child has been heard, and the plan says what came of it"),
    ("supervision", "Talk about this child in reflective supervision, and write down what changes",
     "The worker has time to think, and decisions are made without drift"),
    ("assessment", "Meet the father, and bring the assessment up to date with him",
     "The child's father is part of the plan"),
    ("drift-delay", "Decide about the legal gateway meeting, with reasons",
     "The child does not wait any longer for a decision"),
    ("visits", "Visit every two weeks with a purpose from the plan",
     "The child sees the same person, and knows why they come"),
    ("multi-agency", "Agree with the school and the health visitor who does what",
     "The child hears one story from the people who help"),
)  # fmt: skip
"""Theme, what will be done, and what will be different for the child."""

COMMENTS = (
    "The reasons and the grade do not quite fit together. What made you choose it?",
    "Where is the father in this? I could not find that he was asked.",
    "I agree, and would add the missed core group in July.",
    "Can you say where you saw this? The record of that day does not mention it.",
)
MODERATED = {
    -1: "What is written is kinder than the record. Two reviews passed without the child's view, "
    "and the plan did not change after the incident in May.",
    0: "I read the same record and come to the same grade. The reasons are clear and go to the "
    "difference made.",
    1: "The auditor is hard on what is missing and overlooks what changed for the child, which the "
    "school and the family both describe.",
}
"""Why a moderator lowers a grade, leaves it, or raises it."""

GOOD_FOR_FAMILIES = (
    "She listens and does not judge us.", "He always comes when he says he will.",
    "They helped me to sort the school out.", "My worker makes me laugh.",
)  # fmt: skip
CHANGE_FOR_FAMILIES = (
    "Do not change the worker all the time.", "Tell us before the meeting what it is about.",
    "Too many people ask the same questions.", "Come when I am home from work.",
)  # fmt: skip
TOLD = (
    "Told the team manager by telephone at 10:20; she went to the school at once and the child "
    "stayed with the grandmother that night."
)
SAFE_NOW = (
    "Visited the same afternoon by the team manager. A strategy discussion was held at 16:00."
)
