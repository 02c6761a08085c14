"""Every address of the site: those of each app, which declare who may see them."""

from __future__ import annotations

from django.urls import include, path

from sightline.web.api.urls import urls as api
from sightline.web.audits.pages import pages as audits
from sightline.web.figures.pages import pages as figures
from sightline.web.home.pages import pages as home
from sightline.web.library.pages import pages as library
from sightline.web.loads.pages import pages as loads
from sightline.web.look.pages import pages as about
from sightline.web.people.pages import pages as people
from sightline.web.trail.pages import pages as trail

urlpatterns = [
    *home,
    *about,
    *people,
    *library,
    *figures,
    *audits,
    *loads,
    *trail,
    path("api/", api),
    path("sign-in/", include("sightline.web.people.sign_in")),
]

handler400 = "sightline.web.look.errors.bad_request"
handler403 = "sightline.web.look.errors.forbidden"
handler404 = "sightline.web.look.errors.not_found"
handler500 = "sightline.web.look.errors.server_error"
