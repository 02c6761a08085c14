"""How an audit tool is declared: its sections, its questions, and for whom they are asked.

    TOOL = Tool(
        id="visits", version=1, title="Visits", kind=Activity.DIP_SAMPLE, about="child",
        purpose="Were children seen?",
        sections=(Section("visits", "Visits", "visits", (yes_no("seen", "Was the child seen?"),)),),
    )

A wrong declaration cannot be imported. A changed tool is a new version: the old one stays, so
that an audit is read by the questions it was asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from sightline.audits.rules import Limit
from sightline.audits.scales import IMPACT, OFSTED, Scale, Step
from sightline.audits.whom import ALWAYS, When
from sightline.regime.themes import THEME_IDS

QUESTIONS_IN_A_SECTION = 6
SUBJECTS = ("child", "practice", "supervision_file", "family", "partnership")
_ID = re.compile(r"[a-z][a-z0-9_]*")


class Kind(StrEnum):
    """What kind of answer a question takes."""

    YES_NO = "yes_no"
    GRADE = "grade"
    TEXT = "text"
    CHOICE = "choice"
    SCALE = "scale"
    SAFE = "safe"


class Activity(StrEnum):
    """What kind of looking a tool is for."""

    FULL = "full"
    COLLABORATIVE = "collaborative"
    FEEDBACK = "feedback"
    OBSERVATION = "observation"
    SUPERVISION = "supervision"
    THEMATIC = "thematic"
    DIP_SAMPLE = "dip_sample"
    CLOSURE = "closure"
    REAUDIT = "reaudit"
    MULTI_AGENCY = "multi_agency"


YES, NO, NOT_APPLICABLE, UNSURE = "yes", "no", "na", "unsure"
_YES_NO = (Step(YES, "Yes"), Step(NO, "No"), Step(NOT_APPLICABLE, "Does not apply"))
_SAFE = (
    Step(YES, "Yes"),
    Step(NO, "No", "Tell the team manager and the service manager now, not at the end."),
    Step(UNSURE, "I cannot tell", "Find out today. Ask the team manager."),
)


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    ``guidance`` stands beside it. ``needs_evidence`` asks where it was seen. ``choices`` are
    those of a choice. ``answered_from`` is the id of a measure that answers it from data: yes
    there is yes here. ``key`` marks a grade that limits the overall one. ``impact`` asks, beside
    the grade, what difference it made. ``scale`` is its own, else the tool's. ``easy_text`` is
    the question as it is asked in easy words. ``theme`` is its section's where it has none.
    ``alerts`` are answers that a manager is told of the same day.
    """

    id: str
    text: str
    kind: Kind
    theme: str = ""
    guidance: str = ""
    required: bool = True
    needs_evidence: bool = False
    choices: tuple[Step, ...] = ()
    answered_from: str | None = None
    asked_when: When = ALWAYS
    key: bool = False
    impact: bool = False
    scale: Scale | None = None
    easy_text: str = ""
    alerts: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """What contradicts itself cannot be imported."""
        for wrong in self._wrong():
            raise ValueError(f"Question {self.id}: {wrong}")

    def _wrong(self) -> list[str]:
        graded = self.kind is Kind.GRADE
        rules = (
            (bool(_ID.fullmatch(self.id)), "its id is small letters, figures and low lines"),
            (bool(self.text.strip()), "it needs a text"),
            (not self.theme or self.theme in THEME_IDS, f"there is no theme {self.theme!r}"),
            (bool(self.choices) == (self.kind is Kind.CHOICE), "choices belong to a choice"),
            (len({c.value for c in self.choices}) == len(self.choices), "a choice stands twice"),
            (
                not self.answered_from or self.kind is Kind.YES_NO,
                "data answers a yes or no question alone",
            ),
            (graded or not (self.key or self.impact), "only a grade is key or has an impact"),
            (graded or self.kind is Kind.SCALE or not self.scale, "it has no use for a scale"),
            (self.kind is not Kind.SCALE or bool(self.scale), "it needs a scale"),
        )
        return [wrong for right, wrong in rules if not right]


@dataclass(frozen=True, slots=True)
class Section:
    """Some questions that belong together, on one theme, and for whom they are asked."""

    id: str
    title: str
    theme: str
    questions: tuple[Question, ...]
    guidance: str = ""
    applies: When = ALWAYS

    def __post_init__(self) -> None:
        """A section has a theme, and so have its questions from now on."""
        if not _ID.fullmatch(self.id) or not self.title.strip():
            raise ValueError(f"Section {self.id!r} needs an id and a title")
        if self.theme not in THEME_IDS:
            raise ValueError(f"Section {self.id}: there is no theme {self.theme!r}")
        if not 0 < len(self.questions) <= QUESTIONS_IN_A_SECTION:
            raise ValueError(f"Section {self.id}: from 1 to {QUESTIONS_IN_A_SECTION} questions")
        themed = tuple(replace(q, theme=q.theme or self.theme) for q in self.questions)
        object.__setattr__(self, "questions", themed)


@dataclass(frozen=True)
class Tool:
    """A tool: what it is for, about whom, what it asks, and how its overall grade follows.

    ``overall`` are the rules of the overall grade; a tool without any has none.
    ``one_per_page`` is for people who answer on a phone.
    """

    id: str
    version: int
    title: str
    kind: Activity
    about: str
    purpose: str
    sections: tuple[Section, ...]
    scale: Scale = OFSTED
    overall: tuple[Limit, ...] = ()
    impact: Scale = IMPACT
    one_per_page: bool = False

    def __post_init__(self) -> None:
        """What contradicts itself cannot be imported."""
        for wrong in (*self._wrong(), *self._wrong_whens()):
            raise ValueError(f"Tool {self.id} version {self.version}: {wrong}")
        for limit in self.overall:
            limit.check(self.scale)

    def _wrong(self) -> list[str]:
        named = [section.id for section in self.sections] + [q.id for q in self.questions]
        twice = sorted({name for name in named if named.count(name) > 1})
        rules = (
            (bool(_ID.fullmatch(self.id)) and self.version > 0, "it needs an id and a version"),
            (self.about in SUBJECTS, f"it is about one of {', '.join(SUBJECTS)}"),
            (bool(self.title.strip() and self.purpose.strip()), "it needs a title and a purpose"),
            (bool(self.sections), "it needs a section"),
            (not twice, f"declared twice: {', '.join(twice)}"),
            (
                all(q.scale in (None, self.scale) for q in self.graded),
                "its grades are on its own scale",
            ),
            (
                all({*q.alerts} <= {s.value for s in self.steps(q)} for q in self.questions),
                "an alert is an answer that can be given",
            ),
            (not self.overall or bool(self.graded), "an overall grade needs graded questions"),
        )
        return [wrong for right, wrong in rules if not right]

    def _wrong_whens(self) -> list[str]:
        """What is asked after an answer must come after the question, and the answer exist."""
        wrong, seen = [], dict[str, tuple[str, ...]]()
        for section in self.sections:
            wrong += _wrong_when(section.id, section.applies, seen)
            for question in section.questions:
                wrong += _wrong_when(question.id, question.asked_when, seen)
                seen[question.id] = tuple(step.value for step in self.steps(question))
        return wrong

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Every question, in order, whoever it is asked of."""
        return tuple(q for section in self.sections for q in section.questions)

    @property
    def graded(self) -> tuple[Question, ...]:
        """The questions that are answered with a grade."""
        return tuple(q for q in self.questions if q.kind is Kind.GRADE)

    @property
    def ref(self) -> str:
        """Its id and version, as they are kept with an answer: "full_child/1"."""
        return f"{self.id}/{self.version}"

    def question(self, question_id: str) -> Question:
        """The question of that id; KeyError where there is none."""
        for question in self.questions:
            if question.id == question_id:
                return question
        raise KeyError(f"{self.ref} has no question {question_id!r}")

    def section_of(self, question_id: str) -> Section:
        """The section that a question stands in; KeyError where there is none."""
        for section in self.sections:
            if any(question.id == question_id for question in section.questions):
                return section
        raise KeyError(f"{self.ref} has no question {question_id!r}")

    def steps(self, question: Question) -> tuple[Step, ...]:
        """The answers that a question may be given, in order; none for a text."""
        if question.kind is Kind.YES_NO:
            return _YES_NO
        if question.kind is Kind.SAFE:
            return _SAFE
        if question.kind in (Kind.GRADE, Kind.SCALE):
            return (question.scale or self.scale).steps
        return question.choices


def _wrong_when(of: str, when: When, seen: dict[str, tuple[str, ...]]) -> list[str]:
    if not when.question:
        return []
    if when.question not in seen:
        return [f"{of} is asked after {when.question!r}, which does not come before it"]
    odd = set(when.answers) - set(seen[when.question])
    return [f"{of} waits for {', '.join(sorted(odd))}, which is no answer"] if odd else []
