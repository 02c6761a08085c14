"""The addresses of the trail."""

from __future__ import annotations

from sightline.web.people.rights import Right
from sightline.web.routes import page
from sightline.web.trail import views

pages = [page("trail", views.trail, "trail", Right.SEE_TRAIL)]
