"""Verbs that make pages, serve the site, or fetch documents: demo, serve, fetch."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from sightline.cli.common import add_jobs, add_output, add_workspace, day, positive, seconds, verb


def add_verbs(verbs: Any) -> None:
    """Add the verbs of this module."""
    made = verb(
        verbs,
        "demo",
        _demo,
        "Load a fictional authority's letters and children, publish its figures, serve the site.",
        "sightline demo --port 8000",
    )
    made.add_argument("--out", default="build/demo", metavar="FOLDER")
    made.add_argument("--corpus", metavar="FOLDER", help="read real documents too")
    made.add_argument("--no-serve", action="store_true", help="build and stop")
    made.add_argument("--no-data", action="store_true", help="the letters alone")
    made.add_argument("--port", type=positive, default=8000)
    add_jobs(made)
    _add_serve(verbs)
    _add_fetch(verbs)


def _add_serve(verbs: Any) -> None:
    made = verb(
        verbs,
        "serve",
        _serve,
        "Serve the site of a workspace to this machine; the runbook says how to serve a council.",
        "sightline serve --port 8000",
    )
    made.add_argument("--port", type=positive, default=8000)
    made.add_argument("--demo", action="store_true", help="without TLS, on this machine alone")
    add_workspace(made)


def _add_fetch(verbs: Any) -> None:
    made = verb(
        verbs,
        "fetch",
        _fetch,
        "Download what Ofsted's reports site lists and the library does not have, one at a time.",
        "sightline fetch Leicester --since 2025-01-01 --add",
    )
    made.add_argument("authorities", nargs="*", metavar="AUTHORITY")
    made.add_argument("--all", action="store_true", help="every authority there is today")
    made.add_argument("--folder", metavar="FOLDER", help="where to (default: in the workspace)")
    made.add_argument("--since", type=day, metavar="DATE", help="published on or after it")
    made.add_argument("--dry-run", action="store_true", help="say what is new; download nothing")
    made.add_argument("--add", action="store_true", help="add to the library what was downloaded")
    made.add_argument("--pause", type=seconds, default=1.0, metavar="S", help="between requests")
    made.add_argument("--site", metavar="URL", help="another site that is laid out alike")
    add_workspace(made)
    add_jobs(made)
    add_output(made)


def _fetch(options: argparse.Namespace) -> int:
    from sightline.kit.output import opened, write
    from sightline.kit.problems import UserError
    from sightline.tasks import fetching, library

    if options.all == bool(options.authorities):
        raise UserError("Name one or more authorities, or give --all.")
    rows = fetching.fetched(
        options.workspace,
        options.authorities,
        into=options.folder,
        site=options.site,
        since=options.since,
        dry_run=options.dry_run,
        pause=options.pause,
    )
    with opened(options.out) as file:
        write(rows, fetching.COLUMNS, options.format, file)
    new = [row["path"] for row in rows if row["outcome"] == "downloaded"]
    if options.add and new:
        library.add(options.workspace, new, options.jobs, again=False)
    return 1 if any(row["outcome"] == "failed" for row in rows) else 0


def _demo(options: argparse.Namespace) -> int:
    from sightline.tasks import demo
    from sightline.tasks.site import serve

    corpus = Path(options.corpus) if options.corpus else None
    out = Path(options.out)
    if options.no_data:
        steps = demo.letters(out, corpus, options.jobs, data=False)
    else:
        steps = demo.built(out, corpus, options.jobs)
    lost = False
    for line in steps:
        lost = lost or line.startswith("not read")
        print(line, flush=True)
    if not options.no_serve:
        return serve(out / "workspace", options.port, demo=True)
    return int(lost)


def _serve(options: argparse.Namespace) -> int:
    from sightline.tasks.site import serve
    from sightline.workspace import workspace

    return serve(workspace(options.workspace).root, options.port, demo=options.demo)
