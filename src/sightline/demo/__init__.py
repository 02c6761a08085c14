"""The demonstration: bundled letters of a fictional authority, read, kept, and shown as pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Any, NamedTuple

from sightline.kit.workers import Lost, spread
from sightline.packs.write_html import write_site
from sightline.reports.shelf import Derived, Shelf, prepare
from sightline.workspace import Workspace

Watch = Callable[[Iterable[object], int, str], Iterable[object]]
_SUFFIXES = (".pdf", ".html", ".htm", ".txt")


class Built(NamedTuple):
    """What a build made: the site's folder, how many documents and pages, and what failed."""

    site: Path
    documents: int
    pages: int
    lost: tuple[str, ...]


def letters() -> list[tuple[Path, str]]:
    """The bundled letters: where each is, and its name."""
    folder = Path(str(resources.files("sightline.demo").joinpath("letters")))
    return [(f, f.name) for f in sorted(folder.iterdir()) if f.suffix in _SUFFIXES]


def build(
    out: Path,
    corpus: Path | None = None,
    as_of: date | None = None,
    jobs: int | None = None,
    watch: Watch | None = None,
    data: bool = False,
) -> Built:
    """Read the letters (and a folder of real ones) into a library, and write its pages.

    Stopped and run again, it reads only what is new. ``watch`` shows progress. ``data`` says that
    a page about the authority's data stands beside them.
    """
    workspace = Workspace(out / "workspace").made()
    given = letters()
    if corpus is not None:
        found = sorted(f for f in corpus.rglob("*") if f.suffix.lower() in _SUFFIXES)
        given += [(f, f.relative_to(corpus).as_posix()) for f in found]
    see: Watch = watch or (lambda items, total, what: items)
    with Shelf(workspace.library) as shelf:
        known = {d["sha256"] for d in shelf.documents() if d["kind"]}
        lost = list(_add(shelf, given, known, jobs, see))
        documents = len(shelf.documents())
        more = [("Data", "data.html"), ("Practice", "practice.html")] if data else []
        pages = write_site(shelf, out / "site", as_of or date.today(), more=more)
    return Built(out / "site", documents, len(pages), tuple(lost))


def _add(
    shelf: Shelf,
    given: list[tuple[Path, str]],
    known: set[str],
    jobs: int | None,
    see: Watch,
) -> Iterator[str]:
    """Read in several processes, keep in this one; yields the names of what was lost."""
    import sightline.reports.classify  # noqa: F401  loaded once, before the processes part
    from sightline.reports.shelf.files import digest

    unread = [(p, n) for p, n in given if digest(p.read_bytes()) not in known]
    results: Any = see(spread(_prepare, unread, jobs, 120), len(unread), "Reading")
    for (path, name), derived in results:
        if isinstance(derived, Lost):
            yield f"{name}: {derived.reason}"
        else:
            shelf.add_derived(derived, path.read_bytes())


def _prepare(given: tuple[Path, str]) -> Derived:
    path, name = given
    return prepare(path.read_bytes(), name)


__all__ = ["Built", "build", "letters"]
