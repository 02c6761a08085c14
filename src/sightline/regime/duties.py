"""Duties that a visit raises: who must do what by when, in working days or as the letter says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sightline.kit.calendar import add_months, add_working_days, long_date
from sightline.regime.facts import Fact, Sure
from sightline.regime.history import Event, ordered
from sightline.regime.visits import Kind

REGULATIONS = "SI 2007/462"
BASES = {
    "received": "the day the authority received it",
    "letter_date": "the date on the letter",
    "published": "the day it was published",
    "end": "the last day on site",
}


@dataclass(frozen=True, slots=True)
class DutyRule:
    """A duty as declared: its id, what raises it, who must do what, and how long they have.

    ``bases`` are the dates to count from, the best first: a later one is used where the
    earlier ones are not known, and the duty says which it was. ``working_days`` is None where
    only the document can say.
    """

    id: str
    title: str
    who: str
    trigger: Kind | None
    needs_priority_action: bool
    working_days: int | None
    months: int | None
    bases: tuple[str, ...]
    source: Fact

    def __post_init__(self) -> None:
        """A duty needs a known base, and at most one length."""
        if not set(self.bases) <= set(BASES):
            raise ValueError(f"{self.id}: the bases are {tuple(BASES)}")
        if self.working_days is not None and self.months is not None:
            raise ValueError(f"{self.id}: give working days or months, not both")

    def raised_by(self, event: Event) -> bool:
        """Whether a visit raises this duty."""
        if event.kind is not self.trigger:
            return False
        return bool(event.priority_actions) or not self.needs_priority_action


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty of one visit: when it is due, whether the document says so, and the working.

    ``due`` is ``stated`` where the document gives a date, else ``computed``; None where neither
    can be had. ``base_name`` says which date ``computed`` counts from.
    """

    rule: DutyRule
    event: Event | None
    due: date | None
    stated: date | None
    computed: date | None
    base: date | None
    base_name: str
    reasons: tuple[str, ...]


FROM_RECEIPT = ("received", "published", "letter_date")
FROM_LETTER = ("received", "letter_date", "published")

RULES = (
    DutyRule(
        id="publish_report",
        title="Publish the inspection report",
        who="the authority",
        trigger=Kind.INSPECTION,
        needs_priority_action=False,
        working_days=30,
        months=None,
        bases=FROM_RECEIPT,
        source=Fact(
            "The report is published within 30 working days of receiving it.",
            f"{REGULATIONS} regulation 2",
            Sure.PRIMARY,
        ),
    ),
    DutyRule(
        id="written_statement",
        title="Send and publish the written statement of action",
        who="the authority, to the Secretary of State and the Chief Inspector",
        trigger=Kind.INSPECTION,
        needs_priority_action=False,
        working_days=70,
        months=None,
        bases=FROM_RECEIPT,
        source=Fact(
            "Every inspected authority makes a written statement within 70 working days of "
            "receiving the report.",
            f"Education and Inspections Act 2006, section 137; {REGULATIONS}",
            Sure.PRIMARY,
        ),
    ),
    DutyRule(
        id="draft_action_plan",
        title="Send the draft action plan",
        who="the authority, to Ofsted",
        trigger=Kind.FOCUSED_VISIT,
        needs_priority_action=True,
        working_days=20,
        months=None,
        bases=FROM_LETTER,
        source=Fact(
            "An area for priority action calls for a draft plan within 20 working days.",
            "Ofsted's letters since August 2018",
            Sure.PRIMARY,
        ),
    ),
    DutyRule(
        id="final_action_plan",
        title="Send the final action plan",
        who="the authority, to Ofsted and the Secretary of State",
        trigger=Kind.FOCUSED_VISIT,
        needs_priority_action=True,
        working_days=70,
        months=None,
        bases=FROM_LETTER,
        source=Fact(
            "An area for priority action calls for a final plan within 70 working days of "
            "receiving the letter.",
            "Ofsted's letters since August 2018",
            Sure.PRIMARY,
        ),
    ),
    DutyRule(
        id="joint_statement",
        title="Send the agencies' written statement of proposed action",
        who="the agency that the letter names",
        trigger=Kind.JOINT_INSPECTION,
        needs_priority_action=False,
        working_days=70,
        months=None,
        bases=("published", "letter_date"),
        source=Fact(
            "The letter states the date, usually 70 working days after publication.",
            "joint inspection letters; Children Act 2004 (Joint Area Reviews) Regulations 2015",
            Sure.PRIMARY,
        ),
    ),
)

MEETING_LETTER = DutyRule(
    id="meeting_letter",
    title="Write to the director after the annual engagement meeting",
    who="Ofsted",
    trigger=None,
    needs_priority_action=False,
    working_days=None,
    months=1,
    bases=("end",),
    source=Fact(
        "A letter within a month of the meeting; it is not published.",
        "accounts of the 2018 arrangements",
        Sure.SECONDARY,
    ),
)

SELF_EVALUATION = DutyRule(
    id="self_evaluation",
    title="Share the self-evaluation before the annual engagement meeting",
    who="the authority, with Ofsted",
    trigger=None,
    needs_priority_action=False,
    working_days=None,
    months=None,
    bases=(),
    source=Fact("Every year, on a date agreed in the region.", "no source", Sure.UNSURE),
)


def duties(events: Iterable[Event]) -> list[Duty]:
    """Every duty that the visits raise, oldest visit first."""
    return [
        duty_of(rule, event) for event in ordered(events) for rule in RULES if rule.raised_by(event)
    ]


def open_duties(events: Iterable[Event], as_of: date) -> list[Duty]:
    """The duties raised by ``as_of`` that fall due on or after it, the soonest first."""
    raised = [duty for duty in duties(events) if _raised_by(duty, as_of)]
    return sorted(
        (duty for duty in raised if duty.due and duty.due >= as_of),
        key=lambda duty: duty.due or date.max,
    )


def _raised_by(duty: Duty, as_of: date) -> bool:
    """Whether the document that raises the duty was out by then."""
    event = duty.event
    base = duty.base or (event.published or event.letter_date if event else None)
    return base is not None and base <= as_of


def duty_of(rule: DutyRule, event: Event) -> Duty:
    """One visit's duty by one rule. A date stated in the document beats the calculation."""
    base_name, base = _base(rule, event)
    computed = _computed(rule, base)
    stated = event.stated_due_dates.get(rule.id)
    reasons = tuple(_reasons(rule, base_name, base, computed, stated))
    return Duty(rule, event, stated or computed, stated, computed, base, base_name, reasons)


def meeting_duties(held_on: date) -> list[Duty]:
    """The duty that an annual engagement meeting raises: Ofsted's letter within a month."""
    due = add_months(held_on, 1)
    why = f"One month after the meeting of {long_date(held_on)}; the letter is not published."
    return [Duty(MEETING_LETTER, None, due, None, due, held_on, "end", (why,))]


def yearly_duties() -> list[Duty]:
    """What is due every year on a date that no rule fixes."""
    why = "Every year, before the annual engagement meeting; the region agrees the date."
    return [Duty(SELF_EVALUATION, None, None, None, None, None, "", (why,))]


def _base(rule: DutyRule, event: Event) -> tuple[str, date | None]:
    for name in rule.bases:
        if day := getattr(event, name):
            return name, day
    return "", None


def _computed(rule: DutyRule, base: date | None) -> date | None:
    if base is None or rule.working_days is None:
        return None
    return add_working_days(base, rule.working_days)


def _reasons(
    rule: DutyRule, base_name: str, base: date | None, computed: date | None, stated: date | None
) -> Iterable[str]:
    """The working, in sentences."""
    if stated:
        yield f"The document states {long_date(stated)}."
    elif not base:
        yield "No date is known to count from."
    if base and computed:
        counted = f"{rule.working_days} working days from {BASES[base_name]}, {long_date(base)},"
        yield f"{counted} end on {long_date(computed)}."
        if stated and stated != computed:
            yield "The date stated in the document is used, not the count."
        if not stated and base_name != rule.bases[0]:
            best = BASES[rule.bases[0]].capitalize()
            yield f"{best} is not known, so the true date may be earlier or later."
