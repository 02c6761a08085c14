"""Where things stand on the site: one way to name each page and each quote's place."""

from __future__ import annotations

import re

_PLAIN = re.compile(r"[^a-z0-9]+")


def slug(name: str) -> str:
    """A name as part of an address: "East Riding of Yorkshire" as east-riding-of-yorkshire."""
    return _PLAIN.sub("-", name.lower()).strip("-") or "unnamed"


def authority_link(name: str) -> str:
    """The page of an authority."""
    return f"authorities/{slug(name)}.html"


def document_link(sha256: str) -> str:
    """The page of a document."""
    return f"documents/{sha256[:12]}.html"


def quote_link(sha256: str, start: int) -> str:
    """The place of a quote in its document's page."""
    return f"{document_link(sha256)}#c{start}"


def original_name(sha256: str, path: str) -> str:
    """The name of the copy of the document as it came: its hash, and its ending where known."""
    ending = path.rsplit(".", 1)[-1].lower() if "." in path else ""
    return f"{sha256[:12]}.{ending if ending in ('pdf', 'html', 'htm', 'txt') else 'bin'}"
