"""A thread: what inspectors have said on one theme to one authority, event by event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sightline.reports.same_event import HistoryEvent, history
from sightline.reports.shelf import Shelf
from sightline.reports.threads.quotes import Quote, by_event, theme_title, times

CAUTION = (
    "These are counts of sentences, not grades: a report of 2015 has many more sentences than a "
    "letter, and each visit looked at other things. Read the quotes."
)
MOSTLY = 2 / 3
"""The least share of strengths, or of weaknesses, that is called "mostly"."""


@dataclass(frozen=True)
class Point:
    """What one report or letter said on the theme.

    ``mixed`` says both in one sentence, ``neutral`` neither. ``told_to_improve`` counts its areas
    for improvement and priority actions, which are among the weaknesses too. ``words`` sums it up.
    """

    event: HistoryEvent
    strengths: int
    weaknesses: int
    mixed: int
    neutral: int
    improving: int
    worsening: int
    told_to_improve: int
    quotes: tuple[Quote, ...]

    @property
    def weighed(self) -> int:
        """How many sentences say that something works or does not."""
        return self.strengths + self.weaknesses + self.mixed

    @property
    def share_of_strengths(self) -> float | None:
        """Strengths among the sentences that weigh; None where there are none."""
        return self.strengths / self.weighed if self.weighed else None

    @property
    def share_of_weaknesses(self) -> float | None:
        """Weaknesses among the sentences that weigh; None where there are none."""
        return self.weaknesses / self.weighed if self.weighed else None

    @property
    def words(self) -> str:
        """In words: "mostly weaknesses", "mixed", "only strengths", "nothing weighed"."""
        if not self.weighed:
            return "nothing weighed"
        for count, word in ((self.strengths, "strengths"), (self.weaknesses, "weaknesses")):
            if count == self.weighed:
                return f"only {word}"
            if count / self.weighed >= MOSTLY:
                return f"mostly {word}"
        return "mixed"

    @property
    def counts(self) -> str:
        """The counts behind the words: "2 strengths, 8 weaknesses, 1 mixed"."""
        named = (
            (self.strengths, "strength" if self.strengths == 1 else "strengths"),
            (self.weaknesses, "weakness" if self.weaknesses == 1 else "weaknesses"),
            (self.mixed, "mixed"),
        )
        return ", ".join(f"{count} {word}" for count, word in named if count)


@dataclass(frozen=True)
class Thread:
    """One theme over time. ``sentence`` says the direction in words; ``caution`` goes with it."""

    who: str
    authority: str
    theme: str
    title: str
    points: tuple[Point, ...]
    sentence: str
    caution: str = CAUTION


def thread(shelf: Shelf, who: str, theme: str) -> Thread:
    """What inspectors have said on one theme to one authority over time, with the quotes.

    ``who`` is as for ``same_event.history``. Raises ``UserError`` for a theme that is none.
    """
    title = theme_title(theme)
    events = history(shelf, who)
    found = by_event(events, shelf.findings(who=who, theme=theme))
    points = tuple(_point(events[place], quotes) for place, quotes in found.items())
    authority = events[0].authority if events else who
    return Thread(who, authority, theme, title, points, _sentence(title, authority, points))


def threads(shelf: Shelf, who: str) -> list[Thread]:
    """A thread for each theme on which inspectors have said anything, the most said first."""
    events = history(shelf, who)
    found = by_event(events, shelf.findings(who=who))
    said = Counter(t for quotes in found.values() for q in quotes for t in q.themes if t != "none")
    authority = events[0].authority if events else who
    made = []
    for theme, _ in said.most_common():
        points = tuple(
            _point(events[place], on_theme)
            for place, quotes in found.items()
            if (on_theme := [q for q in quotes if theme in q.themes])
        )
        title = theme_title(theme)
        made.append(
            Thread(who, authority, theme, title, points, _sentence(title, authority, points))
        )
    return made


def _point(event: HistoryEvent, quotes: Sequence[Quote]) -> Point:
    polarity = Counter("weakness" if q.is_item else q.polarity for q in quotes)
    trajectory = Counter(q.trajectory for q in quotes)
    return Point(
        event=event,
        strengths=polarity["strength"],
        weaknesses=polarity["weakness"],
        mixed=polarity["mixed"],
        neutral=polarity["neutral"],
        improving=trajectory["improving"],
        worsening=trajectory["worsening"],
        told_to_improve=sum(q.is_item for q in quotes),
        quotes=tuple(quotes),
    )


def _sentence(title: str, authority: str, points: Sequence[Point]) -> str:
    """The direction in words, with the counts: no average, no score."""
    weighed = [point for point in points if point.weighed]
    if not weighed:
        return f"{title}: inspectors have weighed nothing on it in {authority}."
    said = [
        f"{point.words} in {when} ({point.counts})"
        for point, when in zip(weighed, times([p.event for p in weighed]))
    ]
    return f"{title}: {', '.join(said)}."
