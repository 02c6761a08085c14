"""The trail as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class Trail(AppConfig):
    """Who read and changed what."""

    name = "sightline.web.trail"
    label = "trail"

    def ready(self) -> None:
        """Keep who signed in and out, and who failed to."""
        from sightline.web.trail import signing_in

        signing_in.listen()
