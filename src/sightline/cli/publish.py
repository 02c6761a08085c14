"""The verb ``publish``: makes what the application's pages read of a load."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from sightline.cli.common import add_workspace, day, verb

_EXAMPLE = """\
sightline publish
  sightline publish --snapshot 2026-10-31 --again"""


def add_verbs(verbs: Any) -> None:
    """Add the verb."""
    made = verb(
        verbs,
        "publish",
        _publish,
        "Make what the application's pages read of a load: figures, views, and the children behind "
        "them. Run it after each load; what is published already is left as it is.",
        _EXAMPLE,
    )
    made.add_argument("--snapshot", metavar="WHICH", help="an id, an authority, or latest")
    made.add_argument("--again", action="store_true", help="even where nothing has changed")
    made.add_argument(
        "--made-on", type=day, default=None, metavar="DATE", help="the day printed as made (today)"
    )
    made.add_argument("--engine", metavar="URL", help="duckdb (default), postgresql://…, or spark")
    add_workspace(made)


def _publish(options: argparse.Namespace) -> int:
    from sightline.tasks import publish as tasks
    from sightline.tasks.measures import Asking

    asking = Asking(options.workspace, options.snapshot, (), None, "", options.engine, ())
    made = tasks.publish(asking, options.made_on or date.today(), again=options.again)
    print(made.sentence)
    return 0
