"""What ``sightline demo`` does: letters, loads, what is published, reports, people and audits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sightline.kit.problems import UserError
from sightline.kit.progress import progress

if TYPE_CHECKING:
    from sightline.tasks.measures import Asking


def built(
    out: Path,
    corpus: Path | None = None,
    jobs: int | None = None,
    children: int | None = None,
    months: int | None = None,
    reports: bool = True,
) -> Iterator[str]:
    """Build the demonstration in a folder, step by step; says after each what was made.

    Stopped and run again, it makes only what is missing. Raises ``UserError`` where a folder of
    real documents is named that is not there.
    """
    yield from letters(out, corpus, jobs, data=True)
    yield from _data(out, children, months)
    yield from _published(out / "workspace")
    if reports:
        yield from _reports(out)
    from sightline.tasks.site import fill

    yield from fill(out / "workspace")


def letters(out: Path, corpus: Path | None, jobs: int | None, data: bool) -> Iterator[str]:
    """The letters, read into a library, and pages of it that need no server."""
    from sightline import demo

    if corpus is not None and not corpus.is_dir():
        raise UserError(f"There is no folder {corpus}.")
    made = demo.build(out, corpus, jobs=jobs, watch=progress, data=data)
    for lost in made.lost:
        yield f"not read: {lost}"
    yield f"{made.documents:,} documents read, {made.pages:,} files written to {made.site}"


def _data(out: Path, children: int | None, months: int | None) -> Iterator[str]:
    from sightline.demo.data import CHILDREN, MONTHS, build_data
    from sightline.demo.standards import write_settings

    write_settings(out / "workspace")
    page = build_data(out, children or CHILDREN, months or MONTHS, watch=progress)
    yield f"A made-up authority's data: {page}"


def _published(workspace: Path) -> Iterator[str]:
    from sightline.demo.data import AS_AT
    from sightline.tasks.publish import publish

    yield publish(_asking(workspace), AS_AT).sentence


def _reports(out: Path) -> Iterator[str]:
    """The report on practice, to work with and to share."""
    from sightline.demo.data import AS_AT, REPORTS
    from sightline.tasks import report

    names = [out / "site" / name for some in REPORTS.values() for name in some]
    if all(path.exists() for path in names):
        return
    made = report.reports(_asking(out / "workspace"), AS_AT)
    for one in made:
        yield from report.write(one, [str(out / "site" / name) for name in REPORTS[one.mode]])


def _asking(workspace: Path) -> Asking:
    from sightline.demo.data import AS_AT
    from sightline.synthesize.words import AUTHORITY
    from sightline.tasks.measures import Asking

    return Asking(str(workspace), f"{AUTHORITY}@{AS_AT}", (), None, "", None, ())
