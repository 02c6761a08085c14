"""Accepting issues: looked at, found to be right, with a reason and until a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings

SCOPES = {
    "child": "this child, in this list",
    "value": "this value, in this list",
    "list": "every row of this list",
}


def scopes_of(issue: Mapping[str, Any]) -> list[tuple[str, str]]:
    """For what an issue may be accepted: narrowest first, and only what it has."""
    has = {"child": issue["child_id"], "value": issue["value"], "list": issue["list"]}
    return [(key, words) for key, words in SCOPES.items() if has[key]]


def accept(issue: Mapping[str, Any], scope: str, reason: str, until: date, by: str) -> None:
    """Keep that an issue is accepted, as ``sightline accept`` does, with who did it here."""
    from sightline.intake.accepted import FILE, Accepted
    from sightline.intake.store.records import add_record, now

    made = Accepted(
        rule=issue["rule"],
        reason=reason.strip(),
        until=until.isoformat(),
        list=issue["list"],
        child_id=issue["child_id"] if scope == "child" else "",
        value=issue["value"] if scope == "value" else "",
        by=by,
        at=now().isoformat(),
    )
    add_record(Path(settings.RECORDS) / FILE, asdict(made))


def accepted() -> list[dict[str, str]]:
    """What is accepted, the last first. Of a child it is only said that it is for one."""
    from sightline.intake.accepted import decisions
    from sightline.intake.rules import rule

    made = [
        {
            "rule": one.rule,
            "means": rule(one.rule).means,
            "list": one.list or "every list",
            "what": _what(one.child_id, one.value),
            "reason": one.reason,
            "until": one.until,
            "by": one.by,
            "at": one.at,
        }
        for one in decisions(Path(settings.RECORDS))
    ]
    return made[::-1]


def _what(child: str, value: str) -> str:
    return "one child" if child else "one value" if value else "every row"
