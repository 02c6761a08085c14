"""Audits as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class Audits(AppConfig):
    """Audits."""

    name = "sightline.web.audits"
    label = "audits"
