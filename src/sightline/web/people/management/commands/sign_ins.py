"""Says where the demonstration is, and how each role signs in."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from sightline.web import demo


class Command(BaseCommand):
    """Print the sign-ins of a demonstration."""

    help = "Print the address and the sign-in of each role. Only where SIGHTLINE_DEMO is set."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The address of the site."""
        parser.add_argument("address")

    def handle(self, *args: Any, address: str, **options: Any) -> None:
        """Print them."""
        if not settings.DEMO:
            raise CommandError("This is not a demonstration: SIGHTLINE_DEMO is not set.")
        for line in demo.lines(address):
            self.stdout.write(line)
