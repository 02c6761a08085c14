"""The addresses of: Loads of data."""

from __future__ import annotations

from django.urls import URLPattern

pages: list[URLPattern] = []
