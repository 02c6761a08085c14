"""The site as a web server calls it: ``gunicorn sightline.web.wsgi``."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

from sightline.web.warm import warm

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sightline.web.settings")
application = get_wsgi_application()
warm()
