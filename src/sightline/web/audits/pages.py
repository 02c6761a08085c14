"""The addresses of: Audits."""

from __future__ import annotations

from django.urls import URLPattern

pages: list[URLPattern] = []
