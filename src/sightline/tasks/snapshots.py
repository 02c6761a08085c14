"""What the verbs about snapshots do: load, list, show, verify, compare, delete, retain, trend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sightline.kit.problems import Problem, UserError
from sightline.tasks import intake, intake_annex_a
from sightline.workspace import make_private, workspace

if TYPE_CHECKING:
    import pyarrow as pa

    from sightline.intake.store import Comparison, Store

LISTED = ("id", "authority", "as_at", "loaded_at", "loaded_by", "lists", "rows", "current")
COMPARED = ("list", "what", "child_id", "column", "before", "after")
SUMMARY = (
    *("list", "rows_before", "rows_after", "children_before", "children_after"),
    *("appeared", "vanished", "added", "removed", "changed", "cells"),
)
_COPIES = "PostgreSQL"
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

    Of an extract of the SSD it is said which lists of Annex A it gives. Raises ``UserError`` where
    no file holds a list: there is nothing to keep.
    """
    intake_annex_a.local_words(folder, authority)  # a mistake in them is told before the work
    checked = intake.check(paths, as_at, standard, authority, folder)
    if checked.unusable:
        first = checked.issues["message"][0].as_py() if len(checked.issues) else ""
        raise UserError(f"Nothing was loaded: no file holds a list. {first}")
    from sightline.intake.loading import keep

    kept_in = store(folder)
    kept = keep(kept_in, checked, authority)
    saved = kept_in.open(kept.saved.id)
    done = "Loaded" if kept.saved.new else "These files are there already"
    lines = [
        *intake.summary_lines(checked),
        *kept.sentences,
        *intake_annex_a.after_load(folder, checked.tables, saved),
        *intake_annex_a.beside(kept_in, saved),
        f"{done}: snapshot {kept.saved.id}.",
    ]
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
    from sightline.engines import Limits
    from sightline.engines import engine as engine_of

    kept = store(folder)
    found = kept.find(text)
    asked = engine_of(engine, Limits(folder=temporary(folder)))
    kept.log_read(found.id, f"show{f' on {asked.title}' if engine else ''}")
    names = list(found.manifest.tables)
    with asked.open({n: found.parquet(n) for n in names}, found.id) as lists:
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


def temporary(folder: str | None) -> Path:
    """Where an engine may put what does not fit into memory: private, and in the workspace."""
    made = workspace(folder).root / "temporary"
    make_private(made)
    return made


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


def deleted(folder: str | None, text: str, reason: str, engine: str | None = None) -> Iterator[str]:
    """Delete a snapshot, first its copy in an engine's database; yields what to print.

    A copy whose snapshot is gone already is dropped by the snapshot's whole id.
    """
    kept = store(folder)
    try:
        found = kept.find(text)
    except UserError:
        if engine and _dropped(engine, [text]):
            yield f"The copy of {text} was dropped; the snapshot itself is not here."
            return
        raise
    if not reason.strip():
        raise UserError("Say why the snapshot is deleted, with --reason. The reason is kept.")
    # First the copy: where the database does not answer, nothing has been deleted yet.
    dropped = _dropped(engine, [found.id]) if engine else []
    kept.delete(found.id, reason)
    _forget(folder)
    yield f"Deleted {found.id}."
    yield from _of_copies(kept, engine, [found.id], dropped)


def retained(
    folder: str | None,
    months: int | None,
    last: int | None,
    authority: str | None,
    dry_run: bool,
    engine: str | None = None,
) -> tuple[list[str], list[str]]:
    """Delete what is too old, and its copies; the ids, and what to say of copies."""
    kept = store(folder)
    going = [row.id for row in kept.retain(months, last, authority, dry_run=True)]
    if dry_run:
        return going, []
    dropped = _dropped(engine, going) if engine else []
    ids = [row.id for row in kept.retain(months, last, authority)]
    _forget(folder)
    return ids, list(_of_copies(kept, engine, ids, dropped))


def _forget(folder: str | None) -> None:
    """Delete what was published of snapshots that have gone."""
    from sightline.tasks.publish import forget

    forget(folder)


def _dropped(engine: str, ids: Sequence[str]) -> list[str]:
    """Drop the copies that an engine's database keeps of some snapshots; whose there were."""
    from sightline.engines import engine as engine_of

    asked = engine_of(engine)
    return [one for one in ids if asked.drop(one)]


def _of_copies(
    kept: Store, engine: str | None, ids: Sequence[str], dropped: Sequence[str]
) -> Iterator[str]:
    """Which copies went, and which are known to have been made and may still be there."""
    yield from (f"Its copy in the database went too: {one}." for one in dropped)
    if engine:
        return
    copied = {r.get("id") for r in kept.reads() if r.get("what") == f"show on {_COPIES}"}
    for one in ids:
        if one in copied:
            yield (
                f"{one} was shown with {_COPIES}, which keeps a copy. Drop it too: sightline "
                f"snapshots delete {one} --reason ... --engine postgresql://..."
            )


def trend(folder: str | None, authority: str) -> Iterable[dict[str, Any]]:
    """Issues by rule and list over an authority's snapshots."""
    for row in store(folder).trend(authority):
        made = {name: getattr(row, name) for name in TREND}
        yield {**made, "share": "" if row.share is None else f"{row.share:.1%}"}
