"""The worker: ``python -m sightline.web work`` does what is in the queue until it is stopped."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand


class Command(BaseCommand):
    """Does jobs one after another."""

    help = "Load, publish and compare: do what is in the queue, until told to stop."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How long to go on, and how patiently."""
        parser.add_argument("--once", action="store_true", help="do what waits now, then end")
        parser.add_argument("--here", action="store_true", help="in this process, with --once")
        parser.add_argument("--grace", type=float, default=25.0, help="seconds to end a job in")
        parser.add_argument("--job", type=int, help="for the worker itself: the job to do")
        parser.add_argument("--lease", default="", help="for the worker itself")

    def handle(self, *args: Any, **options: Any) -> None:
        """Work."""
        from sightline.web.loads import work

        if options["job"] is not None:
            work.do_one(options["job"], options["lease"])
        elif options["once"]:
            one = work.do_here if options["here"] else work.Worker().once
            while one():
                pass
        else:
            work.Worker(grace=options["grace"]).run()
