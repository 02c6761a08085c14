"""What inspectors said: on a theme over time, one's own authority first; and what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from sightline.packs.words import POLARITIES, ROLES, one_line
from sightline.packs.words import when as when_words

if TYPE_CHECKING:
    from sightline.reports.threads import Point, Quote
    from sightline.web.library.shelf import Library

Row = dict[str, Any]
_QUOTES, _OTHERS, _READ = 6, 5, 80


def own(theme: str, authority: str) -> Row | None:
    """What inspectors have said on a theme to an authority, visit by visit, the latest first.

    None where the library has nothing of the authority on it.
    """
    from sightline.web.library.shelf import opened

    with opened() as library:
        who = _who(library, authority)
        if library is None or not who:
            return None
        from sightline.reports.threads import thread

        found = thread(library, who, theme)
    if not found.points:
        return None
    return {
        "authority": found.authority,
        "sentence": found.sentence,
        "caution": found.caution,
        "events": [_event(point) for point in reversed(found.points)],
        "table": _table(found.title, found.points),
    }


def _who(library: Library | None, authority: str) -> str:
    """What the library calls an authority; nothing where it has none of it."""
    if library is None or not authority:
        return ""
    from sightline.regime.authorities import resolve

    known = resolve(authority)
    sql = "SELECT who FROM events WHERE who != '' AND (authority = ? OR urn = ?) LIMIT 1"
    rows = library.ask(sql, (authority, known.urn if known else "-"))
    return str(rows[0]["who"]) if rows else ""


def _event(point: Point) -> Row:
    ordered = sorted(point.quotes, key=lambda q: (not q.is_item, q.polarity == "neutral", q.start))
    shown = sorted(ordered[:_QUOTES], key=lambda q: (not q.is_item, q.start))
    return {
        "title": f"{point.event.title}, {point.event.when_words}",
        "words": point.words,
        "counts": point.counts,
        "quotes": [_quote(quote) for quote in shown],
        "more": [_quote(quote) for quote in ordered[_QUOTES:]],
    }


def _quote(quote: Quote) -> Row:
    from sightline.web.library import links

    return {
        "words": one_line(quote.quote),
        "said": ROLES[quote.role] if quote.is_item else POLARITIES[quote.polarity],
        "where": f"page {quote.page}" if quote.page else "",
        "link": links.document(quote.sha256, quote.start),
    }


def _table(title: str, points: Sequence[Point]) -> Row:
    return {
        "caption": f"{title}: sentences at each inspection or visit",
        "head": ["When", "What", "Strengths", "Mixed", "Weaknesses", "Told to improve"],
        "rows": [
            [p.event.when_words, p.event.title, p.strengths, p.mixed, p.weaknesses,
             p.told_to_improve]
            for p in reversed(points)
        ],
        "numbers": (2, 3, 4, 5),
    }  # fmt: skip


def elsewhere(theme: str, authority: str) -> list[Row]:
    """The latest that inspectors said on a theme to other authorities, one of each."""
    from sightline.web.library.told import on_theme

    made: dict[str, Row] = {}
    for row in on_theme(theme, limit=_READ):
        name = row["authority"]
        if name and name != authority and name not in made:
            said = ROLES[row["role"]] if "improv" in row["role"] else POLARITIES[row["polarity"]]
            made[name] = {
                "words": one_line(row["quote"]), "said": f"{name}: {said.lower()}",
                "where": when_words(row["date"]), "link": row["address"],
            }  # fmt: skip
    return list(made.values())[:_OTHERS]


def by_theme(authority: str) -> dict[str, Row]:
    """Of each theme that inspectors spoke of: how it was at the last visit that weighed it."""
    from sightline.web.library.shelf import opened

    with opened() as library:
        who = _who(library, authority)
        return _by_theme(library, who, library.mark) if library and who else {}


_SEEN: dict[tuple[str, str, str], dict[str, Row]] = {}


def _by_theme(library: Library, who: str, mark: str) -> dict[str, Row]:
    """Worked out once for each state of the library and of people's corrections."""
    from sightline.reports.threads import threads

    key = (str(library.folder), who, f"{mark} {hash(repr(library.overlay.findings))}")
    if key not in _SEEN:
        _SEEN.clear()
        _SEEN[key] = {
            thread.theme: {"words": last.words, "when": last.event.when_words}
            for thread in threads(library, who)
            if (last := next((p for p in reversed(thread.points) if p.weighed), None))
        }
    return _SEEN[key]


def next_visits(authority: str, today: date) -> list[Row]:
    """What is expected next of an authority: when, how sure, why, and likely topics."""
    from sightline.web.library.shelf import opened

    with opened() as library:
        who = _who(library, authority)
        return _next(library, who, library.mark, today) if library and who else []


_NEXT: dict[tuple[str, str, str, date], list[Row]] = {}


def _next(library: Library, who: str, mark: str, today: date) -> list[Row]:
    from sightline.packs.expected import expected_of, rows_of
    from sightline.reports.same_event import history

    key = (str(library.folder), who, mark, today)
    if key not in _NEXT:
        _NEXT.clear()
        _NEXT[key] = [rows_of(one) for one in expected_of(history(library, who), today)]
    return _NEXT[key]
