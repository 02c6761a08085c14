"""Makes the demonstration's people and audits, over the data that were published."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from sightline.measures.groups import NOT_SAID
from sightline.web import demo


class Command(BaseCommand):
    """Fill the site of a demonstration."""

    help = "Make the people and audits of a demonstration. Only where SIGHTLINE_DEMO is set."

    def handle(self, *args: Any, **options: Any) -> None:
        """Make people; and audits where data were published. Once: a second run adds nothing."""
        if not settings.DEMO:
            raise CommandError("This is not a demonstration: SIGHTLINE_DEMO is not set.")
        from sightline.tasks.publish import published

        found = published(str(settings.WORKSPACE.root), "working")
        if found is None:
            demo.people((), "")
            return
        teams = [team.name for team in found.teams() if team.name != NOT_SAID]
        managed = demo.DRIFTING if demo.DRIFTING in teams else teams[0]
        busiest = max(found.workers(managed), key=lambda one: one.children)
        everybody = demo.people(teams, busiest.name)
        from sightline.web.audits.demo import fill

        self.stdout.write(str(fill(found, everybody)))
