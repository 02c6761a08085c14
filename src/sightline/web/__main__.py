"""Runs Django's own commands for this site: ``python -m sightline.web migrate``."""

from __future__ import annotations

import os
import sys


def main(arguments: list[str] | None = None) -> None:
    """Run one of Django's commands, with this site's settings."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sightline.web.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(
        ["sightline.web", *(sys.argv[1:] if arguments is None else arguments)]
    )


if __name__ == "__main__":
    main()
