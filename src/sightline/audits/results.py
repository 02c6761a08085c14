"""What many audits come to: how many of each grade, by question, section, theme and team.

Grades are counted and never averaged. A grade on one scale is not counted with one on another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sightline.audits.answers import Answer, asked, in_play
from sightline.audits.declare import NO, NOT_APPLICABLE, YES, Kind, Question, Tool
from sightline.audits.scales import Scale
from sightline.regime.grades import Grade
from sightline.regime.themes import by_id

CHILD, PARENT, PRACTITIONER = "child", "parent", "practitioner"
VOICES = (CHILD, PARENT, PRACTITIONER)
WEAK = frozenset({str(Grade.REQUIRES_IMPROVEMENT), str(Grade.INADEQUATE), "not_met", "partly_met"})


@dataclass(frozen=True, slots=True)
class Audited:
    """One finished audit, as results need it.

    ``overall`` is the grade that stands: derived, overridden or moderated. ``voices`` are those
    heard, of ``VOICES``.
    """

    tool: Tool
    child: str
    team: str
    on: date
    about: frozenset[str]
    answers: Mapping[str, Answer]
    overall: str | None = None
    voices: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Distribution:
    """How many of each answer, from the worst to the best, of those that gave one.

    ``key`` is what it is of: a question, section, theme or team. ``without`` are audits that
    were asked and gave none.
    """

    key: str
    title: str
    scale: Scale
    counts: Mapping[str, int]
    without: int = 0

    @property
    def of(self) -> int:
        """How many answers there are."""
        return sum(self.counts.values())

    def at_least(self, value: str) -> tuple[int, int]:
        """How many are ``value`` or better, of how many."""
        place = self.scale.place(value)
        good = sum(n for step, n in self.counts.items() if self.scale.place(step) >= place)
        return good, self.of

    def __str__(self) -> str:
        """In words: "Good 4 of 10, Inadequate 1 of 10", the best first, noughts left out."""
        shown = [
            f"{step.label} {self.counts[step.value]} of {self.of}"
            for step in reversed(self.scale.steps)
            if self.counts[step.value]
        ]
        return ", ".join(shown) or "none"


@dataclass(frozen=True, slots=True)
class Graded:
    """One grade that was given, with the question, and the audit that it stands in."""

    audit: Audited
    question: Question
    value: str


def grades(audits: Iterable[Audited]) -> list[Graded]:
    """Every grade of every question, in order of the audits."""
    return [
        Graded(audit, question, given[question.id].value)
        for audit in audits
        for given in (in_play(audit.tool, audit.about, audit.answers),)
        for question in audit.tool.graded
        if question.id in given
    ]


def by_question(audits: Sequence[Audited]) -> tuple[Distribution, ...]:
    """Grades by question, each tool and version apart. The key is "full_child/1:plan_quality"."""
    without = Counter(
        _key(audit, question)
        for audit in audits
        for question in asked(audit.tool, audit.about, audit.answers)
        if question.kind is Kind.GRADE
        and not audit.answers.get(question.id, Answer()).value.strip()
    )
    return _distributed(
        grades(audits),
        lambda one: (_key(one.audit, one.question), one.question.text),
        without,
    )


def by_section(audits: Sequence[Audited]) -> tuple[Distribution, ...]:
    """Grades by section, each tool and version apart. The key is "full_child/1:plan"."""

    def section(one: Graded) -> tuple[str, str]:
        found = one.audit.tool.section_of(one.question.id)
        return f"{one.audit.tool.ref}:{found.id}", found.title

    return _distributed(grades(audits), section)


def by_theme(audits: Sequence[Audited]) -> tuple[Distribution, ...]:
    """Grades by theme, those of every tool with the same scale together."""
    return _distributed(
        grades(audits), lambda one: (one.question.theme, by_id(one.question.theme).title)
    )


def overall(audits: Sequence[Audited]) -> tuple[Distribution, ...]:
    """Overall grades of all, one distribution for each scale."""
    return _overall(audits, lambda _: "all")


def by_team(audits: Sequence[Audited]) -> tuple[Distribution, ...]:
    """Overall grades by team, in order of the teams' names."""
    return tuple(sorted(_overall(audits, lambda audit: audit.team), key=lambda d: d.key))


def _key(audit: Audited, question: Question) -> str:
    return f"{audit.tool.ref}:{question.id}"


def _distributed(
    graded: Iterable[Graded],
    named: Callable[[Graded], tuple[str, str]],
    without: Mapping[str, int] | None = None,
) -> tuple[Distribution, ...]:
    rows = [(*named(one), one.audit.tool.scale, one.value) for one in graded]
    return _counted(rows, without or {})


def _overall(
    audits: Sequence[Audited], named: Callable[[Audited], str]
) -> tuple[Distribution, ...]:
    able = [audit for audit in audits if audit.tool.overall]
    rows = [(named(a), named(a), a.tool.scale, a.overall) for a in able if a.overall]
    return _counted(rows, Counter(named(audit) for audit in able if not audit.overall))


def _counted(
    rows: Iterable[tuple[str, str, Scale, str]], without: Mapping[str, int]
) -> tuple[Distribution, ...]:
    found: dict[tuple[str, str], tuple[str, Scale, Counter[str]]] = {}
    for key, title, scale, value in rows:
        found.setdefault((key, scale.id), (title, scale, Counter()))[2][value] += 1
    return tuple(
        Distribution(key, title, scale, {v: n[v] for v in scale.values}, without.get(key, 0))
        for (key, _), (title, scale, n) in found.items()
    )


@dataclass(frozen=True, slots=True)
class Compliance:
    """Of how many children something was done: yes of yes and no.

    ``not_applicable`` are left out of both; ``from_data`` says how many a measure answered.
    """

    key: str
    question: Question
    yes: int
    of: int
    not_applicable: int
    from_data: int

    def __str__(self) -> str:
        """In words: "7 of 9"; with nobody, "none to count"."""
        return f"{self.yes} of {self.of}" if self.of else "none to count"


def compliance(audits: Sequence[Audited]) -> tuple[Compliance, ...]:
    """The yes and no questions, each tool and version apart, in order."""
    given: dict[str, tuple[Question, list[Answer]]] = {}
    for audit in audits:
        counted = in_play(audit.tool, audit.about, audit.answers)
        for question in audit.tool.questions:
            if question.kind is Kind.YES_NO and question.id in counted:
                row = given.setdefault(_key(audit, question), (question, []))
                row[1].append(counted[question.id])
    return tuple(_complied(key, question, rows) for key, (question, rows) in given.items())


def _complied(key: str, question: Question, rows: Sequence[Answer]) -> Compliance:
    count = Counter(answer.value for answer in rows)
    judged = [answer for answer in rows if answer.value != NOT_APPLICABLE]
    from_data = sum(answer.from_data for answer in judged)
    yes_or_no = count[YES] + count[NO]
    return Compliance(key, question, count[YES], yes_or_no, count[NOT_APPLICABLE], from_data)


def voices_heard(audits: Sequence[Audited]) -> dict[str, tuple[int, int]]:
    """In how many audits the child, a parent and the practitioner were heard, of how many."""
    return {voice: (sum(voice in a.voices for a in audits), len(audits)) for voice in VOICES}


@dataclass(frozen=True, slots=True)
class Repeat:
    """The same theme found weak again in the same child's audits: on which days."""

    child: str
    theme: str
    days: tuple[date, ...]


def repeat_findings(audits: Sequence[Audited]) -> tuple[Repeat, ...]:
    """Themes in which a child's work was below good, or not met, at two audits or more."""
    found: dict[tuple[str, str], set[date]] = {}
    for one in grades(audits):
        if one.value in WEAK:
            found.setdefault((one.audit.child, one.question.theme), set()).add(one.audit.on)
    return tuple(
        Repeat(child, theme, tuple(sorted(days)))
        for (child, theme), days in sorted(found.items())
        if len(days) > 1
    )
