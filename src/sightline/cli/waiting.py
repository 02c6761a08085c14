"""The verbs about waiting and drift: overdue, due, signals, waits, variation."""

from __future__ import annotations

import argparse
from typing import Any

from sightline.cli.common import add_output, positive, verb, write_rows
from sightline.cli.measures import GROUPS, add_data


def add_verbs(verbs: Any) -> None:
    """Add the verbs."""
    made = verb(
        verbs,
        "overdue",
        _overdue,
        "Every step that is overdue, the longest first; with --count, each deadline's tally.",
        "sightline overdue --file 'Annex A.xlsx' --as-at 2026-10-31 --set cp_visit='4 weeks'",
    )
    made.add_argument("--count", action="store_true", help="on time, overdue and to come, no child")
    made.add_argument("--by", choices=GROUPS, default="", help="with --count: break down by")
    _finish(made)
    made = verb(
        verbs,
        "due",
        _due,
        "Every step that comes due in the next days, the first first.",
        "sightline due --within 14",
    )
    made.add_argument("--within", type=positive, default=14, metavar="DAYS", help="default: 14")
    _finish(made)
    made = verb(
        verbs,
        "signals",
        _signals,
        "What may be drift, child by child, each with its dates and its reason. No score.",
        "sightline signals --only old-protection-plan --only repeat-plan",
    )
    made.add_argument("--only", action="append", default=[], metavar="SIGNAL")
    _finish(made)
    made = verb(
        verbs,
        "waits",
        _waits,
        "How long children wait from step to step, with those who still wait.",
        "sightline waits --by team",
    )
    made.add_argument("--by", choices=GROUPS, default="", help="break down by")
    _finish(made)
    made = verb(
        verbs,
        "variation",
        _variation,
        "For each measure: is it changing, will it meet its target, how do teams differ.",
        "sightline variation AS02 CP11 --trend 18",
    )
    made.add_argument("measures", nargs="*", metavar="ID", help="ids or slugs; all if left out")
    made.add_argument("--trend", type=positive, default=18, metavar="N", help="months (18)")
    _finish(made)


def _finish(made: argparse.ArgumentParser) -> None:
    add_data(made)
    add_output(made)


def _overdue(options: argparse.Namespace) -> int:
    from sightline.tasks import waiting as tasks
    from sightline.tasks.measures import Asking

    if options.count:
        return write_rows(options, tasks.tally_rows(Asking.of(options), options.by), tasks.TALLIES)
    return write_rows(options, tasks.overdue_rows(Asking.of(options)), tasks.STEPS)


def _due(options: argparse.Namespace) -> int:
    from sightline.tasks import waiting as tasks
    from sightline.tasks.measures import Asking

    rows = tasks.overdue_rows(Asking.of(options), options.within)
    return write_rows(options, rows, tasks.STEPS)


def _signals(options: argparse.Namespace) -> int:
    from sightline.tasks import waiting as tasks
    from sightline.tasks.measures import Asking

    return write_rows(options, tasks.sign_rows(Asking.of(options), options.only), tasks.SIGNS)


def _waits(options: argparse.Namespace) -> int:
    from sightline.tasks import waiting as tasks
    from sightline.tasks.measures import Asking

    return write_rows(options, tasks.wait_rows(Asking.of(options), options.by), tasks.WAITS)


def _variation(options: argparse.Namespace) -> int:
    from sightline.tasks import waiting as tasks
    from sightline.tasks.measures import Asking

    rows = tasks.variation_rows(Asking.of(options), options.measures, options.trend)
    return write_rows(options, rows, tasks.VARIATION)
