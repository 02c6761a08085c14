"""Asking a web site politely: one request at a time, with pauses, patience and a name."""

from __future__ import annotations

import http.client
import time
import urllib.error
import urllib.request
import urllib.robotparser
from collections.abc import Callable
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import IO
from urllib.parse import urlsplit

from sightline import __version__
from sightline.kit.problems import UserError

AGENT = f"Sightline/{__version__} (reads published inspection reports and statistics; open source)"
_TRIES = 4
_LONGEST_WAIT = 120.0
_TIMEOUT = 30.0
_AGAIN = (408, 425, 429, 500, 502, 503, 504)


class Refused(UserError):  # noqa: N818  it says what the site did
    """The site, or its robots.txt, does not give this address; ``status`` is what it answered."""

    def __init__(self, message: str, status: int = 0) -> None:
        super().__init__(message)
        self.status = status


@dataclass
class Polite:
    """Opens addresses with ``pause`` seconds between two requests, as robots.txt allows.

    The pause is longer where robots.txt asks for it.
    ``sleep`` and ``clock`` are the time's, unless a test gives its own.
    """

    pause: float = 1.0
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    _last: float | None = None
    _rules: dict[str, urllib.robotparser.RobotFileParser] = field(default_factory=dict)

    def open(self, url: str, headers: dict[str, str] | None = None) -> IO[bytes]:
        """The answer to a request: with its ``status`` and ``headers``.

        304 (not changed) is an answer. Raises ``Refused`` for what is not there or not allowed,
        and where the site keeps failing after several tries.
        """
        if not self.allowed(url):
            raise Refused(f"{url}: the site's robots.txt asks not to be fetched. It was left out.")
        return self._tried(url, headers or {})

    def allowed(self, url: str) -> bool:
        """Whether robots.txt allows an address.

        A site without one allows all; one whose robots.txt cannot be had allows nothing yet, and
        that raises ``Refused``.
        """
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._rules:
            rules = urllib.robotparser.RobotFileParser()
            try:
                with self._tried(f"{site}/robots.txt", {}) as answer:
                    rules.parse(answer.read().decode("utf-8", "replace").splitlines())
            except Refused as error:
                if not 400 <= error.status < 500:
                    raise
                rules.parse([])
            self._rules[site] = rules
            self.pause = max(self.pause, float(rules.crawl_delay(AGENT) or 0))
        return self._rules[site].can_fetch(AGENT, url)

    def _tried(self, url: str, headers: dict[str, str]) -> IO[bytes]:
        reason = ""
        for attempt in range(_TRIES):
            self._wait()
            request = urllib.request.Request(url, headers={"User-Agent": AGENT, **headers})
            try:
                answer: IO[bytes] = urllib.request.urlopen(request, timeout=_TIMEOUT)
                return answer
            except urllib.error.HTTPError as error:
                if error.code in (304, 416):
                    return error
                if error.code not in _AGAIN:
                    raise Refused(
                        f"{url}: the site answers {error.code} {error.reason}.", error.code
                    ) from error
                reason = f"it answers {error.code}"
                wait = _wait_of(error.headers.get("Retry-After"), attempt)
                if wait > _LONGEST_WAIT:
                    raise Refused(
                        f"{url}: the site asks to wait for {wait:,.0f} seconds. Try later."
                    ) from error
                self.sleep(wait)
            except (OSError, http.client.HTTPException) as error:
                reason = str(getattr(error, "reason", error))
                self.sleep(_wait_of(None, attempt))
        raise Refused(f"{url}: the site did not answer after {_TRIES} tries ({reason}). Try later.")

    def _wait(self) -> None:
        if self._last is not None:
            left = self._last + self.pause - self.clock()
            if left > 0:
                self.sleep(left)
        self._last = self.clock()


def _wait_of(asked: str | None, attempt: int) -> float:
    """How long to wait: as the site asks, else twice as long at each try."""
    if asked and asked.isdigit():
        return float(asked)
    if asked:
        try:
            when = parsedate_to_datetime(asked).timestamp()
        except (TypeError, ValueError):
            return float(2**attempt)
        return max(0.0, when - time.time())
    return float(2**attempt)
