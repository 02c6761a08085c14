"""Verbs about the inspection system: next, authorities."""

from __future__ import annotations

import argparse
from typing import Any

from sightline.cli.common import add_output, add_workspace, day, verb

_NEXT = ["what", "earliest", "likely", "latest", "confidence", "rules", "note"]
_AUTHORITIES = ["urn", "dfe_code", "ons_code", "name", "kind", "region", "aliases", "trusts"]


def add_verbs(verbs: Any) -> None:
    """Add the verbs of this module."""
    made = verb(
        verbs,
        "next",
        _next,
        "What is expected next of an authority, from its history in the library: duties, visits, "
        "inspections. Ofsted decides; this is an estimate.",
        "sightline next Leicester --as-of 2026-11-22",
    )
    made.add_argument("authority", help="its name, or its Ofsted number")
    made.add_argument(
        "--as-of", type=day, metavar="DATE", help="stand at this date (default: today)"
    )
    add_output(made)
    add_workspace(made)
    made = verb(
        verbs,
        "authorities",
        _authorities,
        "The register of English authorities, or the one that a printed name means.",
        'sightline authorities "Telford & Wrekin Council"',
    )
    made.add_argument("name", nargs="?", help="a name as it is printed somewhere")
    add_output(made)


def _next(options: argparse.Namespace) -> int:
    from sightline.kit.output import opened, write
    from sightline.tasks import regime as tasks

    rows = tasks.next_rows(options.workspace, options.authority, options.as_of)
    with opened(options.out) as file:
        if options.format == "table":
            tasks.write_next(rows, file)
        else:
            write(rows, _NEXT, options.format, file)
    return 0


def _authorities(options: argparse.Namespace) -> int:
    from sightline.kit.output import opened, write
    from sightline.tasks import regime as tasks

    with opened(options.out) as file:
        write(tasks.authority_rows(options.name), _AUTHORITIES, options.format, file)
    return 0
