"""``python -m sightline.web restore FILE --into WORKSPACE``: a backup onto an empty machine."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sightline.kit.problems import UserError


class Command(BaseCommand):
    """Restores a backup."""

    help = "Restore a backup into an empty workspace; nothing is put in place unless all is whole."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which backup, and where to."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--into", type=Path, required=True, help="a workspace that is empty")

    def handle(self, *args: Any, **options: Any) -> None:
        """Restore it, and say what came of it and what comes next."""
        from sightline.web.loads.restore import restore

        try:
            done = restore(options["file"], options["into"])
        except UserError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"{done.files:,} files of the backup of {done.made_at}, made by Sightline "
            f"{done.version}. Next: migrate, sightline snapshots verify, sightline publish."
        )
