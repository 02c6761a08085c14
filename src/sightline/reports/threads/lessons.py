"""Lessons: which authorities were told the same, and what their next letter or report credits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sightline.kit.problems import UserError
from sightline.reports.same_event import HistoryEvent, history
from sightline.reports.shelf import Shelf
from sightline.reports.threads.quotes import ITEMS, Quote, by_event, theme_title

_MANY = 5000
Rows = Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class Lesson:
    """One authority that was told to improve something, and was credited for it afterwards.

    ``credited`` are strengths, and things said to be improving, in the next report or letter that
    weighs the theme; ``still`` its weaknesses on it, so that nobody takes the credit for all
    there is to say. ``silent`` is how many reports and letters in between did not weigh it.
    """

    who: str
    authority: str
    theme: str
    title: str
    told: tuple[Quote, ...]
    told_event: HistoryEvent
    credited: tuple[Quote, ...]
    credited_event: HistoryEvent
    still: tuple[Quote, ...]
    silent: int

    @property
    def sentence(self) -> str:
        """What happened, in words, with the counts."""
        return (
            f"{self.authority} was told to improve {self.title[0].lower()}{self.title[1:]} "
            f"({self.told_event.title.lower()}, {self.told_event.when_words}); its next "
            f"{'report' if self.credited_event.kind == 'inspection' else 'letter'} on it "
            f"({self.credited_event.when_words}) credits {len(self.credited)} and finds "
            f"{len(self.still)} still weak."
        )


def lessons(
    shelf: Shelf,
    theme: str | None = None,
    words: str | None = None,
    but_not: str | None = None,
    limit: int | None = None,
    histories: Mapping[str, Sequence[HistoryEvent]] | None = None,
) -> list[Lesson]:
    """Who was told to improve something, and was credited for it next, the most credit first.

    Give a ``theme``, or ``words`` that the areas for improvement and priority actions must hold;
    by words, the foremost theme of each is followed. ``but_not`` leaves one authority out.
    Authorities that were not credited are left out. ``histories`` are those of the library, where
    a caller has them already. Raises ``UserError`` without a theme or words.
    """
    if (theme is None) == (words is None):
        raise UserError("Give a theme or some words, and not both.")
    told = _told(shelf, theme, words)
    findings = {t: list(shelf.findings(theme=t)) for t in {t for t, _ in told}}
    found = [
        lesson
        for (followed, who), rows in told.items()
        if who != but_not
        for lesson in _of_authority(
            (histories or {}).get(who) or history(shelf, who),
            who,
            followed,
            rows,
            findings[followed],
        )
    ]
    found.sort(key=lambda one: (-_part(one), -len(one.credited), one.authority))
    return found[:limit]


def _part(lesson: Lesson) -> float:
    return len(lesson.credited) / (len(lesson.credited) + len(lesson.still))


def _told(shelf: Shelf, theme: str | None, words: str | None) -> dict[tuple[str, str], Rows]:
    """The items asked for, by theme and authority."""
    if theme is not None:
        theme_title(theme)
        rows: Iterable[Mapping[str, Any]] = shelf.findings(theme=theme)
    else:
        rows = shelf.search(words or "", limit=_MANY, roles=ITEMS)
    told: dict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        followed = theme or next(iter(row["themes"]), None)
        if followed and row["who"] and row["role"] in ITEMS:
            told[followed, row["who"]].append(row)
    return {key: tuple(rows) for key, rows in sorted(told.items())}


def _of_authority(
    events: Sequence[HistoryEvent], who: str, theme: str, items: Rows, findings: Rows
) -> Iterable[Lesson]:
    told = by_event(events, items)
    weighed = {
        place: quotes
        for place, quotes in by_event(events, (f for f in findings if f["who"] == who)).items()
        if any(q.is_credit or q.is_weakness for q in quotes)
    }
    for place, quotes in told.items():
        following = next((n for n in weighed if n > place), None)
        if following is None or events[following].when is None:
            continue
        credited = tuple(q for q in weighed[following] if q.is_credit)
        if credited:
            still = tuple(q for q in weighed[following] if q.is_weakness)
            silent = sum(1 for event in events[place + 1 : following] if event.voice)
            yield Lesson(
                who=who,
                authority=events[place].authority,
                theme=theme,
                title=theme_title(theme),
                told=tuple(quotes),
                told_event=events[place],
                credited=credited,
                credited_event=events[following],
                still=still,
                silent=silent,
            )
