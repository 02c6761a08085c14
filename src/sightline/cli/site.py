"""Verbs that make pages or fetch documents: demo, fetch."""

from __future__ import annotations

import argparse
from typing import Any

from sightline.cli.common import add_jobs, positive, verb


def add_verbs(verbs: Any) -> None:
    """Add the verbs of this module."""
    made = verb(
        verbs,
        "demo",
        _demo,
        "Read the bundled letters of a fictional authority, build their pages, and serve them.",
        "sightline demo --port 8000",
    )
    made.add_argument("--out", default="build/demo", metavar="FOLDER")
    made.add_argument("--corpus", metavar="FOLDER", help="read real documents too")
    made.add_argument("--no-serve", action="store_true", help="build and stop")
    made.add_argument("--port", type=positive, default=8000)
    add_jobs(made)


def _demo(options: argparse.Namespace) -> int:
    from pathlib import Path

    from sightline import demo
    from sightline.kit.problems import UserError
    from sightline.kit.progress import progress

    corpus = Path(options.corpus) if options.corpus else None
    if corpus is not None and not corpus.is_dir():
        raise UserError(f"There is no folder {corpus}.")
    built = demo.build(Path(options.out), corpus, jobs=options.jobs, watch=progress)
    for lost in built.lost:
        print(f"not read: {lost}")
    print(f"{built.documents:,} documents read, {built.pages:,} files written to {built.site}")
    if not options.no_serve:
        from sightline.demo.serve import serve

        serve(built.site, options.port)
    return 1 if built.lost else 0
