"""Loads what pages need before the first page is asked for.

Rooms import heavy parts late, so that the command starts at once. In a server with threads two
first pages would import the same parts at the same time, and may stop each other.
"""

from __future__ import annotations

from importlib import import_module

PARTS = (
    "duckdb",
    "pyarrow.parquet",
    "jinja2",
    "sightline.audits.results",
    "sightline.intake.checking",
    "sightline.intake.store",
    "sightline.measures.library",
    "sightline.packs.published.basis",
    "sightline.packs.published.read",
    "sightline.regime.expected",
    "sightline.reports.shelf",
    "sightline.tasks.benchmarks",
    "sightline.tasks.intake",
    "sightline.tasks.publish",
    "sightline.tasks.snapshots",
)


def warm() -> None:
    """Import what pages import late, one after another."""
    for name in PARTS:
        import_module(name)
    from django.urls import get_resolver

    assert get_resolver().url_patterns  # every view's module is loaded too
