"""Verbs of the library: add, list, search, history, threads, recurrence, lessons, tables …"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import Any

from sightline.cli.common import add_jobs, add_output, add_workspace, positive, verb, write_rows

_TABLES = ("grades", "improvement_themes", "focused_visits", "changes", "changes_by_year")
_EXPORTS = ("documents", "events", "items", "findings")


def add_verbs(verbs: Any) -> None:
    """Add ``library`` and the verbs below it."""
    library = verb(
        verbs,
        "library",
        lambda options: 0,
        "Keep reports, letters and articles, and ask what they say.",
        "sightline library add letters/\n  sightline library history Leicester",
    )
    below = library.add_subparsers(dest="library_verb", metavar="VERB", required=True)
    _add_keeping(below)
    _add_asking(below)


def _add_keeping(below: Any) -> None:
    made = _one(
        below, "add", _add, "Add documents; what is there already is left as it is.", "add letters/"
    )
    made.add_argument("paths", nargs="+", metavar="PATH", help="files or folders")
    made.add_argument("--again", action="store_true", help="add what was removed before, too")
    add_jobs(made)
    made = _one(below, "list", _list, "Every document, its kind, and what it gave.", "list")
    add_output(made)
    made = _one(
        below,
        "remove",
        _remove,
        "Take a document out; a record stays.",
        "remove 3f2a9c --reason twice",
    )
    made.add_argument("document", help="the first characters of its hash")
    made.add_argument("--reason", default="", help="why, for the record")
    made = _one(below, "reread", _reread, "Read anew what an earlier version read.", "reread")
    made.add_argument("--everything", action="store_true", help="not only what is older")
    _one(
        below,
        "verify",
        _verify,
        "Hash every document again; hold every quote to its text.",
        "verify",
    )
    made = _one(
        below,
        "export",
        _export,
        "All rows of one kind, or pages to read.",
        "export findings --format csv",
    )
    made.add_argument("what", choices=(*_EXPORTS, "pages"))
    add_output(made, default="csv")


def _add_asking(below: Any) -> None:
    made = _one(
        below,
        "search",
        _search,
        "Findings that hold some words.",
        'search "change of social worker"',
    )
    made.add_argument("words")
    made.add_argument("--authority", help="only of this one")
    made.add_argument("--theme", help="only on this theme")
    made.add_argument("--limit", type=positive, default=50, metavar="N")
    add_output(made)
    for name, run, text in (
        ("history", _history, "An authority's inspections and visits, in order, each once."),
        ("recurrence", _recurrence, "What an authority was told to improve twice or more."),
    ):
        made = _one(below, name, run, text, f"{name} Leicester")
        made.add_argument("authority")
        add_output(made)
    made = _one(
        below,
        "threads",
        _threads,
        "What was said on one theme, or each, over time.",
        "threads Leicester planning",
    )
    made.add_argument("authority")
    made.add_argument("theme", nargs="?", help="a theme's id (default: every theme)")
    add_output(made)
    made = _one(
        below,
        "lessons",
        _lessons,
        "Who was told the same, and was credited for it next.",
        "lessons planning",
    )
    made.add_argument("theme", help="a theme's id, or words of the area for improvement")
    made.add_argument("--but-not", metavar="AUTHORITY", help="leave this one out")
    made.add_argument("--limit", type=positive, default=20, metavar="N")
    add_output(made)
    made = _one(below, "tables", _tables, "National tables.", "tables grades --format csv")
    made.add_argument("name", choices=_TABLES)
    add_output(made)


def _one(
    below: Any, name: str, run: Callable[[argparse.Namespace], int], text: str, example: str
) -> argparse.ArgumentParser:
    made = verb(below, name, run, text, f"sightline library {example}")
    add_workspace(made)
    return made


def _add(options: argparse.Namespace) -> int:
    from sightline.tasks import library as tasks

    outcomes = tasks.add(options.workspace, options.paths, options.jobs, options.again)
    for line in tasks.outcome_lines(outcomes):
        print(line)
    return 1 if outcomes["problems"] else 0


def _list(options: argparse.Namespace) -> int:
    from sightline.tasks import library as tasks

    columns = ["path", "kind", "pages", "n_events", "n_findings", "sha256", "problems"]
    return write_rows(options, tasks.documents(options.workspace), columns)


def _remove(options: argparse.Namespace) -> int:
    from sightline.tasks import library as tasks

    print(f"Removed {tasks.remove(options.workspace, options.document, options.reason)}.")
    return 0


def _reread(options: argparse.Namespace) -> int:
    from sightline.tasks import library as tasks

    print(f"{tasks.reread(options.workspace, options.everything):,} documents read anew.")
    return 0


def _verify(options: argparse.Namespace) -> int:
    from sightline.tasks import library as tasks

    problems = tasks.verify(options.workspace)
    for problem in problems:
        print(problem, file=sys.stderr)
    print("Nothing is wrong." if not problems else f"{len(problems):,} problems.")
    return 1 if problems else 0


def _export(options: argparse.Namespace) -> int:
    from sightline.tasks import library as tasks

    if options.what == "pages":
        pages = tasks.export_pages(options.workspace, options.out or "sightline-pages")
        print(f"{len(pages):,} files written. Begin with {pages[0]}.")
        return 0
    rows, columns = tasks.export(options.workspace, options.what)
    return write_rows(options, rows, columns)


def _search(options: argparse.Namespace) -> int:
    from sightline.tasks import library as tasks

    columns = ["authority", "date", "event_kind", "page", "snippet", "path"]
    found = tasks.search(
        options.workspace, options.words, options.authority, options.theme, options.limit
    )
    return write_rows(options, found, columns)


def _history(options: argparse.Namespace) -> int:
    from sightline.tasks import library as tasks

    columns = [
        "when",
        "what",
        "type",
        "framework",
        "grades",
        "topic",
        "lead_inspector",
        "to_improve",
        "priority_actions",
        "documents",
        "notes",
    ]
    return write_rows(options, tasks.history(options.workspace, options.authority), columns)


def _recurrence(options: argparse.Namespace) -> int:
    from sightline.tasks import library as tasks

    columns = ["theme", "sentence", "first", "first_quote", "second", "second_quote"]
    return write_rows(options, tasks.recurrence(options.workspace, options.authority), columns)


def _threads(options: argparse.Namespace) -> int:
    from sightline.tasks import library as tasks

    columns = ["theme", "when", "what", "words", "strengths", "mixed", "weaknesses", "to_improve"]
    rows = tasks.threads(options.workspace, options.authority, options.theme)
    return write_rows(options, rows, columns)


def _lessons(options: argparse.Namespace) -> int:
    from sightline.tasks import library as tasks

    columns = ["authority", "theme", "sentence", "told", "credited"]
    rows = tasks.lessons(options.workspace, options.theme, options.but_not, options.limit)
    return write_rows(options, rows, columns)


def _tables(options: argparse.Namespace) -> int:
    from sightline.tasks import library as tasks

    table = tasks.table(options.workspace, options.name)
    if options.format == "table":
        print(table.description, end="\n\n")
    return write_rows(options, table.rows, list(table.columns))
