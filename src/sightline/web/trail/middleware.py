"""Gives each request a number, which its log lines and trail share, and logs how it went."""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

_LOG = logging.getLogger("sightline.requests")


class RequestNumber:
    """Numbers the request; logs its page's name, status and time, never its address or person."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponse]) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, with the number as a header."""
        request.number = secrets.token_hex(8)
        begun = time.perf_counter()
        response = self.respond(request)
        match = request.resolver_match
        _LOG.info(
            "answered",
            extra={
                "page": match.view_name if match else "",
                "method": request.method,
                "status": response.status_code,
                "milliseconds": round((time.perf_counter() - begun) * 1000),
                "number": request.number,
            },
        )
        response["X-Request-Number"] = request.number
        return response
