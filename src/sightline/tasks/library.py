"""What the verbs of ``sightline library`` do: one short function each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sightline.kit.problems import Problem, UserError
from sightline.kit.progress import progress
from sightline.kit.workers import Lost, spread
from sightline.tasks.reading import Given, given_files
from sightline.workspace import workspace

if TYPE_CHECKING:
    from sightline.reports.shelf import Derived, Shelf
    from sightline.reports.tables import Table


@contextmanager
def opened(folder: str | None) -> Iterator[Shelf]:
    """The library of a workspace, for as long as it is needed."""
    from sightline.reports.shelf import Shelf

    with Shelf(workspace(folder).library) as shelf:
        yield shelf


def who_of(shelf: Shelf, name: str) -> str:
    """What the library calls an authority that a person names, by number, name or alias.

    Raises ``UserError`` where the library tells of no such authority.
    """
    from sightline.regime.authorities import resolve

    rows = shelf.authorities()
    known = {row["who"] for row in rows}
    found = resolve(name)
    named = {row["authority"].lower(): row["who"] for row in rows}
    for who in (name, found.urn if found else "", named.get(name.lower(), "")):
        if who in known:
            return who
    some = ", ".join(row["authority"] for row in rows[:8]) or "none yet"
    raise UserError(
        f"The library tells of no authority {name!r}. It knows: {some}. Add its reports with "
        "`sightline library add`."
    )


def add(folder: str | None, paths: Sequence[str], jobs: int | None, again: bool) -> dict[str, Any]:
    """Read documents in several processes and keep them; counts of outcomes, and problems."""
    import sightline.reports.classify  # noqa: F401  loaded once, before the processes part

    files = given_files(paths)
    outcomes: Counter[str] = Counter()
    problems: list[str] = []
    with opened(folder) as shelf:
        unknown, known = _unknown(shelf, files)
        outcomes["known"] = known
        results = spread(_prepare, unknown, jobs, seconds=120)
        for given, derived in progress(results, len(unknown), "Adding"):
            if isinstance(derived, Lost):
                problems.append(f"{given.name}: it could not be read: {derived.reason}.")
                continue
            added = shelf.add_derived(derived, _bytes(given), restore=again)
            outcomes[added.outcome] += 1
            problems += [f"{added.name}: {p}" for p in added.problems]
        outcomes.update(added.outcome for added in shelf.resume())
    return {"outcomes": outcomes, "problems": problems}


def _unknown(shelf: Shelf, files: Iterable[Given]) -> tuple[list[Given], int]:
    """The files that the library has not read, and how many it has."""
    from sightline.reports.shelf.files import digest

    read = {d["sha256"] for d in shelf.documents() if d["kind"]}
    every = list(files)
    unknown = [given for given in every if digest(_bytes(given)) not in read]
    return unknown, len(every) - len(unknown)


def _bytes(given: Given) -> bytes:
    if given.data is not None:
        return given.data
    if given.place is None:
        return b""
    try:
        return given.place.read_bytes()
    except OSError as error:
        raise UserError(f"{given.name} cannot be opened: {error.strerror}.") from error


def _prepare(given: Given) -> Derived:
    from sightline.reports.shelf import prepare

    return prepare(_bytes(given), given.name)


_WORDS = {
    "added": "added",
    "known": "were there already",
    "reread": "read anew",
    "resumed": "finished",
    "kept_out": "were removed before and stay out (add them with --again)",
    "not_opened": "could not be opened",
}


def outcome_lines(done: dict[str, Any]) -> list[str]:
    """What happened, in lines for a person."""
    lines = [f"{n:,} {_WORDS[outcome]}" for outcome, n in done["outcomes"].items() if n]
    return lines + list(done["problems"])


def documents(folder: str | None) -> list[dict[str, Any]]:
    """Every document, its problems in words."""
    with opened(folder) as shelf:
        return [
            {**row, "problems": [f"{p['message']} {p['remedy']}" for p in row["problems"]]}
            for row in shelf.documents()
        ]


def remove(folder: str | None, start: str, reason: str) -> str:
    """Remove the one document whose hash begins so; returns its name."""
    with opened(folder) as shelf:
        found = [d for d in shelf.documents() if d["sha256"].startswith(start)]
        if len(found) != 1:
            raise UserError(f"{len(found)} documents have a hash that begins with {start!r}.")
        shelf.remove(found[0]["sha256"], reason)
        return str(found[0]["path"])


def reread(folder: str | None, everything: bool) -> int:
    """Read anew; returns how many."""
    with opened(folder) as shelf:
        return len(shelf.reread(everything=everything))


def verify(folder: str | None) -> list[Problem]:
    """What is wrong with the library."""
    with opened(folder) as shelf:
        return shelf.verify()


def export(folder: str | None, what: str) -> tuple[list[dict[str, Any]], list[str]]:
    """Rows and columns of documents, events, items or findings."""
    with opened(folder) as shelf:
        rows = list(shelf.export(what))
    hidden = {"facts", "quotes", "items"}
    columns = [c for c in (rows[0] if rows else {}) if c not in hidden]
    return rows, columns


def export_pages(folder: str | None, out: str) -> list[Path]:
    """Write the library's pages."""
    from sightline.packs.write_html import write_site

    with opened(folder) as shelf:
        return write_site(shelf, Path(out), date.today())


def search(
    folder: str | None, words: str, authority: str | None, theme: str | None, limit: int
) -> list[dict[str, Any]]:
    """Findings that hold the words, the best first."""
    with opened(folder) as shelf:
        who = who_of(shelf, authority) if authority else None
        return shelf.search(words, who=who, theme=theme, limit=limit)


def history(folder: str | None, authority: str) -> list[dict[str, Any]]:
    """An authority's events in order, as rows."""
    from sightline.reports.same_event import history as events_of

    with opened(folder) as shelf:
        events = events_of(shelf, who_of(shelf, authority))
    return [
        {
            "when": e.when_words,
            "what": e.title,
            "type": e.inspection_type,
            "framework": e.framework,
            "grades": [f"{area} {grade}" for area, grade in e.grades.items()],
            "topic": e.value("topic") or "",
            "lead_inspector": e.value("lead_inspector") or "",
            "to_improve": e.count("improvement"),
            "priority_actions": e.count("priority_action"),
            "documents": [source.path for source in e.sources],
            "notes": [*e.notes, *e.contradictions],
        }
        for e in events
    ]


def recurrence(folder: str | None, authority: str) -> list[dict[str, Any]]:
    """What was told twice or more, with the two quotes that share most words."""
    from sightline.reports import threads as told

    with opened(folder) as shelf:
        found = told.recurrence(shelf, who_of(shelf, authority), weaknesses=False)
    rows = []
    for one in found:
        pair = max(one.pairs, key=lambda p: p.similarity)
        rows.append(
            {
                "theme": one.theme,
                "sentence": one.sentence,
                "first": pair.first_event.when_words,
                "first_quote": pair.first.quote,
                "second": pair.second_event.when_words,
                "second_quote": pair.second.quote,
            }
        )
    return rows


def threads(folder: str | None, authority: str, theme: str | None) -> list[dict[str, Any]]:
    """A row for each theme and event: what was said, in counts and words."""
    from sightline.reports import threads as told

    with opened(folder) as shelf:
        who = who_of(shelf, authority)
        found = [told.thread(shelf, who, theme)] if theme else told.threads(shelf, who)
    return [
        {
            "theme": thread.theme,
            "when": p.event.when_words,
            "what": p.event.title,
            "words": p.words,
            "strengths": p.strengths,
            "mixed": p.mixed,
            "weaknesses": p.weaknesses,
            "to_improve": p.told_to_improve,
            "quotes": [{"quote": q.quote, "page": q.page, "path": q.path} for q in p.quotes],
        }
        for thread in found
        for p in thread.points
    ]


def lessons(
    folder: str | None, asked: str, but_not: str | None, limit: int
) -> list[dict[str, Any]]:
    """Who was told the same and was credited next; by a theme's id, or by words."""
    from sightline.regime.themes import THEME_IDS
    from sightline.reports import threads as told

    with opened(folder) as shelf:
        without = who_of(shelf, but_not) if but_not else None
        theme, words = (asked, None) if asked in THEME_IDS else (None, asked)
        found = told.lessons(shelf, theme=theme, words=words, but_not=without, limit=limit)
    return [
        {
            "authority": one.authority,
            "theme": one.theme,
            "sentence": one.sentence,
            "told": [q.quote for q in one.told],
            "credited": [q.quote for q in one.credited],
        }
        for one in found
    ]


def table(folder: str | None, name: str) -> Table:
    """One national table."""
    from sightline.reports import tables

    with opened(folder) as shelf:
        made: Table = getattr(tables, name)(shelf)
        return made
