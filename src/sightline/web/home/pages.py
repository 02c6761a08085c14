"""The address of the first page."""

from __future__ import annotations

from sightline.web.home import views
from sightline.web.people.rights import Right
from sightline.web.routes import page

pages = [page("", views.home, "home", Right.SIGNED_IN)]
