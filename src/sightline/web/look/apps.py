"""The look as a Django app: templates and static files that every page shares."""

from __future__ import annotations

from django.apps import AppConfig


class Look(AppConfig):
    """Templates and static files that every page shares."""

    name = "sightline.web.look"
    label = "look"
