"""The verbs about figures: measures, measure, children."""

from __future__ import annotations

import argparse
from typing import Any

from sightline.cli.common import add_output, add_workspace, day, positive, verb, write_rows

COLUMNS = (
    *("measure", "title", "window_start", "window_end", "group", "numerator", "denominator"),
    *("value", "unit", "better", "excluded", "note"),
)
CATALOGUE = (
    *("measure", "slug", "title", "better", "window", "theme", "needs", "numerator"),
    *("denominator", "source", "timescale", "leaves_out", "proxy", "setting"),
)
GROUPS = (
    *("team", "worker", "age", "sex", "ethnicity", "disability", "plan_type", "legal_status"),
)
_ANSWERS = ("met", "not met", "cannot be judged", "counted")


def add_verbs(verbs: Any) -> None:
    """Add the verbs."""
    made = verb(
        verbs,
        "measures",
        _measures,
        "Every measure: what it counts, by whose word, and what it needs.",
        "sightline measures --theme assessment",
    )
    made.add_argument("--theme", metavar="THEME", help="only of this theme")
    add_output(made)
    _add_measure(verbs)
    _add_children(verbs)


def _add_measure(verbs: Any) -> None:
    made = verb(
        verbs,
        "measure",
        _measure,
        "Figures of one measure, of several, or of all: n of N, by group, over time.",
        "sightline measure AS02 CP11 --by team --file 'Annex A.xlsx' --as-at 2026-10-31",
    )
    made.add_argument("measures", nargs="*", metavar="ID", help="ids or slugs (AS02)")
    made.add_argument("--all", action="store_true", help="every measure")
    made.add_argument("--by", choices=GROUPS, default="", help="break down by")
    made.add_argument("--trend", type=positive, metavar="N", help="over the last N months")
    made.add_argument("--sharing", action="store_true", help="hide small numbers, for sharing")
    add_data(made)
    add_output(made)


def _add_children(verbs: Any) -> None:
    made = verb(
        verbs,
        "children",
        _children,
        "The children behind a figure, with file, sheet and row. That they were read is kept.",
        "sightline children CP11 --only met --snapshot latest",
    )
    made.add_argument("measure", metavar="ID", help="its id or slug (CP11)")
    made.add_argument("--only", choices=_ANSWERS, help="only the rows with this answer")
    made.add_argument("--by", choices=GROUPS, default="", help="with --group")
    made.add_argument("--group", default="", metavar="NAME", help="only this group of --by")
    add_data(made)
    add_output(made)


def add_data(made: argparse.ArgumentParser) -> None:
    """Add what says which data: a snapshot, or files as at a day; an engine; settings."""
    made.add_argument("--snapshot", metavar="WHICH", help="an id, an authority, or latest")
    made.add_argument(
        "--file",
        action="append",
        metavar="FILE",
        help="straight from a workbook or another file, with --as-at; may be given again",
    )
    made.add_argument("--as-at", type=day, metavar="DATE", help="the day that the files show")
    made.add_argument("--authority", default="", metavar="NAME", help="whose files they are")
    made.add_argument("--engine", metavar="URL", help="duckdb (default), postgresql://…, or spark")
    made.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="a local standard for this run: cp_visit='10 working days'",
    )
    add_workspace(made)


def _measures(options: argparse.Namespace) -> int:
    from sightline.tasks import measures as tasks

    return write_rows(options, tasks.catalogue(options.theme), CATALOGUE)


def _measure(options: argparse.Namespace) -> int:
    from sightline.tasks import measures as tasks

    chosen = tasks.named(options.measures, options.all)
    rows = tasks.figure_rows(
        tasks.Asking.of(options), chosen, options.by, options.trend, options.sharing
    )
    return write_rows(options, rows, COLUMNS)


def _children(options: argparse.Namespace) -> int:
    from sightline.tasks import measures as tasks

    columns, rows = tasks.children_rows(
        tasks.Asking.of(options), options.measure, options.only, options.by, options.group
    )
    return write_rows(options, rows, columns)
