"""Writes the site: self-contained pages, without scripts, one file at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from sightline.packs.links import authority_link, document_link, original_name
from sightline.packs.words import when
from sightline.reports.shelf import Shelf

Report = Callable[[str], None]
Links = Sequence[tuple[str, str]]


@cache
def _environment() -> Any:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("sightline.packs"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _css() -> Any:
    from markupsafe import Markup

    path = resources.files("sightline.packs").joinpath("static/sightline.css")
    return Markup(path.read_text(encoding="utf-8"))


def render(
    template: str,
    title: str,
    as_of: date,
    root: str = "",
    crumbs: Any = (),
    more: Links = (),
    **page: Any,
) -> str:
    """A page as HTML; ``root`` is the way back to the site's first page.

    ``more`` are further links of the head, each words and address.
    """
    made = _environment().get_template(template)
    always = {"css": _css(), "root": root, "crumbs": crumbs, "more": more}
    return str(made.render(title=title, made_on=when(as_of), **always, **page))


def write_site(
    shelf: Shelf, folder: Path, as_of: date, report: Report | None = None, more: Links = ()
) -> list[Path]:
    """Write every page of the library's site into a folder; returns what was written.

    A page is written whole or not at all; what was there before is replaced. ``more`` are links
    to pages that are made elsewhere.
    """
    written = []
    for name, content in _pages(shelf, as_of, more):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_name(path.name + ".partial")
        partial.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        partial.replace(path)
        written.append(path)
        if report:
            report(name)
    return written


def _pages(shelf: Shelf, as_of: date, more: Links) -> Iterator[tuple[str, str | bytes]]:
    from sightline.packs import national_page as national
    from sightline.packs.authority_page import authority_page
    from sightline.packs.document_page import document_page
    from sightline.reports.same_event import histories

    page = national.national_page(shelf)
    yield "index.html", render("national.html", page["title"], as_of, page=page, more=more)
    for name, made in (
        ("authorities.html", national.authorities_page(shelf)),
        ("documents.html", national.documents_page(shelf)),
        ("themes.html", national.themes_page()),
    ):
        yield name, render("list.html", made["title"], as_of, page=made, more=more)
    told = histories(shelf)
    for row in shelf.authorities():
        page = authority_page(shelf, row["who"], as_of, told)
        crumbs = [("National picture", "index.html"), ("Authorities", "authorities.html")]
        yield (
            authority_link(page["name"]),
            render("authority.html", page["name"], as_of, "../", crumbs, more, page=page),
        )
    for row in shelf.documents():
        page = document_page(shelf, row)
        crumbs = [("National picture", "index.html"), ("Documents", "documents.html")]
        yield (
            document_link(row["sha256"]),
            render("document.html", page["title"], as_of, "../", crumbs, more, page=page),
        )
        yield f"originals/{original_name(row['sha256'], row['path'])}", shelf.data(row["sha256"])
