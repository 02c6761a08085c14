"""Verbs about an authority's data: check, load, checks, template, synthesize."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from sightline.cli.common import add_output, add_workspace, day, positive, share, verb, write_rows

_STANDARDS = ("annex_a", "ssd", "local")
_FORMATS = ("table", "csv", "json", "xlsx")


def add_verbs(verbs: Any) -> None:
    """Add the verbs of this module."""
    _add_check(verbs)
    _add_load(verbs)
    made = verb(
        verbs,
        "checks",
        _checks,
        "Every check: code, severity, lists, meaning, remedy, source.",
        "sightline checks --format csv --out checks.csv",
    )
    add_output(made)
    made = verb(
        verbs,
        "template",
        _template,
        "Write an empty template of a standard.",
        "sightline template local --out local-lists.xlsx",
    )
    made.add_argument("standard", choices=_STANDARDS)
    made.add_argument("--out", metavar="FILE", help="a workbook, a .zip, or a folder of CSV files")
    _add_accept(verbs)
    _add_synthesize(verbs)


def _add_accept(verbs: Any) -> None:
    made = verb(
        verbs,
        "accept",
        _accept,
        "Accept issues of a rule, with a reason and until a day.",
        "sightline accept W13 --list section_47 --child 4711 --until 2027-03-31 "
        "--reason 'held on a Saturday, as the family wished'",
    )
    made.add_argument("rule", help="its code, as `sightline checks` lists it")
    made.add_argument("--reason", required=True, help="why, for the record")
    made.add_argument("--until", type=day, required=True, metavar="DATE", help="the last day")
    made.add_argument("--list", default="", metavar="KEY", help="only in this list")
    made.add_argument("--child", default="", metavar="ID", help="only for this child")
    made.add_argument("--value", default="", help="only for this value")
    add_workspace(made)


def _add_files(made: argparse.ArgumentParser) -> None:
    made.add_argument("files", nargs="+", metavar="FILES", help="files, folders, or a database")
    made.add_argument(
        "--as-at", type=day, required=True, metavar="DATE", help="the day of the extract"
    )
    made.add_argument("--standard", choices=_STANDARDS, help="default: told by the headings")


def _add_check(verbs: Any) -> None:
    made = verb(
        verbs,
        "check",
        _check,
        "Say what is wrong in an authority's files, where, whose it is, and how to mend it.",
        "sightline check annex-a.xlsx --as-at 2026-10-31\n"
        "  sightline check annex-a.xlsx --as-at 2026-10-31 --format xlsx --out issues.xlsx",
    )
    _add_files(made)
    made.add_argument("--authority", metavar="NAME", help="whose files they are")
    made.add_argument("--by-rule", action="store_true", help="count issues by rule and list")
    made.add_argument("--fitness", action="store_true", help="what the lists are good for")
    made.add_argument("--to-owners", metavar="FOLDER", help="a workbook of issues for each team")
    add_workspace(made)
    add_output(made, _FORMATS)


def _add_load(verbs: Any) -> None:
    made = verb(
        verbs,
        "load",
        _load,
        "Check files, and keep them for ever as a snapshot of that day.",
        "sightline load annex-a.xlsx local.xlsx --authority Fernshire --as-at 2026-10-31",
    )
    _add_files(made)
    made.add_argument("--authority", required=True, metavar="NAME", help="whose files they are")
    add_workspace(made)


def _add_synthesize(verbs: Any) -> None:
    made = verb(
        verbs,
        "synthesize",
        _synthesize,
        "Make the files of a fictional authority, whose lists agree with each other and over time.",
        "sightline synthesize --standard annex_a --children 2000 --as-at 2026-10-31 --seed 7 "
        "--dirt 0.02 --out annex-a.xlsx --manifest planted.json",
    )
    made.add_argument("--standard", choices=_STANDARDS, default="annex_a")
    made.add_argument("--children", type=positive, default=2000, metavar="N", help="in the lists")
    made.add_argument("--as-at", type=day, required=True, metavar="DATE")
    made.add_argument(
        "--seed", type=int, default=1, metavar="S", help="another seed, other children"
    )
    made.add_argument("--dirt", type=share, default=0.0, metavar="R", help="0.02: 2 in 100 rows")
    made.add_argument("--until", type=day, metavar="DATE", help="how far the world goes on")
    made.add_argument("--story", action="append", default=[], metavar="NAME", help="plant a story")
    made.add_argument(
        "--out", required=True, metavar="FILE", help="a workbook, or a folder of CSV files"
    )
    made.add_argument("--manifest", metavar="FILE", help="planted errors and true values, as JSON")


def _check(options: argparse.Namespace) -> int:
    from sightline.tasks import intake as tasks
    from sightline.tasks import intake_output

    checked = tasks.check(
        options.files, options.as_at, options.standard, options.authority, options.workspace
    )
    if options.to_owners:
        made = intake_output.to_owners(checked.issues, options.to_owners)
        print(f"{len(made):,} workbooks written to {options.to_owners}.", file=sys.stderr)
    what = "by_rule" if options.by_rule else "fitness" if options.fitness else "issues"
    intake_output.write_checked(checked, what, options.format, options.out)
    for line in tasks.summary_lines(checked):
        print(line, file=sys.stderr)
    return checked.exit_code


def _load(options: argparse.Namespace) -> int:
    from sightline.tasks import snapshots as tasks

    loaded = tasks.load(
        options.workspace, options.files, options.authority, options.as_at, options.standard
    )
    for line in loaded.lines:
        print(line)
    return loaded.exit_code


def _accept(options: argparse.Namespace) -> int:
    from sightline.tasks import intake as tasks

    said = tasks.accept(
        options.workspace,
        options.rule,
        options.reason,
        options.until,
        options.list,
        options.child,
        options.value,
    )
    print(said)
    return 0


def _checks(options: argparse.Namespace) -> int:
    from sightline.tasks import intake as tasks

    columns = ["rule", "severity", "lists", "means", "remedy", "source"]
    return write_rows(options, tasks.rule_rows(), columns)


def _template(options: argparse.Namespace) -> int:
    from sightline.standards.template import write_template

    print(write_template(options.standard, options.out or f"{options.standard}-template.xlsx"))
    return 0


def _synthesize(options: argparse.Namespace) -> int:
    from sightline.tasks import synthesizing

    for line in synthesizing.synthesize(
        standard=options.standard,
        children=options.children,
        as_at=options.as_at,
        seed=options.seed,
        dirt=options.dirt,
        until=options.until,
        stories=options.story,
        out=options.out,
        manifest=options.manifest,
    ):
        print(line)
    return 0
