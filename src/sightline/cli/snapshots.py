"""The verb ``snapshots`` and the verbs below it: list, show, annex-a, verify, delete and others."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import Any

from sightline.cli.common import add_output, add_workspace, positive, verb, write_rows

_NAMED = "an id, or the start of one; an authority; Fernshire@2026-10-31; or latest"

_COPIES = "postgresql://…: delete the copies in that database too"


def add_verbs(verbs: Any) -> None:
    """Add ``snapshots`` and the verbs below it."""
    snapshots = verb(
        verbs,
        "snapshots",
        lambda options: 0,
        "What was loaded: kept as it was, listed, verified, compared, and deleted on the record.",
        "sightline snapshots list\n  sightline snapshots verify",
    )
    below = snapshots.add_subparsers(dest="snapshots_verb", metavar="VERB", required=True)
    _add_reading(below)
    _add_deleting(below)


def _add_reading(below: Any) -> None:
    made = _one(below, "list", _list, "Every snapshot, by authority and day.", "list")
    made.add_argument("--authority", metavar="NAME", help="only of this one")
    add_output(made)
    made = _one(below, "show", _show, "A snapshot's lists, counted by an engine.", "show latest")
    made.add_argument("snapshot", help=_NAMED)
    made.add_argument("--engine", metavar="URL", help="duckdb (default), postgresql://…, or spark")
    add_output(made)
    _add_annex_a(below)
    made = _one(
        below, "issues", _issues, "What was wrong in a snapshot.", "issues latest --by-rule"
    )
    made.add_argument("snapshot", help=_NAMED)
    made.add_argument("--by-rule", action="store_true", help="count issues by rule and list")
    made.add_argument("--to-owners", metavar="FOLDER", help="a workbook of issues for each team")
    add_output(made)
    made = _one(below, "verify", _verify, "Hash every file of a snapshot, or of all.", "verify")
    made.add_argument("snapshot", nargs="?", help=_NAMED)
    made = _one(
        below,
        "compare",
        _compare,
        "Who appeared, vanished or changed between two snapshots.",
        "compare Fernshire@2026-09-30 Fernshire@2026-10-31 --summary",
    )
    made.add_argument("before", help=_NAMED)
    made.add_argument("after", help=_NAMED)
    made.add_argument("--summary", action="store_true", help="counts for each list, and no child")
    add_output(made)
    made = _one(below, "trend", _trend, "Issues by rule over time.", "trend Fernshire")
    made.add_argument("authority")
    add_output(made)


def _add_annex_a(below: Any) -> None:
    made = _one(
        below,
        "annex-a",
        _annex_a,
        "Make the lists of Annex A from a snapshot's SSD; say what is left out, and why.",
        "annex-a latest --write annex-a.xlsx\n  sightline snapshots annex-a latest --left-out",
    )
    made.add_argument("snapshot", help=_NAMED)
    which = made.add_mutually_exclusive_group()
    which.add_argument("--left-out", action="store_true", help="what could not be made, and why")
    which.add_argument(
        "--words", action="store_true", help="roles and statuses, and how local-words.toml has them"
    )
    made.add_argument(
        "--write", metavar="FILE", help="the lists, as a workbook (.xlsx) or a folder of CSV files"
    )
    add_output(made)


def _add_deleting(below: Any) -> None:
    made = _one(
        below,
        "delete",
        _delete,
        "Delete a snapshot for good; a record stays.",
        "delete 2026-10-31-0123 --reason 'extracted with the wrong dates'",
    )
    made.add_argument("snapshot", help=_NAMED)
    made.add_argument("--reason", required=True, help="why, for the record; nothing about a child")
    made.add_argument("--engine", metavar="URL", help=_COPIES)
    made = _one(
        below,
        "retain",
        _retain,
        "Delete the snapshots that are too old; a record stays.",
        "retain --keep-months 24 --dry-run",
    )
    made.add_argument("--keep-months", type=positive, metavar="N")
    made.add_argument("--keep-last", type=positive, metavar="N", help="days with a snapshot")
    made.add_argument("--authority", metavar="NAME", help="only of this one")
    made.add_argument("--dry-run", action="store_true", help="say which; delete nothing")
    made.add_argument("--engine", metavar="URL", help=_COPIES)


def _one(
    below: Any, name: str, run: Callable[[argparse.Namespace], int], text: str, example: str
) -> argparse.ArgumentParser:
    made = verb(below, name, run, text, f"sightline snapshots {example}")
    add_workspace(made)
    return made


def _list(options: argparse.Namespace) -> int:
    from sightline.tasks import snapshots as tasks

    return write_rows(options, tasks.listed(options.workspace, options.authority), tasks.LISTED)


def _show(options: argparse.Namespace) -> int:
    from sightline.tasks import snapshots as tasks

    rows = tasks.shown(options.workspace, options.snapshot, options.engine)
    return write_rows(options, rows, ("snapshot", "authority", "as_at", "list", "rows", "columns"))


def _annex_a(options: argparse.Namespace) -> int:
    from sightline.tasks import intake_annex_a as tasks
    from sightline.tasks.snapshots import store

    found, made = tasks.made(options.workspace, options.snapshot)
    if options.words:
        write_rows(options, tasks.word_rows(options.workspace, found), tasks.WORDS)
    elif options.left_out:
        write_rows(options, tasks.left_out_rows(made), tasks.LEFT_OUT)
    else:
        write_rows(options, tasks.list_rows(made), tasks.LISTS)
    for line in tasks.beside(store(options.workspace), found):
        print(line, file=sys.stderr)
    if options.write:
        print(tasks.written(made, options.write), file=sys.stderr)
    return 0


def _issues(options: argparse.Namespace) -> int:
    from sightline.tasks import intake, intake_output
    from sightline.tasks import snapshots as tasks

    issues = tasks.issues_of(options.workspace, options.snapshot)
    if options.to_owners:
        made = intake_output.to_owners(issues, options.to_owners)
        print(f"{len(made):,} workbooks written to {options.to_owners}.", file=sys.stderr)
    if options.by_rule:
        return write_rows(options, intake.grouped(issues), intake_output.BY_RULE)
    from sightline.intake.issues import rows_of

    return write_rows(options, rows_of(issues), intake.ISSUE_COLUMNS)


def _verify(options: argparse.Namespace) -> int:
    from sightline.tasks import snapshots as tasks

    problems = tasks.verified(options.workspace, options.snapshot)
    for problem in problems:
        print(problem, file=sys.stderr)
    print("Nothing is wrong." if not problems else f"{len(problems):,} problems.")
    return 1 if problems else 0


def _compare(options: argparse.Namespace) -> int:
    from sightline.tasks import snapshots as tasks

    found = tasks.compared(options.workspace, options.before, options.after)
    if options.summary:
        rows = [{name: getattr(row, name) for name in tasks.SUMMARY} for row in found.lists]
        return write_rows(options, rows, tasks.SUMMARY)
    return write_rows(options, (row._asdict() for row in found.rows), tasks.COMPARED)


def _trend(options: argparse.Namespace) -> int:
    from sightline.tasks import snapshots as tasks

    return write_rows(options, tasks.trend(options.workspace, options.authority), tasks.TREND)


def _delete(options: argparse.Namespace) -> int:
    from sightline.tasks import snapshots as tasks

    for line in tasks.deleted(options.workspace, options.snapshot, options.reason, options.engine):
        print(line)
    return 0


def _retain(options: argparse.Namespace) -> int:
    from sightline.tasks import snapshots as tasks

    ids, of_copies = tasks.retained(
        options.workspace,
        options.keep_months,
        options.keep_last,
        options.authority,
        options.dry_run,
        options.engine,
    )
    what = "would be deleted" if options.dry_run else "deleted"
    for snapshot in ids:
        print(snapshot)
    print(f"{len(ids):,} snapshots {what}.")
    for line in of_copies:
        print(line)
    return 0
