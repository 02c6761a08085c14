"""``python -m sightline.web backup FILE.tar.gz``: the records and the workspace in one file."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sightline.kit.problems import UserError


class Command(BaseCommand):
    """Makes a backup."""

    help = "Write a backup: the database, and the workspace with its keys, in one private file."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where it goes, and whether with what can be made again."""
        parser.add_argument("file", type=Path, help="such as /backups/2026-11-03.tar.gz")
        parser.add_argument("--with-published", action="store_true", help="with what pages read")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write it, and say what came of it."""
        from sightline.web.loads.backup import backup

        try:
            made = backup(options["file"], options["with_published"])
        except UserError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"{made.files:,} files, {made.size / 1e6:,.1f} MB before packing, in {made.path}. The "
            f"database is in it by {made.database}. Keep it where nobody else can read it."
        )
