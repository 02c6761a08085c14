"""What the verbs about snapshots do: load, list, show, verify, compare, delete, trend."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sightline.kit.problems import Problem, UserError
from sightline.tasks import intake
from sightline.workspace import workspace

if TYPE_CHECKING:
    import pyarrow as pa

    from sightline.intake.store import Comparison, Store

LISTED = ("id", "authority", "as_at", "loaded_at", "loaded_by", "lists", "rows", "current")
COMPARED = ("list", "what", "child_id", "column", "before", "after")
SUMMARY = (
    *("list", "rows_before", "rows_after", "children_before", "children_after"),
    *("appeared", "vanished", "added", "removed", "changed", "cells"),
)
TREND = ("as_at", "rule", "list", "issues", "rows_with_issue", "rows", "share")


@dataclass(frozen=True)
class LoadedFiles:
    """What a load came to: lines to print, the snapshot's id, the exit code."""

    lines: list[str]
    id: str
    exit_code: int


def store(folder: str | None) -> Store:
    """The snapshots of a workspace."""
    from sightline.intake.store import Store

    return Store(workspace(folder).snapshots)


def load(
    folder: str | None,
    paths: Sequence[str],
    authority: str,
    as_at: date,
    standard: str | None = None,
) -> LoadedFiles:
    """Check files and keep them as a snapshot. Files with errors are kept too, with the errors.

    Raises ``UserError`` where no file holds a list: there is nothing to keep.
    """
    checked = intake.check(paths, as_at, standard, authority, folder)
    if checked.unusable:
        first = checked.issues["message"][0].as_py() if len(checked.issues) else ""
        raise UserError(f"Nothing was loaded: no file holds a list. {first}")
    from sightline.intake.loading import keep

    kept = keep(store(folder), checked, authority)
    done = "Loaded" if kept.saved.new else "These files are there already"
    lines = [*intake.summary_lines(checked), *kept.sentences, f"{done}: snapshot {kept.saved.id}."]
    if not kept.saved.urn:
        lines.append(f"“{authority}” is not in the register of authorities: see how it is spelt.")
    return LoadedFiles(lines, kept.saved.id, checked.exit_code)


def listed(folder: str | None, authority: str | None) -> list[dict[str, Any]]:
    """The snapshots there are."""
    return [{name: getattr(row, name) for name in LISTED} for row in store(folder).list(authority)]


def issues_of(folder: str | None, text: str) -> pa.Table:
    """A snapshot's issues. That they were read is kept."""
    kept = store(folder)
    found = kept.find(text)
    kept.log_read(found.id, "issues")
    return found.issues()


def shown(folder: str | None, text: str, engine: str | None = None) -> list[dict[str, Any]]:
    """A row for each list of a snapshot, counted by an engine. That it was read is kept."""
    from sightline.engines import engine as engine_of

    kept = store(folder)
    found = kept.find(text)
    kept.log_read(found.id, "show")
    names = list(found.manifest.tables)
    with engine_of(engine).open({n: found.parquet(n) for n in names}, found.id) as lists:
        return [
            {
                "snapshot": found.id,
                "authority": found.manifest.authority,
                "as_at": found.manifest.as_at,
                "list": name,
                "rows": lists.run(lists[name].count().name("n").as_table())["n"][0].as_py(),
                "columns": len(lists[name].columns),
            }
            for name in names
        ]


def verified(folder: str | None, text: str | None) -> Sequence[Problem]:
    """What is not as it was loaded."""
    kept = store(folder)
    return kept.verify(kept.find(text).id if text else None)


def compared(folder: str | None, before: str, after: str) -> Comparison:
    """What differs between two snapshots. That they were read is kept."""
    kept = store(folder)
    for text in (before, after):
        kept.log_read(kept.find(text).id, "compare")
    return kept.compare(before, after, ("age",))


def deleted(folder: str | None, text: str, reason: str) -> str:
    """Delete a snapshot; returns its id."""
    kept = store(folder)
    found = kept.find(text)
    kept.delete(found.id, reason)
    return found.id


def retained(
    folder: str | None,
    months: int | None,
    last: int | None,
    authority: str | None,
    dry_run: bool,
) -> list[str]:
    """Delete what is too old; returns the ids."""
    rows = store(folder).retain(months, last, authority, dry_run)
    return [row.id for row in rows]


def trend(folder: str | None, authority: str) -> Iterable[dict[str, Any]]:
    """Issues by rule and list over an authority's snapshots."""
    for row in store(folder).trend(authority):
        made = {name: getattr(row, name) for name in TREND}
        yield {**made, "share": "" if row.share is None else f"{row.share:.1%}"}
