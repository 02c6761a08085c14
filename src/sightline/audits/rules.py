"""The rules by which an overall grade follows from the answers: each says what it cannot pass.

An overall grade starts at the best word of the scale, and each rule that holds may lower it.
Grades are counted and never averaged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sightline.audits.scales import Scale


@dataclass(frozen=True, slots=True)
class Limit:
    """When so many grades are so low, the overall grade is no better than ``at_most``.

    It counts the graded questions at ``grade`` or worse: of the key ones alone where ``key``.
    It holds at ``count`` of them, or at ``share`` of all (a half is (1, 2)). ``says`` is the rule
    in words.
    """

    says: str
    grade: str
    at_most: str
    count: int = 0
    share: tuple[int, int] | None = None
    key: bool = False

    def __post_init__(self) -> None:
        """A rule is in words, and by a number or a share, not both."""
        if not self.says.strip():
            raise ValueError("A rule needs its words")
        if (self.count > 0) == (self.share is not None):
            raise ValueError(f"{self.says} Give a count or a share.")

    def check(self, scale: Scale) -> None:
        """ValueError where its grades are not on the scale."""
        for value in (self.grade, self.at_most):
            if value not in scale.values:
                raise ValueError(f"{self.says} {value!r} is not on the scale {scale.id!r}.")

    def holds(self, grades: Sequence[tuple[str, bool]], scale: Scale) -> bool:
        """Whether it holds of grades, each with whether its question is a key one."""
        counted = [grade for grade, key in grades if key or not self.key]
        low = sum(scale.no_better(grade, self.grade) for grade in counted)
        if self.share is None:
            return low >= self.count
        part, whole = self.share
        return bool(counted) and low * whole >= part * len(counted)
