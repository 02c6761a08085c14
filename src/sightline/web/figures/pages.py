"""The addresses of: Measures, themes and children."""

from __future__ import annotations

from django.urls import URLPattern

pages: list[URLPattern] = []
