"""What inspectors wrote as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class Library(AppConfig):
    """What inspectors wrote."""

    name = "sightline.web.library"
    label = "library"
