"""One authority's page: what comes next, its history, judgements, items, and threads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from markupsafe import Markup, escape

from sightline.packs import charts
from sightline.packs.again import (
    Histories,
    again_part,
    again_sentence,
    lesson_parts,
    thread_part,
)
from sightline.packs.expected import expected_of, rows_of
from sightline.packs.links import document_link, quote_link
from sightline.packs.words import (
    AREAS,
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
    Recurrence,
    recurrence,
    threads,
)

_COUNTED = {
    "improvement": ("area for improvement", "areas for improvement"),
    "priority_action": ("priority action", "priority actions"),
}
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
        "recurrence": [again_part(r) for r in again],
        "recurrence_sentence": again_sentence(again),
        "threads": [thread_part(t) for t in threads(shelf, who)],
        "lessons": lesson_parts(shelf, who, again, told),
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
    if event.count("improvement"):
        lines.append(f"{event.count('improvement')} to improve")
    if event.count("priority_action"):
        lines.append(count(event.count("priority_action"), *_COUNTED["priority_action"]))
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


def _problems(events: Sequence[HistoryEvent]) -> list[str]:
    return [f"{e.title}, {e.when_words}: {words}" for e in events for words in e.contradictions]
