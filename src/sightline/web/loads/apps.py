"""Loads of data as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class Loads(AppConfig):
    """Loads of data."""

    name = "sightline.web.loads"
    label = "loads"
