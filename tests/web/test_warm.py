"""The server has loaded what pages import late, before any page is asked for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def test_eight_first_pages_at_once_fail_in_none(tmp_path: Path) -> None:
    """Each thread is the first to ask; imports do not stop each other."""
    (tmp_path / "static").mkdir()
    script = (
        "import threading\n"
        "from sightline.web import wsgi\n"
        "import sys\n"
        "from sightline.web.warm import PARTS\n"
        "assert all(name in sys.modules for name in PARTS)\n"
        "from django.core.management import call_command\n"
        "call_command('migrate', verbosity=0)\n"
        "from django.test import Client\n"
        "from sightline.web.people.models import Person\n"
        "one = Person.objects.create(username='a', role='director')\n"
        "found = []\n"
        "def go(address):\n"
        "    client = Client()\n"
        "    client.force_login(one, backend='allauth.account.auth_backends.AuthenticationBackend')\n"
        "    found.append(client.get(address).status_code)\n"
        "names = ['/', '/data', '/measures', '/library', '/audits', '/themes', '/children', '/trail']\n"
        "all_of = [threading.Thread(target=go, args=(n,)) for n in names]\n"
        "[t.start() for t in all_of]\n"
        "[t.join() for t in all_of]\n"
        "print(sorted(found))\n"
    )
    told = dict(
        os.environ, SIGHTLINE_WORKSPACE=str(tmp_path), SIGHTLINE_DEMO="1",
        SIGHTLINE_HOSTS="testserver", DJANGO_SETTINGS_MODULE="sightline.web.settings",
    )  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", script], env=told, capture_output=True, text=True, timeout=120
    )
    assert done.stdout.strip() == str([200] * 8), done.stderr[-2000:]
