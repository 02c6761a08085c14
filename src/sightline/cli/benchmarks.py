"""The verbs ``benchmarks`` (update, load, list) and ``compare``: official statistics."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from sightline.cli.common import add_output, add_workspace, seconds, verb, write_rows

_LICENCE = "Statistics are Crown copyright, used under the Open Government Licence v3.0."


def add_verbs(verbs: Any) -> None:
    """Add ``benchmarks`` with the verbs below it, and ``compare``."""
    top = verb(
        verbs,
        "benchmarks",
        lambda options: 0,
        "Official statistics: fetched, loaded from files, and listed.",
        "sightline benchmarks update\n  sightline benchmarks load lait_long.parquet",
    )
    below = top.add_subparsers(dest="benchmarks_verb", metavar="VERB", required=True)
    _add_update(below)
    _add_load(below)
    _add_list(below)
    _add_compare(verbs)


def _add_update(below: Any) -> None:
    made = verb(
        below,
        "update",
        _update,
        "Fetch what is new from Explore Education Statistics, and load it.",
        "sightline benchmarks update --dry-run",
    )
    made.add_argument("data_sets", nargs="*", metavar="DATA_SET", help="default: all declared")
    made.add_argument("--dry-run", action="store_true", help="say what is new; download nothing")
    made.add_argument("--pause", type=seconds, default=1.0, help="seconds between two requests")
    made.add_argument("--api", metavar="URL", help="another address of the API")
    add_workspace(made)
    add_output(made)


def _add_load(below: Any) -> None:
    made = verb(
        below,
        "load",
        _load,
        "Load files: data sets, the interactive tool's table and dictionary, neighbours.",
        "sightline benchmarks load c1_children_in_need_referrals.csv lait_long.parquet",
    )
    made.add_argument("files", nargs="+", metavar="FILE", help="CSV or Parquet, or a folder")
    add_workspace(made)
    add_output(made)


def _add_list(below: Any) -> None:
    made = verb(
        below,
        "list",
        _list,
        "The published figures that are known, and which of them are loaded.",
        "sightline benchmarks list --data-sets",
    )
    made.add_argument("--data-sets", action="store_true", help="data sets, not figures")
    made.add_argument("--all", action="store_true", help="the interactive tool's measures too")
    add_workspace(made)
    add_output(made)


def _add_compare(verbs: Any) -> None:
    made = verb(
        verbs,
        "compare",
        _compare,
        "An authority beside its statistical neighbours, its region and England.",
        "sightline compare Birmingham LA23",
    )
    made.add_argument("authority", help="a name, or the department's three-figure code")
    made.add_argument(
        "measure", nargs="?", help="an indicator (LA23), a figure, or the tool's short name"
    )
    add_workspace(made)
    add_output(made, ("table", "csv", "json"))


def _update(options: argparse.Namespace) -> int:
    from sightline.tasks import benchmarks as tasks

    rows = tasks.updated(
        options.workspace, options.data_sets, options.api, options.dry_run, options.pause
    )
    write_rows(options, rows, tasks.UPDATED)
    return 1 if any(row["problem"] for row in rows) else 0


def _load(options: argparse.Namespace) -> int:
    from sightline.tasks import benchmarks as tasks

    rows, attention = tasks.loaded(options.workspace, options.files)
    write_rows(options, rows, tasks.LOADED)
    return 1 if attention else 0


def _list(options: argparse.Namespace) -> int:
    from sightline.benchmarks.catalogue import DATA_SETS, FIGURES
    from sightline.tasks import benchmarks as tasks

    rows = tasks.listed(options.workspace, options.data_sets, options.all)
    return write_rows(options, rows, DATA_SETS if options.data_sets else FIGURES)


def _compare(options: argparse.Namespace) -> int:
    from sightline.tasks import benchmarks as tasks

    found = tasks.compared(options.workspace, options.authority, options.measure)
    if options.format == "json":
        return _write_json(options, [one.as_dict() for one in found])
    if options.format == "csv" or not options.measure:
        columns = tasks.STANDING if options.format == "csv" else tasks.SHOWN
        return write_rows(options, tasks.standing_rows(found), columns)
    from sightline.kit.output import opened, write

    with opened(options.out) as file:
        for one in found:
            file.writelines(f"{line}\n" for line in tasks.sentences(one))
            file.write("\n")
            write(tasks.area_rows(one), tasks.area_columns(one), "table", file)
            file.write("\n")
    print(_LICENCE, file=sys.stderr)
    return 0


def _write_json(options: argparse.Namespace, rows: list[dict[str, Any]]) -> int:
    from sightline.kit.output import opened

    with opened(options.out) as file:
        file.write(json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
    return 0
