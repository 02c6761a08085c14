"""The API over a whole demonstration: within scopes, without identifiers, without server errors."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from typing import Any

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.browser]
_MAKE = (
    "from sightline.web.people.models import Person; from sightline.web.people import tokens; "
    "print(tokens.make(Person.objects.get(username={name!r}), 'test'))"
)


def token(site: Any, name: str) -> str:
    return site.command("shell", "--no-imports", "-c", _MAKE.format(name=name)).split()[-1]


def asked(site: Any, key: str, address: str) -> Any:
    request = urllib.request.Request(f"{site.address}/api{address}")
    request.add_header("Authorization", f"Bearer {key}")
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


def test_a_manager_gets_the_rows_of_their_own_team_alone(site: Any) -> None:
    mine = asked(site, token(site, "manager"), "/measures/AS02/rows")
    every = asked(site, token(site, "director"), "/measures/AS02/rows")
    assert {row["team"] for row in mine["rows"]} == {"Assessment North"}
    assert len({row["team"] for row in every["rows"]} | {"Assessment North"}) > 1
    assert 0 < mine["total"] < every["total"]


def test_the_numerator_is_the_rows_that_are_met(site: Any) -> None:
    key = token(site, "director")
    figure = asked(site, key, "/measures/AS02")["figure"]
    met = asked(site, key, "/measures/AS02/rows?answer=met")
    assert figure["numerator"] == met["total"]


def test_no_identifier_of_a_child_leaves_by_the_api(site: Any) -> None:
    from sightline.tasks.publish import published

    found = published(site.workspace, "working")
    assert found is not None
    key = token(site, "director")
    for address in ("/measures/AS02/rows", "/overdue", "/due", "/signals"):
        said = asked(site, key, address)
        assert said["rows"]
        for row in said["rows"]:
            child = found.child(row["reference"])
            assert child is not None
            assert child.child_id not in [str(value) for value in row.values()]


def test_an_inspector_and_a_councillor_have_no_api(site: Any) -> None:
    for name in ("inspector", "member"):
        with pytest.raises(urllib.error.HTTPError, match="401"):
            asked(site, token(site, name), "/me")


def test_schemathesis_finds_no_server_error(site: Any) -> None:
    schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")
    key = {"Authorization": f"Bearer {token(site, 'director')}"}
    schema = schemathesis.openapi.from_url(f"{site.address}/api/openapi.json", headers=key)
    count = 0
    for found in schema.get_all_operations():
        operation = found.ok()
        count += 1
        _tried(operation, key)
    assert count >= 10


def _tried(operation: Any, key: dict[str, str]) -> None:
    from hypothesis import HealthCheck, given, settings

    @given(case=operation.as_strategy())
    @settings(
        max_examples=40, deadline=None, database=None, suppress_health_check=list(HealthCheck)
    )
    def one(case: Any) -> None:
        answer = case.call(headers=key)
        assert answer.status_code < 500, case
        assert answer.status_code not in (401,), case

    one()
