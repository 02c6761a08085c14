"""Arguments that several verbs share."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

FORMATS = ("table", "csv", "json", "jsonl")


def verb(
    verbs: Any, name: str, run: Callable[[argparse.Namespace], int | None], text: str, example: str
) -> argparse.ArgumentParser:
    """Add a verb with its help: one sentence and an example."""
    made: argparse.ArgumentParser = verbs.add_parser(
        name,
        help=text,
        description=text,
        epilog=f"example:\n  {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.set_defaults(run=run)
    return made


def add_output(
    parser: argparse.ArgumentParser, forms: Sequence[str] = FORMATS, default: str = "table"
) -> None:
    """Add ``--format`` and ``--out``."""
    parser.add_argument("--format", choices=forms, default=default, help=f"default: {default}")
    parser.add_argument("--out", metavar="FILE", help="write here instead of to the screen")


def add_jobs(parser: argparse.ArgumentParser) -> None:
    """Add ``--jobs``."""
    parser.add_argument(
        "--jobs", type=positive, metavar="N", help="processes to use (default: all cores)"
    )


def add_workspace(parser: argparse.ArgumentParser) -> None:
    """Add ``--workspace``."""
    parser.add_argument(
        "--workspace",
        metavar="FOLDER",
        help="where the library is kept (default: SIGHTLINE_WORKSPACE, or the user's data folder)",
    )


def write_rows(
    options: argparse.Namespace, rows: Iterable[Mapping[str, Any]], columns: Sequence[str]
) -> int:
    """Write rows as ``--format`` and ``--out`` ask; returns the exit code."""
    from sightline.kit.output import opened, write

    with opened(options.out) as file:
        write(rows, columns, options.format, file)
    return 0


def positive(text: str) -> int:
    """A whole number above 0."""
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return value


def share(text: str) -> float:
    """A part of a whole, from 0 to below 1: 0.02 is 2 in 100."""
    value = float(text)
    if not 0 <= value < 1:
        raise argparse.ArgumentTypeError("must be 0 or more, and below 1")
    return value


def seconds(text: str) -> float:
    """A number of seconds, 0 or more."""
    value = float(text)
    if not 0 <= value < 3600:
        raise argparse.ArgumentTypeError("must be 0 or more, and below 3600")
    return value


def day(text: str) -> date:
    """A date written 2026-11-03."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError("write the date as 2026-11-03") from error
