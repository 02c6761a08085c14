"""One authority's page: what comes next, its history, judgements, items, and threads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from markupsafe import Markup, escape

from sightline.packs import charts
from sightline.packs.expected import expected_of, rows_of
from sightline.packs.links import document_link, quote_link
from sightline.packs.words import (
    AREAS,
    POLARITIES,
    ROLES,
    TOPICS,
    count,
    listed,
    one_line,
    visits,
    when,
)
from sightline.regime.authorities import by_urn
from sightline.reports.same_event import HistoryEvent, histories
from sightline.reports.shelf import Shelf
from sightline.reports.threads import (
    Lesson,
    Quote,
    Recurrence,
    Thread,
    lessons,
    recurrence,
    threads,
)

Histories = Mapping[str, Sequence[HistoryEvent]]
_QUOTES_SHOWN = 8
_COUNTED = {
    "improvement": ("area for improvement", "areas for improvement"),
    "priority_action": ("priority action", "priority actions"),
}
_LESSONS_SHOWN = 3
_TAGS = {"Outstanding": "g1", "Good": "g2", "Requires improvement": "g3", "Inadequate": "g4"}


def authority_page(
    shelf: Shelf, who: str, as_of: date, told: Histories | None = None
) -> dict[str, Any]:
    """Everything that the template ``authority.html`` shows of one authority.

    ``told`` are the histories of every authority, where they are known already.
    """
    told = told or histories(shelf)
    events = list(told.get(who, ()))
    urn = next((e.urn for e in events if e.urn), "")
    name = events[0].authority if events else who
    again = recurrence(shelf, who, weaknesses=False)
    return {
        "name": name,
        "summary": _summary(name, events, again),
        "facts": _facts(urn),
        "as_of": when(as_of),
        "expected": [rows_of(e) for e in expected_of(events, as_of)],
        "history": _history(events),
        "judgements": judgements(name, events),
        "asked": [_asked(e) for e in reversed(events) if e.items],
        "recurrence": [_again(r) for r in again],
        "recurrence_sentence": _again_sentence(again),
        "threads": [_thread(t) for t in threads(shelf, who)],
        "lessons": _lessons(shelf, who, again, told),
        "problems": _problems(events),
    }


def _facts(urn: str) -> str:
    authority = by_urn(urn) if urn else None
    if authority is None:
        return "This authority is not in the register."
    parts = [
        authority.kind,
        authority.region,
        f"Ofsted number {urn}",
        f"ONS code {authority.ons_code}",
    ]
    if authority.trusts:
        parts.append(f"services run by {listed(authority.trusts)}")
    return " · ".join(p for p in parts if p)


def _summary(name: str, events: Sequence[HistoryEvent], again: Sequence[Recurrence]) -> str:
    if not events:
        return f"The library tells of no inspection of {name}."
    graded = [e for e in events if e.kind == "inspection" and e.grades]
    said = f"The library tells of {visits(len(events))}."
    if graded:
        last = graded[-1]
        overall = last.grades.get("overall")
        held = (
            f"{overall.lower()} overall"
            if overall
            else "graded area by area, with no overall grade"
        )
        said += f" The last graded inspection, of {last.when_words}, found it {held}."
    if again:
        themes = listed([r.title[0].lower() + r.title[1:] for r in again[:3]])
        said += f" Inspectors asked for improvement twice or more on {themes}."
    return said


def _history(events: Sequence[HistoryEvent]) -> dict[str, Any]:
    rows = [
        [
            e.when_words,
            e.title + (f" ({e.inspection_type})" if e.inspection_type else ""),
            _grades_cell(e),
            _about(e),
            Markup(", ").join(_sources(e)),
        ]
        for e in events
    ]
    head = ["When", "What", "Grades", "About", "Documents"]
    return {
        "caption": "Inspections and visits, in order",
        "head": head,
        "rows": rows,
        "numbers": (),
    }


def _grades_cell(event: HistoryEvent) -> Markup:
    if not event.grades:
        return Markup("no grades")
    shown = {a: g for a, g in event.grades.items() if a == "overall"} or event.grades
    parts = [
        Markup('{} <span class="tag {}">{}</span>').format(AREAS[a], _TAGS.get(g, "g0"), g)
        for a, g in shown.items()
    ]
    return Markup("<br>").join(parts)


def _about(event: HistoryEvent) -> Markup:
    lines = []
    topic = event.value("topic")
    if topic:
        lines.append(f"Topic: {TOPICS.get(str(topic), str(topic))}")
    lead = event.value("lead_inspector")
    if lead:
        lines.append(f"Lead inspector: {one_line(str(lead))}")
    for role, words in (("improvement", "to improve"), ("priority_action", "priority action")):
        if event.count(role):
            lines.append(f"{event.count(role)} {words}")
    lines += event.notes
    return Markup("<br>").join(escape(x) for x in lines)


def _sources(event: HistoryEvent) -> list[Markup]:
    return [
        Markup('<a href="../{}">{}</a>').format(document_link(s.sha256), s.standing.words)
        for s in event.sources
    ]


def judgements(name: str, events: Sequence[HistoryEvent]) -> dict[str, Any]:
    """The grades over time: a sentence, a chart and a table."""
    graded = [e for e in events if e.kind == "inspection" and e.grades and e.when]
    areas = [a for a in AREAS if any(a in e.grades for e in graded)]
    points = [
        {"when": e.when.first.isoformat(), "area": AREAS[a], "grade": e.grades[a]}
        for a in areas
        for e in graded
        if e.when and a in e.grades
    ]
    rows = [[AREAS[a], *(e.grades.get(a, "not judged") for e in graded)] for a in areas]
    caption = f"Judgements of {name} at each graded inspection"
    return {
        "sentence": _judged_sentence(graded),
        "chart": Markup(charts.judgements(points, caption)) if len(graded) > 1 else "",
        "table": {
            "caption": caption,
            "head": ["Judgement", *(e.when_words for e in graded)],
            "rows": rows,
            "numbers": (),
        },
    }


def _judged_sentence(graded: Sequence[HistoryEvent]) -> str:
    said = [
        f"{e.grades['overall'].lower()} in {e.when.first.year}"
        for e in graded
        if e.when and "overall" in e.grades
    ]
    if not said:
        return "No overall grade is in the library."
    return f"Overall effectiveness was judged {listed(said)}."


def _quote(quote: Quote, said: str = "") -> dict[str, Any]:
    return {
        "words": one_line(quote.quote),
        "parts": [],
        "said": said,
        "source": quote.path.rsplit("/", 1)[-1],
        "page": quote.page,
        "link": quote_link(quote.sha256, quote.start),
    }


def _asked(event: HistoryEvent) -> dict[str, Any]:
    counts = [
        count(event.count(role), *words) for role, words in _COUNTED.items() if event.count(role)
    ]
    source = event.voice or event.sources[0]
    quotes = [
        {
            "words": one_line(item["quote"]),
            "parts": [one_line(part["quote"]) for part in item.get("parts", ())],
            "said": ROLES[item["role"]],
            "source": source.path.rsplit("/", 1)[-1],
            "page": item["page"],
            "link": quote_link(source.sha256, item["start"]),
        }
        for item in event.items
    ]
    title = f"{event.title}, {event.when_words}"
    return {"title": title, "counts": listed(counts), "quotes": quotes}


def _again(found: Recurrence) -> dict[str, Any]:
    pair = max(found.pairs, key=lambda p: p.similarity)
    quotes = [
        _quote(pair.first, f"{pair.first_event.title}, {pair.first_event.when_words}"),
        _quote(pair.second, f"{pair.second_event.title}, {pair.second_event.when_words}"),
    ]
    return {"title": found.title, "sentence": found.sentence, "quotes": quotes}


def _again_sentence(again: Sequence[Recurrence]) -> str:
    return (
        f"On {count(len(again), 'theme')} inspectors asked for improvement at two or more "
        "inspections or visits. The two quotes that share most words are side by side."
    )


def _thread(thread: Thread) -> dict[str, Any]:
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
            "quotes": [_quote(q, _said(q)) for q in _foremost(p.quotes)],
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


def _lessons(
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
                _quote(lesson.told[0], lesson.told_event.when_words),
                *(_quote(q, lesson.credited_event.when_words) for q in lesson.credited[:2]),
            ],
        }
        for lesson in found
    ]


def _problems(events: Sequence[HistoryEvent]) -> list[str]:
    return [f"{e.title}, {e.when_words}: {words}" for e in events for words in e.contradictions]
