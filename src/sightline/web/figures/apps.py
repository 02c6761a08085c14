"""Measures, themes and children as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class Figures(AppConfig):
    """Measures, themes and children."""

    name = "sightline.web.figures"
    label = "figures"
