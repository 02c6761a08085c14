"""The ``sightline`` command: verbs and their arguments. Each calls one function in ``tasks``."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from sightline import __version__
from sightline.kit.problems import UserError

_DESCRIPTION = """\
A line of sight for the leaders of English children's services: what inspectors wrote, what they
said before, and what comes next."""
_EXITS = """\
exit codes: 0 done; 1 done but something needs attention; 2 not done (wrong usage, nothing to do)"""


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    from sightline.cli import (
        benchmarks,
        intake,
        library,
        measures,
        publish,
        reading,
        regime,
        report,
        site,
        snapshots,
        waiting,
    )

    top = argparse.ArgumentParser(
        prog="sightline",
        description=_DESCRIPTION,
        epilog=_EXITS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"sightline {__version__}")
    verbs = top.add_subparsers(dest="verb", metavar="VERB", required=True)
    rooms = (
        *(reading, library, regime, intake, snapshots),
        *(measures, waiting, report, publish, benchmarks, site),
    )
    for room in rooms:
        room.add_verbs(verbs)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    options = parser().parse_args(arguments)
    try:
        return int(options.run(options) or 0)
    except UserError as error:
        print(f"sightline: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:  # the reader of our output went away, as with `| head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("sightline: stopped", file=sys.stderr)
        return 130
