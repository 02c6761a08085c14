"""The addresses of: What inspectors wrote."""

from __future__ import annotations

from django.urls import URLPattern

pages: list[URLPattern] = []
