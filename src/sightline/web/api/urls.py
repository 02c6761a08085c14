"""The API with all its operations."""

from __future__ import annotations

from sightline.web.api import figures, me
from sightline.web.api.declared import api

MODULES = (me, figures)
urls = api.urls
