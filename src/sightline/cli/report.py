"""The verb ``report``: the report on practice, as HTML, PDF or a workbook."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from sightline.cli.common import day, positive, verb
from sightline.cli.measures import add_data

_EXAMPLE = """\
sightline report --file 'Annex A.xlsx' --as-at 2026-10-31 --authority Fernshire --out practice.html
  sightline report --sharing --out practice.pdf --out practice.xlsx"""


def add_verbs(verbs: Any) -> None:
    """Add the verb."""
    made = verb(
        verbs,
        "report",
        _report,
        "The report on practice: who is overdue, where children wait, how teams differ, what is "
        "changing, and how the authority stands. From a workbook to the report in one command.",
        _EXAMPLE,
    )
    made.add_argument(
        "--out",
        action="append",
        metavar="FILE",
        help="by its ending: .html (default: practice.html), .pdf or .xlsx; may be given again",
    )
    made.add_argument(
        "--sharing",
        action="store_true",
        help="for sharing: counts of 1 to 5 hidden, no child; for all that leaves the authority",
    )
    made.add_argument(
        "--months", type=positive, default=18, metavar="N", help="how many loads back (18)"
    )
    made.add_argument(
        "--made-on", type=day, default=None, metavar="DATE", help="the day printed as made (today)"
    )
    add_data(made)


def _report(options: argparse.Namespace) -> int:
    from sightline.tasks import report as tasks
    from sightline.tasks.measures import Asking

    mode = "sharing" if options.sharing else "working"
    made = tasks.report(Asking.of(options), mode, options.made_on or date.today(), options.months)
    for line in tasks.write(made, options.out or ["practice.html"]):
        print(line)
    return 0
