"""What inspectors wrote, as people corrected it: plain values for the API and other pages."""

from __future__ import annotations

from typing import Any

from sightline.packs.links import slug
from sightline.web.library import links
from sightline.web.library.asking import CLOSE, OPEN, Asked, ask
from sightline.web.library.shelf import Library, Row, opened

MOST = 500
_FINDING = (
    "sha256", "authority", "urn", "kind", "event_kind", "date", "section", "paragraph", "page",
    "start", "end", "quote", "role", "themes", "polarity", "trajectory", "prevalence", "cohorts",
    "framework_tags",
)  # fmt: skip


def findings(asked: Asked | None = None, first: int = 0, limit: int = 100) -> dict[str, Any]:
    """Findings as asked for: ``{"total": n, "findings": [...]}``, at most 500 at a time.

    Each has its citation (document, page, start, end, quote), its labels as corrected, the numbers
    of its corrections, and the address of the page that shows it.
    """
    with opened() as library:
        if library is None:
            return {"total": 0, "findings": []}
        found = ask(library, asked or Asked(), max(first, 0), min(max(limit, 1), MOST))
        return {"total": found.total, "findings": [finding(row) for row in found.rows]}


def finding(row: Row) -> dict[str, Any]:
    """One finding as plain values."""
    return {
        **{name: row[name] for name in _FINDING},
        "document": row["path"],
        "snippet": str(row.get("snippet") or row["quote"]).replace(OPEN, "").replace(CLOSE, ""),
        "corrections": row.get("corrected", []),
        "address": links.document(row["sha256"], row["start"]),
    }


def on_theme(theme: str, authority: str | None = None, limit: int = 100) -> list[dict[str, Any]]:
    """What inspectors said on a theme, the latest first, as corrected; of one authority or all.

    ``authority`` is Ofsted's number (URN), or the name of one that has none.
    """
    asked = Asked(theme=theme, authority=authority or "")
    return list(findings(asked, limit=limit)["findings"])


def documents() -> list[dict[str, Any]]:
    """Every document: what it is, of whom, of which date, and what was read in it."""
    with opened() as library:
        return [_document(row) for row in document_rows(library)] if library else []


def document_rows(library: Library) -> list[Row]:
    """Every document with its authorities, its first date and its title's parts."""
    whose: dict[str, list[Any]] = {}
    sql = """
        SELECT sha256, authority, event_kind, who,
            COALESCE(NULLIF(start_date, ''), NULLIF(letter_date, ''), published_date) AS date
        FROM events ORDER BY sha256, place
    """
    for row in library.ask(sql):
        whose.setdefault(row["sha256"], []).append(row)
    return [{**row, "told": whose.get(row["sha256"], [])} for row in library.documents()]


def _document(row: Row) -> dict[str, Any]:
    told = row["told"]
    return {
        "sha256": row["sha256"],
        "name": row["path"],
        "kind": row["kind"],
        "authorities": list(dict.fromkeys(one["authority"] for one in told if one["authority"])),
        "date": told[0]["date"] if told else "",
        "pages": row["pages"],
        "findings": row["n_findings"],
        "problems": [f"{p['message']} {p['remedy']}".strip() for p in row["problems"]],
        "address": links.document(row["sha256"]),
    }


def authorities() -> list[dict[str, Any]]:
    """Every authority that documents tell of, and how much there is of each."""
    with opened() as library:
        return [_authority(row) for row in library.authorities()] if library else []


def _authority(row: Row) -> dict[str, Any]:
    return {
        "authority": row["authority"],
        "slug": slug(row["authority"]),
        "urn": row["urn"],
        "region": row["region"],
        "documents": row["n_documents"],
        "findings": row["n_findings"],
        "first_date": row["first_date"] or "",
        "last_date": row["last_date"] or "",
        "address": links.authority(row["authority"]),
    }
