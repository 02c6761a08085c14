"""Pages of the library: search, documents, authorities, the national picture."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from math import ceil
from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from sightline.packs.links import slug
from sightline.packs.words import KINDS, listed, when
from sightline.web.library import links, marked, pages_told, told
from sightline.web.library.asking import CLOSE, OPEN, Asked, ask
from sightline.web.library.forms import DocumentsForm, SearchForm
from sightline.web.library.kept import kept
from sightline.web.library.shelf import Library, Row, opened
from sightline.web.look.listing import address, chips, csv_download
from sightline.web.look.listing import links as page_links
from sightline.web.people.refusals import refused
from sightline.web.people.rights import Right
from sightline.web.trail.record import record

SIZE = 20
_MOST_DOWNLOADED = 5_000
_RECENT = 5
_MOST_PAGES = 1_000_000
CRUMB = ("Inspections", "/library")
View = Callable[..., HttpResponseBase]


def with_library(view: View) -> View:
    """A view that is given the library; where there is none, a page says so."""

    @wraps(view)
    def opens(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        with opened() as library:
            if library is None:
                said = {"title": "Inspections", "crumbs": [("Inspections", None)]}
                return render(request, "library/none.html", said)
            return view(request, library, *args, **kwargs)

    return opens


def number_of(text: str | None, most: int) -> int:
    """The page of a list that an address asks for, held to those there are."""
    asked = int(text) if text and text.isdecimal() and len(text) < 9 else 1
    return min(max(asked, 1), max(most, 1))


@with_library
def search(request: HttpRequest, library: Library) -> HttpResponseBase:
    """The search box, its filters, and what was found."""
    from sightline.web.library.texts import documents_with

    form = SearchForm(request.GET or None, authorities=pages_told.choices(library))
    asked = form.asked()
    if request.GET.get("download") == "csv":
        return _download(request, library, asked)
    told_of = {
        "title": "Inspections",
        "form": form,
        "asked": asked.anything,
        "filters": {"chips": chips(request, form), "clear": request.path},
        "problems": _problems(form),
    }
    if not asked.anything:
        return render(request, "library/search.html", told_of | _opening(library))
    page = number_of(request.GET.get("page"), _MOST_PAGES)
    found = ask(library, asked, (page - 1) * SIZE, SIZE)
    count = ceil(found.total / SIZE)
    if page > max(count, 1):
        return redirect(address(request, page=max(count, 1)))
    documents, hits = documents_with(library, asked.words) if asked.words and page == 1 else (0, [])
    told_of |= {
        "crumbs": [("Inspections", request.path), ("Search", None)],
        "total": found.total,
        "hits": [hit(row) for row in found.rows],
        "pages": page_links(request, page, count),
        "download": address(request, download="csv", page=None),
        "documents": documents,
        "document_hits": _document_hits(library, hits),
        "all_documents": f"{reverse('library_documents')}{_query(asked.words)}",
    }
    return render(request, "library/search.html", told_of)


def _problems(form: Any) -> list[tuple[str, str]]:
    from sightline.web.people.forms import problems

    return problems(form) if form.is_bound else []


def _query(words: str) -> str:
    from urllib.parse import urlencode

    return f"?{urlencode({'q': words})}"


def hit(row: Row) -> dict[str, Any]:
    """One finding as lists show it."""
    return {
        "words": marked.snippet(row["snippet"], OPEN, CLOSE),
        "says": marked.words_of(row),
        "css": marked.said(row),
        "themes": marked.themes_of(row),
        "authority": row["authority"],
        "authority_link": links.authority(row["authority"]) if row["authority"] else "",
        "about": _about(row),
        "page": row["page"],
        "link": links.document(row["sha256"], row["start"]),
        "corrected": bool(row.get("corrected")),
    }


def _about(row: Row) -> str:
    kind = KINDS.get(row["event_kind"] or row["kind"] or "", "Document")
    date = when(row["date"])
    return f"{kind}, {date}" if date else kind


def _document_hits(library: Library, hits: list[dict[str, Any]]) -> list[dict[str, Any]]:
    made = []
    for one in hits:
        row = library.document(one["sha256"])
        if row is not None:
            at = links.document(row["sha256"], one["start"], one["end"])
            made.append(
                {
                    "name": row["path"].rsplit("/", 1)[-1],
                    "kind": KINDS.get(row["kind"], row["kind"]),
                    "words": marked.snippet(one["snippet"], OPEN, CLOSE),
                    "link": at if one["end"] else links.document(row["sha256"]),
                }
            )
    return made


def _opening(library: Library) -> dict[str, Any]:
    """What stands below the search box before anything is asked."""
    rows = all_documents(library)
    dated = sorted((r for r in rows if r["day"]), key=lambda r: str(r["day"]), reverse=True)
    return {
        "n_documents": len(rows),
        "n_findings": sum(row["findings"] for row in rows),
        "n_authorities": len(pages_told.choices(library)),
        "recent": dated[:_RECENT],
    }


def all_documents(library: Library) -> list[dict[str, Any]]:
    """Every document as lists show it."""
    made: list[dict[str, Any]] = kept(
        library, "documents", lambda: [_listed(row) for row in told.document_rows(library)]
    )
    return made


def _download(request: HttpRequest, library: Library, asked: Asked) -> HttpResponseBase:
    if not request.user.may(Right.EXPORT):
        return refused(request, Right.EXPORT)
    found = ask(library, asked, 0, _MOST_DOWNLOADED)
    record(request, "exported", "findings", rows=len(found.rows))
    head = [
        "Authority", "What", "Date", "Says", "Themes", "Quotation", "Page", "Document", "Corrected",
    ]  # fmt: skip
    rows = (
        [
            r["authority"], KINDS.get(r["event_kind"] or r["kind"] or "", ""), r["date"],
            marked.words_of(r), marked.themes_of(r), " ".join(r["quote"].split()), r["page"],
            r["path"], "yes" if r.get("corrected") else "",
        ]
        for r in found.rows
    )  # fmt: skip
    return csv_download("findings.csv", head, rows)


@with_library
def documents(request: HttpRequest, library: Library) -> HttpResponseBase:
    """Every document, with what is wrong with any."""
    from sightline.web.library.texts import all_with

    form = DocumentsForm(request.GET or None, authorities=pages_told.choices(library))
    said = form.cleaned_data if form.is_valid() else {}
    rows = all_documents(library)
    if said.get("q"):
        places = {sha256: n for n, sha256 in enumerate(all_with(library, said["q"]))}
        rows = sorted((r for r in rows if r["sha256"] in places), key=lambda r: places[r["sha256"]])
    rows = [row for row in rows if _wanted(row, said)]
    if request.GET.get("download") == "csv":
        return _download_documents(request, rows)
    count = ceil(len(rows) / SIZE)
    page = number_of(request.GET.get("page"), count)
    shown = rows[(page - 1) * SIZE : page * SIZE]
    told_of = {
        "title": "Documents",
        "crumbs": [CRUMB, ("Documents", None)],
        "filters": {"fields": list(form), "chips": chips(request, form), "clear": request.path},
        "total": len(rows),
        "any": bool(form.changed_data),
        "rows": shown,
        "pages": page_links(request, page, count),
        "download": address(request, download="csv", page=None),
    }
    return render(request, "library/documents.html", told_of)


def _wanted(row: Row, said: dict[str, Any]) -> bool:
    kind, who = said.get("kind"), said.get("authority")
    return (not kind or kind in row["kinds"]) and (not who or who in row["whose"])


def _listed(row: Row) -> dict[str, Any]:
    told_of = row["told"]
    names = list(dict.fromkeys(one["authority"] for one in told_of if one["authority"]))
    kind = (told_of[0]["event_kind"] if told_of else "") or row["kind"]
    day = told_of[0]["date"] if told_of else ""
    return {
        "sha256": row["sha256"],
        "name": row["path"].rsplit("/", 1)[-1],
        "link": links.document(row["sha256"]),
        "kind": KINDS.get(kind, "Not read yet" if not row["kind"] else kind),
        "kinds": sorted({row["kind"], *(one["event_kind"] for one in told_of)}),
        "whose": sorted({one["who"] for one in told_of}),
        "news": row["kind"] == "article",
        "authority": listed(names),
        "day": day,
        "date": when(day),
        "pages": row["pages"],
        "findings": row["n_findings"],
        "notes": " ".join(f"{p['message']} {p['remedy']}".strip() for p in row["problems"]),
    }


def _download_documents(request: HttpRequest, rows: list[Row]) -> HttpResponseBase:
    if not request.user.may(Right.EXPORT):
        return refused(request, Right.EXPORT)
    record(request, "exported", "documents", rows=len(rows))
    names = ("name", "kind", "authority", "date", "pages", "findings", "notes")
    head = ["Document", "Kind", "Authority", "Date", "Pages", "Findings", "Please note"]
    return csv_download("documents.csv", head, ([row[name] for name in names] for row in rows))


@with_library
def authorities(request: HttpRequest, library: Library) -> HttpResponseBase:
    """Every authority that documents tell of."""
    rows = library.authorities()
    if request.GET.get("download") == "csv":
        if not request.user.may(Right.EXPORT):
            return refused(request, Right.EXPORT)
        record(request, "exported", "authorities", rows=len(rows))
        names = ("authority", "region", "urn", "n_documents", "n_findings", "last_date")
        head = ["Authority", "Region", "Ofsted number", "Documents", "Findings", "Latest"]
        return csv_download("authorities.csv", head, ([r[n] for n in names] for r in rows))
    told_of = {
        "title": "Authorities",
        "crumbs": [CRUMB, ("Authorities", None)],
        "rows": [{**row, "link": links.authority(row["authority"])} for row in rows],
        "download": address(request, download="csv"),
    }
    return render(request, "library/authorities.html", told_of)


@with_library
def authority(request: HttpRequest, library: Library, name: str) -> HttpResponseBase:
    """One authority: what comes next, its history, and its themes over time."""
    who = pages_told.who_of(library, name)
    if who is None:
        raise Http404
    made = pages_told.authority(library, who, timezone.localdate())
    crumbs = [CRUMB, ("Authorities", reverse("library_authorities")), (made["name"], None)]
    search_link = f"{reverse('library')}?authority={who}"
    told_of = {"title": made["name"], "told": made, "crumbs": crumbs, "search_link": search_link}
    return render(request, "library/authority.html", told_of | {"slug": slug(made["name"])})


@with_library
def national(request: HttpRequest, library: Library) -> HttpResponseBase:
    """The national picture, each part a sentence, a chart and a table."""
    made = pages_told.national(library)
    told_of = {"title": made["title"], "told": made, "crumbs": [CRUMB, (made["title"], None)]}
    return render(request, "library/national.html", told_of)
