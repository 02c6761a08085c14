"""``ready_library``: makes what takes long of the library's pages, before somebody asks for it."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone


class Command(BaseCommand):
    """Make the library's pages ready: after ``sightline library add`` or ``reread``."""

    help = "Make the library's pages ready, so that the first to see each does not wait."

    def handle(self, *args: Any, **options: Any) -> None:
        """Make them, and say how many."""
        from sightline.web.library.pages_told import make_ready
        from sightline.web.library.shelf import opened

        with opened() as library:
            made = make_ready(library, timezone.localdate()) if library else 0
        self.stdout.write(f"{made:,} pages of the library are ready.")
