"""The reference pages about the site: roles and rights, addresses, and the API."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

Table = Callable[[Sequence[str], Iterable[Sequence[object]]], str]


def _ready() -> None:
    """Django with settings of a workspace to throw away."""
    os.environ.setdefault("SIGHTLINE_WORKSPACE", tempfile.mkdtemp(prefix="sightline-docs-"))
    os.environ["DJANGO_SETTINGS_MODULE"] = "sightline.web.settings"
    import django

    django.setup()


def roles(table: Table) -> str:
    """Who may do what, and which right each address needs."""
    _ready()
    from sightline.web import urls
    from sightline.web.people.rights import ROLES, Right
    from sightline.web.routes import PAGES

    assert urls.urlpatterns
    scopes = {"all": "all children", "teams": "children of their teams", "worker": "their own"}
    return "\n\n".join(
        [
            "# Roles, rights and addresses",
            "Declared in `src/sightline/web/people/rights.py` and beside each page. Somebody "
            "without the right that an address needs is refused, and that is kept in the trail.",
            "## Roles",
            table(
                ["role", "title", "sees", "another child by reason", "until a day"],
                [
                    (
                        f"`{r.key}`",
                        r.title,
                        scopes[r.scope] if Right.SEE_CHILDREN in r.rights else "no child",
                        "yes" if r.by_reason else "no",
                        "yes" if r.until else "no",
                    )
                    for r in ROLES.values()
                ],
            ),
            "## Rights",
            table(
                ["right to", *ROLES],
                [
                    (right.value, *("yes" if right in r.rights else "–" for r in ROLES.values()))
                    for right in Right
                    if right is not Right.PUBLIC
                ],
            ),
            "## Addresses",
            table(
                ["address", "page", "needs the right to"],
                [
                    (f"`/{page.pattern}`", page.name, page.needs.value)
                    for page in sorted(PAGES.values(), key=lambda page: page.pattern)
                ],
            ),
        ]
    )


def interface(table: Table) -> str:
    """The API: its operations, what they take and give."""
    _ready()
    from sightline.web.api.declared import OPERATIONS, api
    from sightline.web.api.urls import MODULES

    assert MODULES
    told = api.get_openapi_schema(path_prefix="/api/")
    return "\n\n".join(
        [
            "# The API",
            str(told["info"]["description"]),
            "The description for programs is at `/api/openapi.json` (OpenAPI 3.1). Make a token "
            "on the page “You”, and send it as `Authorization: Bearer TOKEN`:",
            "```\ncurl -H 'Authorization: Bearer TOKEN' https://sightline.example/api/measures\n```",
            *_operations(told, OPERATIONS, table),
            "## Shapes",
            *_shapes(told, table),
        ]
    )


def _operations(told: Any, rights: Any, table: Table) -> Iterator[str]:
    yield "## Operations"
    for address, methods in told["paths"].items():
        said = methods["get"]
        plain = address.removeprefix("/api")
        yield f"### `GET {address}`"
        yield f"{said.get('description', '')} Needs the right to {rights[plain].value}."
        if given := said.get("parameters"):
            rows = [(f"`{p['name']}`", p["in"], _kind(p["schema"])) for p in given]
            yield table(["parameter", "in", "kind"], rows)


def _shapes(told: Any, table: Table) -> Iterator[str]:
    for name, shape in told["components"]["schemas"].items():
        yield f"### {name}"
        yield str(shape.get("description", ""))
        yield table(
            ["field", "kind", "meaning"],
            [
                (f"`{field}`", _kind(said), said.get("description", ""))
                for field, said in shape["properties"].items()
            ],
        )


def _kind(said: Any) -> str:
    if "$ref" in said:
        return str(said["$ref"]).rsplit("/", 1)[-1]
    if "anyOf" in said:
        return " or ".join(_kind(one) for one in said["anyOf"])
    if said.get("type") == "array":
        return f"list of {_kind(said.get('items', {}))}"
    return str(said.get("format", said.get("type", "any"))).replace("null", "nothing")


PAGES = {"roles.md": roles, "api.md": interface}
