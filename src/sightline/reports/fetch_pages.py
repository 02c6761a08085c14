"""Pages of the reports site, kept so that one which has not changed is not sent again."""

from __future__ import annotations

import hashlib
import http.client
import json
from pathlib import Path
from typing import IO

from sightline.kit.polite import Polite, Refused

_LARGEST = 20 << 20
_TAGS = (("ETag", "If-None-Match"), ("Last-Modified", "If-Modified-Since"))


def page(polite: Polite, url: str, cache: Path | None = None) -> bytes:
    """A page's bytes: from ``cache`` where the site says that it is as it was.

    Raises ``Refused`` where the site does not give it, or gives nothing.
    """
    kept = _Kept(cache, url) if cache else None
    with polite.open(url, kept.asking() if kept else {}) as answer:
        if kept and getattr(answer, "status", 200) == 304:
            return kept.body()
        try:
            body = answer.read(_LARGEST)
        except (OSError, http.client.HTTPException) as error:
            raise Refused(f"{url}: the page was cut off. Try again.") from error
        if not body.strip():
            raise Refused(f"{url}: the site gave an empty page. Try later.")
        if kept:
            kept.keep(answer, body)
        return body


class _Kept:
    """One page in the cache: its bytes, and what the site called them."""

    def __init__(self, cache: Path, url: str) -> None:
        name = hashlib.sha256(url.encode()).hexdigest()[:16]
        self.page, self.tags = cache / f"{name}.page", cache / f"{name}.tags"

    def asking(self) -> dict[str, str]:
        """The headers that ask for the page only if it has changed."""
        try:
            tags = json.loads(self.tags.read_text(encoding="utf-8"))
            whole = hashlib.sha256(self.page.read_bytes()).hexdigest() == tags["sha256"]
        except (OSError, ValueError, KeyError, TypeError):
            return {}
        return {ask: tags[tag] for tag, ask in _TAGS if whole and tags.get(tag)}

    def body(self) -> bytes:
        """The bytes that were kept."""
        return self.page.read_bytes()

    def keep(self, answer: IO[bytes], body: bytes) -> None:
        """Keep a page, and then what tells whether it has changed."""
        headers = answer.headers  # type: ignore[attr-defined]
        tags = {tag: headers[tag] for tag, _ in _TAGS if headers.get(tag)}
        if not tags:
            return
        self.page.parent.mkdir(parents=True, exist_ok=True)
        tags["sha256"] = hashlib.sha256(body).hexdigest()
        for path, data in ((self.page, body), (self.tags, json.dumps(tags).encode())):
            partial = path.with_name(path.name + ".partial")
            partial.write_bytes(data)
            partial.replace(path)
