"""Headers, errors and log lines: nothing runs that is not the site's, and nothing is given away."""

from __future__ import annotations

import io
import json
import logging
from typing import Any

import pytest
from django.test import Client

from sightline.web.trail.logs import Line

pytestmark = pytest.mark.django_db


def test_every_answer_has_the_headers(client_of: Any) -> None:
    answer = client_of("director").get("/")
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"
    assert len(answer.headers["X-Request-Number"]) == 16


def test_an_error_page_says_nothing_of_the_error(client_of: Any, monkeypatch: Any) -> None:
    from sightline.web.trail import views

    client = client_of("director")
    client.raise_request_exception = False
    monkeypatch.setattr(views, "links", lambda *a: 1 / int("child 123"[:0] or 0))
    answer = client.get("/trail")
    assert answer.status_code == 500
    page = answer.content.decode()
    assert "Something went wrong" in page
    assert "Error" not in page.split("<main")[1]
    assert answer.headers["Content-Security-Policy"]


def test_a_log_line_has_the_place_of_an_error_and_not_its_words() -> None:
    try:
        raise ValueError("child 123 lives at home")
    except ValueError as error:
        record = logging.LogRecord(
            "a",
            logging.ERROR,
            "p",
            1,
            "read %s",
            ("child 123",),
            (type(error), error, error.__traceback__),
        )
    line = json.loads(Line().format(record))
    assert line["error"] == "ValueError"
    assert line["what"] == "read %s"
    assert "123" not in json.dumps(line)


def test_the_site_is_well_and_needs_no_sign_in_to_say_so() -> None:
    assert Client().get("/health").json() == {"status": "well"}


def test_a_page_that_is_not_there_is_a_404_with_a_way_on() -> None:
    answer = Client().get("/nothing-here")
    assert answer.status_code == 404
    assert "Page not found" in answer.content.decode()


def test_a_form_from_elsewhere_is_refused(person: Any) -> None:
    client = Client(enforce_csrf_checks=True)
    person("manager", username="sam")
    answer = client.post("/sign-in/", {"login": "sam", "password": "a long password"})
    assert answer.status_code == 403


def test_an_error_in_a_page_leaves_neither_its_address_nor_its_words_in_the_log(
    client_of: Any, monkeypatch: Any
) -> None:
    from sightline.web.trail import views

    client = client_of("director")
    client.raise_request_exception = False

    def wrong(*given: Any) -> None:
        raise ValueError("child 4711 lives at home")

    monkeypatch.setattr(views, "links", wrong)
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(Line())
    logging.getLogger("django.request").addHandler(handler)
    try:
        client.get("/trail?reference=4711")
    finally:
        logging.getLogger("django.request").removeHandler(handler)
    lines = written.getvalue()
    assert '"error": "ValueError"' in lines
    assert "4711" not in lines
    assert "/trail" not in lines.replace("web/trail/", "")
