"""Verbs that read documents: read, findings, classify."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from sightline.cli.common import add_jobs, add_output, verb

_SHORT = [
    "path",
    "kind",
    "authority",
    "start_date",
    "end_date",
    "inspection_type",
    "overall",
    "topic",
    "n_improvements",
    "n_priority_actions",
    "n_findings",
    "problems",
]
_PATHS_HELP = "files, folders, or - for text on standard input"


def add_verbs(verbs: Any) -> None:
    """Add the verbs of this module."""
    made = verb(
        verbs,
        "read",
        _read,
        "Read reports, letters and articles: what each is and the facts in it, with citations.",
        "sightline read letters/ --format csv --out facts.csv",
    )
    _add_reading(made)
    made.add_argument(
        "--strict", action="store_true", help="exit with 1 if any file cannot be read"
    )
    made = verb(
        verbs,
        "findings",
        _findings,
        "Every finding of some documents: its words, place, themes and direction.",
        "sightline findings letters/ --format jsonl --out findings.jsonl",
    )
    _add_reading(made)
    made = verb(
        verbs,
        "classify",
        _classify,
        'Label sentences: one {"id", "text"} per line on standard input.',
        'echo \'{"id": 1, "text": "Plans are poor."}\' | sightline classify',
    )
    add_output(made, ("jsonl", "json", "csv", "table"), "jsonl")


def _add_reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help=_PATHS_HELP)
    add_output(parser)
    add_jobs(parser)


def _read(options: argparse.Namespace) -> int:
    from sightline.kit.output import opened, write
    from sightline.reports.reading import COLUMNS
    from sightline.tasks import reading as tasks

    whole = options.format in ("json", "jsonl")
    rows = (tasks.read_everything if whole else tasks.read_rows)(options.paths, options.jobs)
    unread = 0

    def counted() -> Any:
        nonlocal unread
        for row in rows:
            unread += row["kind"] == "unreadable"
            yield row

    with opened(options.out) as file:
        write(counted(), _SHORT if options.format == "table" else COLUMNS, options.format, file)
    if unread:
        print(f"{unread:,} could not be read: see their problems.", file=sys.stderr)
    return 1 if unread and options.strict else 0


def _findings(options: argparse.Namespace) -> int:
    from sightline.kit.output import opened, write
    from sightline.tasks import reading as tasks

    columns = tasks.FINDING_COLUMNS
    if options.format == "table":
        columns = ["authority", "page", "role", "themes", "polarity", "trajectory", "quote"]
    with opened(options.out) as file:
        write(tasks.read_findings(options.paths, options.jobs), columns, options.format, file)
    return 0


def _classify(options: argparse.Namespace) -> int:
    from sightline.kit.output import opened, write
    from sightline.tasks import reading as tasks

    columns = ["id", "themes", "polarity", "trajectory"]
    with opened(options.out) as file:
        write(tasks.classify_lines(sys.stdin), columns, options.format, file)
    return 0
