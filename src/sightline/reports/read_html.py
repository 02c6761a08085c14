"""Web pages: the article's words, without menus, advertisements and footers."""

from __future__ import annotations

import re

from sightline.kit.problems import Problem
from sightline.reports.document import Document, Unreadable
from sightline.reports.read_text import from_paragraphs

_BLANKS = re.compile(r"\n{3,}")
_LEAST_CHARACTERS = 200


def read_html(data: bytes) -> Document:
    """Read a web page: its headline, the date it gives itself, and the article's body.

    Raises ``Unreadable`` where the page holds no article.
    """
    import trafilatura

    body = trafilatura.extract(
        data, include_comments=False, include_tables=True, favor_recall=True, deduplicate=False
    )
    if not body or len(body) < _LEAST_CHARACTERS:
        raise Unreadable(
            Problem(
                "no_article",
                "The web page holds no article or letter, only the page's furniture.",
                "Save the page after it has loaded, or download the report itself.",
            )
        )
    head = _head(data, body)
    text = "\n\n".join([*head, body.replace("\n", "\n\n")])
    return from_paragraphs(_BLANKS.sub("\n\n", text), "html")


def _head(data: bytes, body: str) -> list[str]:
    """The page's title and date, where the body does not give them already."""
    import trafilatura

    metadata = trafilatura.extract_metadata(data)
    lines = []
    title = (metadata.title or "").strip() if metadata else ""
    if title and title not in body[:300]:
        lines.append(title)
    if metadata and metadata.date and re.fullmatch(r"\d{4}-\d{2}-\d{2}", metadata.date):
        from datetime import date

        from sightline.kit.dates import say

        lines.append(say(date.fromisoformat(metadata.date)))
    return lines
