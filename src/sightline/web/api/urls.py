"""The API with all its operations."""

from __future__ import annotations

from sightline.web.api import figures, library, me
from sightline.web.api.declared import api

MODULES = (me, figures, library)
urls = api.urls
