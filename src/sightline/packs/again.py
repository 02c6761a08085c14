"""Parts of an authority's page about what was said again: threads, recurrence, lessons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from sightline.packs.links import quote_link
from sightline.packs.words import POLARITIES, ROLES, count, one_line
from sightline.reports.same_event import HistoryEvent
from sightline.reports.shelf import Shelf
from sightline.reports.threads import Lesson, Quote, Recurrence, Thread, lessons

Histories = Mapping[str, Sequence[HistoryEvent]]
_QUOTES_SHOWN = 8
_LESSONS_SHOWN = 3


def quoted(quote: Quote, said: str = "") -> dict[str, Any]:
    return {
        "words": one_line(quote.quote),
        "parts": [],
        "said": said,
        "source": quote.path.rsplit("/", 1)[-1],
        "page": quote.page,
        "link": quote_link(quote.sha256, quote.start),
    }


def again_part(found: Recurrence) -> dict[str, Any]:
    pair = max(found.pairs, key=lambda p: p.similarity)
    quotes = [
        quoted(pair.first, f"{pair.first_event.title}, {pair.first_event.when_words}"),
        quoted(pair.second, f"{pair.second_event.title}, {pair.second_event.when_words}"),
    ]
    return {"title": found.title, "sentence": found.sentence, "quotes": quotes}


def again_sentence(again: Sequence[Recurrence]) -> str:
    return (
        f"On {count(len(again), 'theme')} inspectors asked for improvement at two or more "
        "inspections or visits. The two quotes that share most words are side by side."
    )


def thread_part(thread: Thread) -> dict[str, Any]:
    rows = [
        [
            p.event.when_words,
            p.event.title,
            Markup(_bar(p.strengths, p.mixed, p.weaknesses)),
            p.strengths,
            p.mixed,
            p.weaknesses,
            p.told_to_improve,
        ]
        for p in thread.points
    ]
    table = {
        "caption": f"{thread.title}: findings at each inspection or visit",
        "head": ["When", "What", "Shares", "Strengths", "Mixed", "Weaknesses", "Told to improve"],
        "rows": rows,
        "numbers": (3, 4, 5, 6),
    }
    events = [
        {
            "title": f"{p.event.title}, {p.event.when_words}: {p.words}",
            "quotes": [quoted(q, _said(q)) for q in _foremost(p.quotes)],
            "more": f"{len(p.quotes) - _QUOTES_SHOWN} more in the document."
            if len(p.quotes) > _QUOTES_SHOWN
            else "",
        }
        for p in reversed(thread.points)
    ]
    return {
        "id": thread.theme,
        "title": thread.title,
        "sentence": thread.sentence,
        "table": table,
        "events": events,
    }


def _foremost(quotes: Sequence[Quote]) -> list[Quote]:
    """Items first, then what is weighed, in the order of the document."""
    ordered = sorted(quotes, key=lambda q: (not q.is_item, q.polarity == "neutral", q.start))
    return sorted(ordered[:_QUOTES_SHOWN], key=lambda q: (not q.is_item, q.start))


def _said(quote: Quote) -> str:
    return ROLES[quote.role] if quote.is_item else POLARITIES[quote.polarity]


def _bar(strengths: int, mixed: int, weaknesses: int) -> str:
    """Shares as a bar; the counts stand beside it, so it is hidden from screen readers."""
    whole = strengths + mixed + weaknesses
    if not whole:
        return ""
    parts = (("s", strengths), ("m", mixed), ("w", weaknesses))
    inner = "".join(
        f'<i class="{c}" style="width:{100 * n / whole:.1f}%"></i>' for c, n in parts if n
    )
    return f'<span class="bar" aria-hidden="true">{inner}</span>'


def lesson_parts(
    shelf: Shelf, who: str, again: Sequence[Recurrence], told: Histories
) -> list[dict[str, Any]]:
    found: list[Lesson] = []
    for one in again[:_LESSONS_SHOWN]:
        found += lessons(shelf, theme=one.theme, but_not=who, limit=1, histories=told)
    return [
        {
            "title": f"{lesson.title}: {lesson.authority}",
            "sentence": lesson.sentence,
            "quotes": [
                quoted(lesson.told[0], lesson.told_event.when_words),
                *(quoted(q, lesson.credited_event.when_words) for q in lesson.credited[:2]),
            ],
        }
        for lesson in found
    ]
