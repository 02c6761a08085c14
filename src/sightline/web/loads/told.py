"""What the pages say of loads: which there are, what is wrong in each, and how that has changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from sightline.web.loads.kinds import workspace_folder
from sightline.web.loads.models import Job, State

if TYPE_CHECKING:
    from sightline.intake.store import Listed, Snapshot, Store

WRONG = ("blocked", "error", "query")
"""Severities that somebody should look at."""
Counts = Mapping[tuple[str, str, str], int]
"""How many issues there are of each severity, rule and list."""


@dataclass(frozen=True)
class Load:
    """A load in a list. ``partial`` and ``problem`` are blank where all is well."""

    id: str
    as_at: date
    authority: str
    loaded_at: datetime | None
    by: str
    lists: int
    rows: int
    by_severity: Mapping[str, int] = field(default_factory=dict)
    partial: str = ""
    current: bool = True
    published: bool = False
    problem: str = ""
    last: bool = False
    """Whether it is the last day's load: the one that pages show."""

    @property
    def state(self) -> str:
        """In a word: damaged, replaced, published, not published, or earlier than the last."""
        if self.problem:
            return "damaged"
        if not self.current:
            return "replaced"
        if self.published:
            return "published"
        return "not published" if self.last else "earlier"


def store() -> Store:
    """The snapshots of the workspace that the site serves."""
    from sightline.tasks import snapshots

    return snapshots.store(workspace_folder())


def _root() -> Path:
    return Path(settings.WORKSPACE.snapshots)


def listing() -> Sequence[Listed]:
    """Every snapshot; read again where one came, went, or was tampered with."""
    from sightline.intake.store.manifest import MANIFEST
    from sightline.intake.store.snapshot import all_snapshots

    root = _root()
    seen = []
    for one in all_snapshots(root):
        manifest = one.path / MANIFEST
        seen.append((one.path, manifest.stat().st_mtime_ns if manifest.exists() else 0))
    return _listing(root, tuple(seen))


@lru_cache(4)
def _listing(root: Path, seen: tuple[tuple[Path, int], ...]) -> Sequence[Listed]:
    return tuple(store().list())


def load_of(snapshot: str) -> Snapshot | None:
    """A load by its whole id; None where it is not there, or cannot be read."""
    from sightline.kit.problems import UserError

    try:
        found = store().open(snapshot)
        return found if found.manifest else None
    except UserError:
        return None


def loads() -> list[Load]:
    """Every load, the newest first."""
    people = _people()
    found = [_load(row, people) for row in reversed(listing())]
    newest = {one.authority: one.id for one in reversed(found) if one.current and not one.problem}
    return [replace(one, last=newest.get(one.authority) == one.id) for one in found]


def _people() -> dict[str, str]:
    """Who asked for each load that came through the site, by the load's id."""
    from sightline.web.people.models import Person

    names = {one.username: one.name for one in Person.objects.all()}
    done = Job.objects.filter(kind="check_and_load", state=State.DONE).order_by("made_at")
    return {job.result.get("snapshot", ""): names.get(job.by, job.by) for job in done}


def _load(row: Listed, people: Mapping[str, str]) -> Load:
    if row.problem:
        where = (row.id, row.as_at, row.slug, None, "", 0, 0)
        return Load(*where, problem=row.problem)
    found = _root() / row.slug / row.id
    said = _said(found, row.loaded_at)
    return Load(
        id=row.id,
        as_at=row.as_at,
        authority=row.authority,
        loaded_at=row.loaded_at,
        by=people.get(row.id) or row.loaded_by,
        lists=row.lists,
        rows=row.rows,
        by_severity=severities(counts(found)),
        partial=said,
        current=row.current,
        published=is_published(row.id),
    )


def is_published(snapshot: str) -> bool:
    """Whether pages can read it."""
    return (Path(settings.WORKSPACE.root) / "published" / snapshot / "published.json").exists()


@lru_cache(512)
def _said(path: Path, loaded_at: datetime) -> str:
    from sightline.intake.store import Snapshot

    return partial(Snapshot(path))


def partial(snapshot: Snapshot) -> str:
    """In words what a load lacks; nothing where it is whole."""
    summary = snapshot.manifest.summary
    lists = summary.get("lists", ())
    lacking = [one["list"] for one in lists if one["columns_missing"]]
    blocked = severities(counts(snapshot.path)).get("blocked", 0)
    not_checked = len(summary.get("not_checked", ()))
    told = (
        (len(lacking), "list lacks columns", "lists lack columns"),
        (blocked, "thing could not be used", "things could not be used"),
        (not_checked, "check could not be made", "checks could not be made"),
    )
    return "; ".join(f"{n:,} {one if n == 1 else many}" for n, one, many in told if n)


@lru_cache(512)
def counts(path: Path) -> Counts:
    """A load's issues by severity, rule and list. A load never changes, so it is counted once."""
    from sightline.intake.store import Snapshot

    issues = Snapshot(path).issues()
    rows = issues.group_by(["severity", "rule", "list"]).aggregate([("message", "count")])
    return {(r["severity"], r["rule"], r["list"]): r["message_count"] for r in rows.to_pylist()}


def severities(counted: Counts) -> dict[str, int]:
    """The same by severity alone."""
    made: dict[str, int] = {}
    for (severity, _, _), number in counted.items():
        made[severity] = made.get(severity, 0) + number
    return made


@dataclass(frozen=True)
class Trend:
    """Errors and queries over an authority's loads: a sentence, the loads, and each rule's."""

    sentence: str
    days: Sequence[tuple[date, str, Mapping[str, int]]]
    rules: Sequence[tuple[str, str, Sequence[int]]]


def trend(months: int = 6) -> Trend:
    """The newest load of each day; of each rule, the last ``months`` loads."""
    rows = [r for r in listing() if r.current and not r.problem]
    found = [(r.as_at, r.id, counts(_root() / r.slug / r.id)) for r in rows]
    days = [(day, one, severities(counted)) for day, one, counted in found]
    return Trend(_trend_said(days), days, _rules_over([c for _, _, c in found[-months:]]))


def _trend_said(days: Sequence[tuple[date, str, Mapping[str, int]]]) -> str:
    from sightline.web.look.filters import count, day

    if not days:
        return ""
    first, last = (sum(days[n][2].get(s, 0) for s in WRONG) for n in (0, -1))
    now = f"{count(last, 'error or query', 'errors and queries')} as at {day(days[-1][0])}"
    if len(days) == 1:
        return f"There is one load: {now}."
    return f"{now}; {first:,} in the first load here, as at {day(days[0][0])}."


def _rules_over(counted: Sequence[Counts]) -> list[tuple[str, str, list[int]]]:
    """Of each rule its meaning and issues in each load, the most in the last one first."""
    from sightline.intake.rules import rule

    rules = {key for one in counted for severity, key, _ in one if severity in WRONG}
    made = [
        (
            key,
            rule(key).means,
            [sum(n for (_, r, _), n in one.items() if r == key) for one in counted],
        )
        for key in rules
    ]
    return sorted(made, key=lambda row: (-row[2][-1], row[0]))


def authority() -> str:
    """Whose data the site holds: set, or that of the loads that are there; nothing if not known."""
    from sightline.web.environment import text

    return text("AUTHORITY") or next((r.authority for r in listing() if r.authority), "")
