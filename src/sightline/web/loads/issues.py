"""The issues of a load for pages: filtered, within a person's scope, and by whose they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings

from sightline.web.people.models import Scope

if TYPE_CHECKING:
    import pyarrow as pa

    from sightline.intake.store import Snapshot

NUMBER = "number"
NOBODY = "-"
"""In a filter: no team, or no worker, is named."""
FIELDS = ("severity", "rule", "list", "team", "worker")
HEAD = (
    *("severity", "rule", "list", "file", "sheet", "row", "column", "child_id", "team", "worker"),
    *("message", "remedy"),
)


@dataclass(frozen=True)
class Owner:
    """How many issues somebody has to mend. ``children`` are those that they are about."""

    team: str
    worker: str
    errors: int
    queries: int
    children: int


def issues_of(snapshot: Snapshot) -> pa.Table:
    """A load's issues, each with its number there; what was accepted since is marked so."""
    from sightline.intake.accepted import FILE

    accepted = Path(settings.RECORDS) / FILE
    changed = accepted.stat().st_mtime_ns if accepted.exists() else 0
    return _issues(snapshot.path, changed)


@lru_cache(4)
def _issues(path: Path, changed: int) -> pa.Table:
    import pyarrow as pa

    from sightline.intake.store import Snapshot

    found = Snapshot(path)
    issues = found.issues()
    numbered = issues.append_column(NUMBER, pa.array(range(len(issues)), pa.int32()))
    return _gravest_first(_marked(numbered, found))


def _marked(issues: pa.Table, snapshot: Snapshot) -> pa.Table:
    """Those that were accepted when it was loaded are so already, with their sentence."""
    import pyarrow as pa
    import pyarrow.compute as pc

    from sightline.intake.accepted import decisions, mark_accepted

    before = pc.equal(issues["severity"], "accepted")
    accepted = list(decisions(Path(settings.RECORDS)))
    now = mark_accepted(issues.filter(pc.invert(before)), accepted, snapshot.manifest.as_at)
    return pa.concat_tables([now, issues.filter(before)])


def _gravest_first(issues: pa.Table) -> pa.Table:
    import pyarrow as pa
    import pyarrow.compute as pc

    from sightline.intake.rules import SEVERITIES

    order = pc.index_in(issues["severity"], pa.array(SEVERITIES))
    keyed = issues.append_column("_order", order)
    return issues.take(pc.sort_indices(keyed, [("_order", "ascending"), (NUMBER, "ascending")]))


def within(issues: pa.Table, scope: Scope) -> pa.Table:
    """What somebody may see: their teams', and what is about no child and no worker at all."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if scope.teams is None and scope.worker is None:
        return issues
    nobody = [pc.is_null(issues[name], nan_is_null=True) for name in ("child_id", "team", "worker")]
    about_nobody = pc.and_(pc.and_(nobody[0], nobody[1]), nobody[2])
    if scope.worker is not None:
        own = pc.equal(issues["worker"], scope.worker)
    else:
        own = pc.is_in(issues["team"], value_set=pa.array(scope.teams or (), pa.string()))
    return issues.filter(pc.or_(about_nobody, pc.fill_null(own, False)))


def chosen(issues: pa.Table, asked: Mapping[str, str]) -> pa.Table:
    """Those that the filters ask for; a blank filter asks for all."""
    import pyarrow.compute as pc

    for name in FIELDS:
        wanted = asked.get(name, "")
        if wanted == NOBODY:
            issues = issues.filter(pc.is_null(issues[name]))
        elif wanted:
            issues = issues.filter(pc.fill_null(pc.equal(issues[name], wanted), False))
    return issues


def found_in(issues: pa.Table, name: str) -> list[str]:
    """What a filter can be set to: every value that is there, in order."""
    return sorted(value for value in issues[name].unique().to_pylist() if value)


def rows(issues: pa.Table, start: int = 0, size: int | None = None) -> Iterator[dict[str, Any]]:
    """Issues as plain rows; nothing is None but the number of the row."""
    from sightline.intake.issues import rows_of

    yield from rows_of(issues.slice(start, size))


def numbered(snapshot: Snapshot, number: int, scope: Scope) -> dict[str, Any] | None:
    """One issue, if there is one of that number that the person may see."""
    import pyarrow.compute as pc

    issues = within(issues_of(snapshot), scope)
    return next(rows(issues.filter(pc.equal(issues[NUMBER], number))), None)


def owners(issues: pa.Table, by_worker: bool) -> list[Owner]:
    """Errors and queries by team, or by team and worker, the most errors first."""
    import pyarrow.compute as pc

    wrong = issues.filter(pc.is_in(issues["severity"], value_set=_array(("blocked", "error"))))
    asked = issues.filter(pc.equal(issues["severity"], "query"))
    by = ["team", "worker"] if by_worker else ["team"]
    errors, queries = _counted(wrong, by), _counted(asked, by)
    children = _children(issues.filter(pc.not_equal(issues["severity"], "accepted")), by)
    made = [
        Owner(
            key[0] or "",
            (key[1] or "") if by_worker else "",
            errors.get(key, 0),
            queries.get(key, 0),
            children.get(key, 0),
        )
        for key in {*errors, *queries}
    ]
    return sorted(made, key=lambda o: (-o.errors, -o.queries, o.team, o.worker))


def _array(values: Sequence[str]) -> Any:
    import pyarrow as pa

    return pa.array(values, pa.string())


def _counted(issues: pa.Table, by: list[str]) -> dict[tuple[str | None, ...], int]:
    found = issues.group_by(by).aggregate([("rule", "count")]).to_pylist()
    return {tuple(row[name] for name in by): row["rule_count"] for row in found}


def _children(issues: pa.Table, by: list[str]) -> dict[tuple[str | None, ...], int]:
    found = issues.group_by(by).aggregate([("child_id", "count_distinct")]).to_pylist()
    return {tuple(row[name] for name in by): row["child_id_count_distinct"] for row in found}


def by_rule(issues: pa.Table) -> list[dict[str, Any]]:
    """Issues counted by severity, rule and list, with what the rule means and its remedy."""
    from sightline.tasks.intake import grouped

    return grouped(issues)
