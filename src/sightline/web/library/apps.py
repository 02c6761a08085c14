"""What inspectors wrote as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class Library(AppConfig):
    """What inspectors wrote."""

    name = "sightline.web.library"
    label = "library"

    def ready(self) -> None:
        """Declare the job that reads a document."""
        from sightline.web.library import uploading  # noqa: F401
