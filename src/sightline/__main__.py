"""Lets ``python -m sightline`` do what the ``sightline`` command does."""

from sightline.cli import main

raise SystemExit(main())
