"""Rules of rows that several checks share, each with its general sentence."""

from __future__ import annotations

from typing import cast

from sightline.intake.rules import Rule, Severity


def _new(rule_id: str, severity: str, means: str, remedy: str) -> Rule:
    return Rule(rule_id, cast(Severity, severity), means, remedy)


ORDER_RULES = {
    key: _new(key, severity, means, "See which of the two dates is wrong, and put it right.")
    for key, severity, means in (
        ("W03", "error", "It is dated long before the child was born."),
        ("W06", "error", "The assessment was completed before it started."),
        ("W07", "error", "It ends before it starts."),
        ("W10", "error", "The conference is dated before the strategy discussion."),
        ("W18", "query", "The child was last seen before the start, or after the closure."),
        ("W20", "error", "A visit or review is dated outside the plan."),
        ("W25", "error", "The placement or legal status does not lie within the time in care."),
        ("W30", "error", "A date does not lie within the time in care, or is before birth."),
        ("W37", "error", "The dates of adoption are out of order."),
        ("W39", "error", "The dates of the adopter's stages do not fit each other."),
        ("W50", "error", "A date comes before, or after, another that it cannot."),
    )
}
PAIR_RULES = {
    key: _new(key, severity, means, "Fill in the one that is blank, or clear the other.")
    for key, severity, means in (
        ("W08", "error", "An outcome without a date of authorisation, or the reverse."),
        ("W12", "error", "An outcome of the conference without its date, or the reverse."),
        ("W16", "error", "A closure date without a reason, or the reverse."),
        ("W21", "query", "A visit without whether the child was seen alone, or the reverse."),
        ("W24", "error", "A date of ceasing to be in care without a valid reason, or the reverse."),
        ("W38", "error", "A reversal of the adoption decision that does not fit the other dates."),
        ("W52", "error", "Two columns that belong together: one is filled in, the other is not."),
    )
} | {"W39": ORDER_RULES["W39"]}
for _id, _severity, _means, _remedy in (
    (
        "W04",
        "query",
        "It is dated before the time that the list covers.",
        "See that the extract was run for the right dates; leave older rows out.",
    ),
    (
        "W05",
        "query",
        "The young person was 18 or over when it began, or is so while it is open.",
        "See whether the date of birth is right, and whether it should have ended.",
    ),
    (
        "W32",
        "query",
        "The placement lacks Ofsted's number, or does not fit the child's age.",
        "Fill in the number, or put right the placement or the date of birth.",
    ),
    (
        "W40",
        "query",
        "Nobody is named who holds the work: worker or team is blank, or a tray or a post.",
        "Allocate it. This is a finding to act on, and not only to mend.",
    ),
    (
        "X07",
        "query",
        "What is said of who the child is differs between lists.",
        "Put right the one that is wrong where it was entered.",
    ),
    (
        "X12",
        "error",
        "Care ended by adoption without an order in list 10, or an adopted child is in care.",
        "Put right the reason or the order, or end the time in care.",
    ),
    (
        "X18",
        "query",
        "Team or worker is another than in list 6.",
        "See who holds the work, and put the other right.",
    ),
    (
        "X20",
        "information",
        "One name is spelt in several ways.",
        "Choose one spelling where it is entered.",
    ),
):
    _new(_id, _severity, _means, _remedy)
BELOW = _new("W53", "error", "The number is below the least that makes sense.", "Put it right.")
TWICE = _new(
    "W01",
    "error",
    "The same child, or adopter, stands in this list twice.",
    "Leave the row of the latest episode in, and take the other out.",
)
KEY_TWICE = _new(
    "W54", "error", "Two rows have the same identifier.", "Take one out, or give it its own."
)
NO_SUCH = _new(
    "X50",
    "error",
    "The identifier is not in the table that it refers to.",
    "Extract both tables at the same time; see that the row was not filtered out.",
)
