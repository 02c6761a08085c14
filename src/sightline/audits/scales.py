"""Scales: the words that an answer may be given in, from the worst to the best.

A scale orders its words and never gives them numbers to add up. Where one is better than
another is all that it says.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sightline.regime.grades import SCALE, Grade


@dataclass(frozen=True, slots=True)
class Step:
    """One word of a scale: what is kept, what is shown, what it means, and a picture in words."""

    value: str
    label: str
    means: str = ""
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Scale:
    """Words in order, the worst first. ``title`` is the question that the scale answers."""

    id: str
    title: str
    steps: tuple[Step, ...]

    def __post_init__(self) -> None:
        """A scale has two steps or more, each of its own."""
        if not self.id or not self.title.strip() or len(self.steps) < 2:
            raise ValueError(f"Scale {self.id!r} needs an id, a title and two steps or more")
        if len(set(self.values)) != len(self.steps) or not all(self.values):
            raise ValueError(f"Scale {self.id!r} has a step twice, or an empty one")

    @property
    def values(self) -> tuple[str, ...]:
        """What is kept of each step, the worst first."""
        return tuple(step.value for step in self.steps)

    @property
    def worst(self) -> str:
        """The lowest step."""
        return self.steps[0].value

    @property
    def best(self) -> str:
        """The highest step."""
        return self.steps[-1].value

    def step(self, value: str) -> Step:
        """The step of that value; KeyError where there is none."""
        for step in self.steps:
            if step.value == value:
                return step
        raise KeyError(f"{value!r} is not on the scale {self.id!r}: {', '.join(self.values)}")

    def place(self, value: str) -> int:
        """Where a value stands, from 0 for the worst; for comparing, not for adding up."""
        return self.steps.index(self.step(value))

    def no_better(self, value: str, than: str) -> bool:
        """Whether ``value`` is ``than`` or worse."""
        return self.place(value) <= self.place(than)

    def lowest(self, values: Iterable[str]) -> str:
        """The worst of some values."""
        return min(values, key=self.place)


_MEANS = {
    Grade.OUTSTANDING: (
        "The work is good, and it changed this child's life for the better in ways that would "
        "not have happened otherwise. Others could learn from it."
    ),
    Grade.GOOD: (
        "The child is helped and safe. The work is timely, thoughtful and shaped by the child "
        "and family. What is missing is small."
    ),
    Grade.REQUIRES_IMPROVEMENT: (
        "The child is not unsafe, but help is weaker, later or less clear than it should be."
    ),
    Grade.INADEQUATE: (
        "The child is at risk of harm, or harm goes on, because of what was done or left undone."
    ),
}

OFSTED = Scale(
    "ofsted",
    "How good is the work?",
    tuple(Step(str(grade), str(grade), _MEANS[grade]) for grade in reversed(SCALE)),
)
"""The four words that inspectors use. The meanings are this tool's own, for one child's work."""

ZERO_TO_TEN = Scale(
    "zero_to_ten",
    "On a scale from 0 to 10, where would you put it?",
    tuple(
        Step(
            str(number),
            str(number),
            {0: "As bad as it could be.", 10: "As good as it could be."}.get(number, ""),
        )
        for number in range(11)
    ),
)
"""Scaling as it is done in Signs of Safety: the talk about the number matters, not the number."""

MET = Scale(
    "met",
    "Was it done?",
    (
        Step("not_met", "Not met", "It was not done, or nothing shows that it was."),
        Step("partly_met", "Partly met", "Some of it was done, or it was done late."),
        Step("met", "Met", "It was done, in time, and the record shows it."),
    ),
)

IMPACT = Scale(
    "impact",
    "What difference did it make to the child?",
    (
        Step("worse", "Things got worse", "The child's life is harder, or less safe, than it was."),
        Step("none_yet", "No difference yet", "Nothing has changed for the child so far."),
        Step("some", "Some difference", "Something is better. It is early, or it may not last."),
        Step("clear", "A clear difference", "The child's life is better, and people say how."),
    ),
)
"""Asked beside the grade and never mixed with it: good work may not have helped yet."""

FACES = Scale(
    "faces",
    "Pick the face that fits best",
    (
        Step("no", "No", picture="a sad face"),
        Step("a_bit", "A bit", picture="a face with a straight mouth"),
        Step("yes", "Yes", picture="a happy face"),
    ),
)

SCALES = {scale.id: scale for scale in (OFSTED, ZERO_TO_TEN, MET, IMPACT, FACES)}
