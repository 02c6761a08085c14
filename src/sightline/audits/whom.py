"""For whom something is asked: words about a child, and conditions made of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

CHILD_IN_NEED = "child_in_need"
CHILD_PROTECTION_PLAN = "child_protection_plan"
CHILD_IN_CARE = "child_in_care"
CARE_LEAVER = "care_leaver"
UNDER_18 = "under_18"
SCHOOL_AGE = "school_age"
DISABLED = "disabled"
REFERRED = "referred"
ASSESSED = "assessed"
ENQUIRY = "enquiry"
PRE_PROCEEDINGS = "pre_proceedings"
MISSING_OR_EXPLOITED = "missing_or_exploited"
PRIVATELY_FOSTERED = "privately_fostered"
CHANGED_WORKER = "changed_worker"
CLOSED = "closed"

WHOM: dict[str, str] = {
    CHILD_IN_NEED: "a child in need",
    CHILD_PROTECTION_PLAN: "a child on a child protection plan",
    CHILD_IN_CARE: "a child in care",
    CARE_LEAVER: "a care leaver",
    UNDER_18: "a child under 18",
    SCHOOL_AGE: "a child of nursery or school age",
    DISABLED: "a disabled child",
    REFERRED: "a child referred in the period that the audit covers",
    ASSESSED: "a child assessed in the period that the audit covers",
    ENQUIRY: "a child with a section 47 enquiry in the period that the audit covers",
    PRE_PROCEEDINGS: "a child in pre-proceedings or in court",
    MISSING_OR_EXPLOITED: "a child who went missing, or is at risk of exploitation",
    PRIVATELY_FOSTERED: "a privately fostered child",
    CHANGED_WORKER: "a child whose social worker changed in the period that the audit covers",
    CLOSED: "a child whose work is closing or closed",
}
"""What may be said about a child. An audit keeps the words that were true on its day."""


@dataclass(frozen=True, slots=True)
class When:
    """When something is asked: of whom, and after which earlier answer.

    ``any_of`` are words of ``WHOM``: one is enough. ``all_of`` must all be true, and ``none_of``
    rule it out. ``question`` is an earlier question, whose answer must be among ``answers``.
    Nothing said: it is always asked.
    """

    any_of: tuple[str, ...] = ()
    all_of: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()
    question: str = ""
    answers: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Only words that may be said of a child, and an answer with its question."""
        check_about((*self.any_of, *self.all_of, *self.none_of))
        if {*self.any_of, *self.all_of} & set(self.none_of):
            raise ValueError(f"Asked and not asked of the same: {self.any_of}, {self.none_of}")
        if bool(self.question) != bool(self.answers):
            raise ValueError("An earlier question needs its answers, and answers their question")

    def holds(self, about: Collection[str], given: Mapping[str, str]) -> bool:
        """Whether it is asked, of whom ``about`` speaks, after the answers ``given`` by question.

        A question that has not been answered yet does not hold.
        """
        if self.any_of and not set(self.any_of) & set(about):
            return False
        if set(self.none_of) & set(about) or not set(self.all_of) <= set(about):
            return False
        return not self.question or given.get(self.question) in self.answers

    def words(self) -> str:
        """In words: "a child in care or a care leaver"; empty where it is always asked."""
        some = " or ".join(WHOM[word] for word in self.any_of)
        return ", ".join(filter(None, [some, *(WHOM[word] for word in self.all_of)]))


def check_about(about: Collection[str]) -> None:
    """ValueError for a word that is not one of ``WHOM``."""
    unknown = [word for word in about if word not in WHOM]
    if unknown:
        raise ValueError(f"{', '.join(unknown)}: choose from {', '.join(WHOM)}")


ALWAYS = When()


def of(*any_of: str) -> When:
    """Asked of these."""
    return When(any_of=any_of)


def after(question: str, *answers: str) -> When:
    """Asked where an earlier question was answered so."""
    return When(question=question, answers=answers)
