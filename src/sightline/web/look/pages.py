"""Pages that anybody may read: accessibility, privacy, help; and whether the site is well."""

from __future__ import annotations

from sightline.web.look import views
from sightline.web.people.rights import PUBLIC
from sightline.web.routes import page

pages = [
    page("accessibility", views.accessibility, "accessibility", PUBLIC),
    page("privacy", views.privacy, "privacy", PUBLIC),
    page("help", views.help_page, "help", PUBLIC),
    page("health", views.health, "health", PUBLIC),
]
