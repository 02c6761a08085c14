"""The addresses of people."""

from __future__ import annotations

from sightline.web.people import views
from sightline.web.people.rights import Right
from sightline.web.routes import page

pages = [
    page("me", views.me, "me", Right.SIGNED_IN),
    page("me/tokens/<int:token>/stop", views.stop_token, "stop_token", Right.USE_API),
    page("people", views.everybody, "people", Right.ADMINISTER),
    page("people/add", views.add, "add_person", Right.ADMINISTER),
    page("people/<int:person>", views.change, "person", Right.ADMINISTER),
    page("people/<int:person>/switch", views.switch, "switch_person", Right.ADMINISTER),
]
