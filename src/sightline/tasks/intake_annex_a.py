"""What is done with Annex A made from the SSD: told of, written, set beside what was loaded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sightline.kit.problems import UserError
from sightline.workspace import workspace

if TYPE_CHECKING:
    import pyarrow as pa

    from sightline.intake.annex_a_from_ssd import LocalWords, Made
    from sightline.intake.store import Snapshot, Store

LISTS = ("list", "title", "rows", "children", "columns", "filled_with_less", "left_empty", "remark")
LEFT_OUT = ("list", "column", "what", "reason")
WORDS = ("meaning", "column", "word", "rows", "taken", "why")


def local_words(folder: str | None, authority: str) -> LocalWords:
    """What the workspace's ``local-words.toml`` says for an authority."""
    from sightline.intake.annex_a_from_ssd import FILE, words_of

    return words_of(workspace(folder).root / FILE, authority)


def made(folder: str | None, text: str) -> tuple[Snapshot, Made]:
    """Annex A from the SSD of a snapshot. That it was read is kept."""
    from sightline.intake.annex_a_from_ssd import annex_a_of
    from sightline.intake.store import Store

    store = Store(workspace(folder).snapshots)
    found = store.find(text)
    store.log_read(found.id, "annex a from the SSD")
    return found, annex_a_of(found, local_words(folder, found.manifest.authority))


def list_rows(made: Made) -> list[dict[str, Any]]:
    """Each list of Annex A: how many rows and children, and how many of its columns."""
    from sightline.standards import standard

    return [_list_row(table, made) for table in standard("annex_a").tables]


def _list_row(table: Any, made: Made) -> dict[str, Any]:
    about = [one for one in made.left_out if one.list == table.key]
    rows = made.tables.get(f"annex_a.{table.key}")
    told: dict[str, Any] = {
        "list": table.key,
        "title": table.title,
        "remark": " ".join(one.reason for one in about if not one.column),
    }
    if rows is None:
        return told
    empty = {one.column for one in about if one.column and not one.partly}
    return told | {
        "rows": rows.num_rows,
        "children": len(set(rows["child_id"].to_pylist()) - {None}),
        "columns": len(table.columns),
        "filled_with_less": len({one.column for one in about if one.column and one.partly}),
        "left_empty": len(empty),
    }


def left_out_rows(made: Made) -> Iterator[dict[str, str]]:
    """What of Annex A could not be made, or only with less than it should be."""
    for one in made.left_out:
        what = "left empty" if one.column else "not made"
        yield {
            "list": one.list,
            "column": one.column,
            "what": "made with less" if one.partly else what,
            "reason": one.reason,
        }


def word_rows(folder: str | None, snapshot: Snapshot) -> Iterator[dict[str, Any]]:
    """The values of the extract that may have a local meaning, and which are taken to have it."""
    from sightline.intake.annex_a_from_ssd.words import words_there

    local = local_words(folder, snapshot.manifest.authority)
    return (one._asdict() for one in words_there(_tables(snapshot, "ssd."), local))


def written(made: Made, target: str) -> str:
    """Write the lists that were made: a workbook for a name in .xlsx, else a folder of CSV files.

    A list that could not be made has no sheet: an empty one would say that there were no children.
    """
    from dataclasses import replace

    from sightline.standards import standard
    from sightline.synthesize.write import write_csvs, write_workbook

    path, annex_a = Path(target), standard("annex_a")
    if path.suffix.lower() not in ("", ".xlsx"):
        raise UserError(f"{target}: end the name in .xlsx, or give a folder for CSV files.")
    tables = [table for table in annex_a.tables if f"annex_a.{table.key}" in made.tables]
    rows = {table.key: _printed(table, made.tables[f"annex_a.{table.key}"]) for table in tables}
    write = write_workbook if path.suffix else write_csvs
    write(rows, replace(annex_a, made=tables), path)
    return f"{sum(map(len, rows.values())):,} rows in {len(tables)} lists written to {target}."


def _printed(table: Any, rows: pa.Table) -> list[dict[str, Any]]:
    """Rows as they are printed; a value that its code set lacks, as it stands."""
    from sightline.standards.codes import code_set
    from sightline.synthesize.printed import Printed

    columns = {column.name: rows[column.name].to_pylist() for column in table.columns}
    for column in table.columns:
        if column.code_set:
            known = code_set(column.code_set).codes
            columns[column.name] = [
                value if value is None or value in known else Printed(value)
                for value in columns[column.name]
            ]
    return [dict(zip(columns, values)) for values in zip(*columns.values())]


def after_load(
    folder: str | None, tables: Mapping[str, pa.Table], snapshot: Snapshot
) -> Iterator[str]:
    """What Annex A the SSD of a load gives, in sentences; none where it holds no SSD."""
    from sightline.intake.annex_a_from_ssd import annex_a_from_ssd
    from sightline.intake.annex_a_from_ssd.words import words_not_there

    if not any(key.startswith("ssd.") for key in tables):
        return
    local = local_words(folder, snapshot.manifest.authority)
    yield told(annex_a_from_ssd(tables, snapshot.manifest.as_at, local))
    yield f"`sightline snapshots annex-a {snapshot.id} --left-out` says what and why."
    yield from words_not_there(tables, local)


def told(made: Made) -> str:
    """How much of Annex A was made, in a sentence or two."""
    lists = [one.list for one in made.left_out if not (one.column or one.partly)]
    empty = {(one.list, one.column) for one in made.left_out if one.column and not one.partly}
    less = {(one.list, one.column) for one in made.left_out if one.partly}
    without = f" (not {', '.join(lists)})" if lists else ""
    return (
        f"From the SSD, {len(made.tables)} of {len(made.tables) + len(lists)} lists of Annex A can "
        f"be made{without}; columns left empty: {len(empty)}; made with less than they should be: "
        f"{len(less)}."
    )


def beside(store: Store, snapshot: Snapshot) -> Iterator[str]:
    """Open children by Annex A and by the SSD, where two snapshots of an authority hold them.

    They are counted at the day of the Annex A, for the SSD has its history. Of a load that has both
    the counts are kept with it. The other snapshot is the one whose day is nearest.
    """
    from sightline.intake.reconcile import open_counts, reconcile
    from sightline.kit.calendar import long_date

    other = _other(store, snapshot)
    if other is None:
        return
    annex_a, ssd = (other, snapshot) if _holds(snapshot, "ssd.") else (snapshot, other)
    day = annex_a.manifest.as_at
    counted = open_counts(_tables(annex_a, "annex_a."), day) + open_counts(
        _tables(ssd, "ssd."), day
    )
    what = "the SSD" if other is ssd else "Annex A"
    yield f"Beside {what} of snapshot {other.id}, as at {long_date(day)}:"
    yield from (f"  {row.sentence}" for row in reconcile(counted, []))


def _other(store: Store, snapshot: Snapshot) -> Snapshot | None:
    """The snapshot that holds what this one lacks, where an SSD can be asked about the Annex A."""
    has_ssd, has_annex_a = _holds(snapshot, "ssd."), _holds(snapshot, "annex_a.")
    if has_ssd == has_annex_a:
        return None
    wanted, day = "annex_a." if has_ssd else "ssd.", snapshot.manifest.as_at
    rows = [r for r in store.list(snapshot.manifest.authority) if not r.problem]
    # An extract of the SSD knows nothing of the days after it.
    usable = [r for r in rows if (r.as_at <= day if has_ssd else r.as_at >= day)]
    usable.sort(key=lambda r: str(r.loaded_at), reverse=True)
    for row in sorted(usable, key=lambda r: abs(r.as_at - day)):
        found = store.open(row.id)
        if _holds(found, wanted):
            return found
    return None


def _holds(snapshot: Snapshot, standard: str) -> bool:
    return any(key.startswith(standard) for key in snapshot.keys)


def _tables(snapshot: Snapshot, standard: str) -> dict[str, pa.Table]:
    return {key: snapshot.table(key) for key in snapshot.keys if key.startswith(standard)}
