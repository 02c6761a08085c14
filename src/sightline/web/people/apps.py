"""People as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class People(AppConfig):
    """Who signs in, and what they may do."""

    name = "sightline.web.people"
    label = "people"
