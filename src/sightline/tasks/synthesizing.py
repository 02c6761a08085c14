"""What ``sightline synthesize`` does: a fictional authority's files, and what was planted in them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from sightline.kit.problems import UserError


def synthesize(
    standard: str,
    children: int,
    as_at: date,
    seed: int,
    dirt: float,
    until: date | None,
    stories: Sequence[str],
    out: str,
    manifest: str | None,
) -> Iterator[str]:
    """Make the files, yielding what to print.

    ``until`` is how far the world goes on: with the same one, two days show the same children.
    Raises ``UserError`` where the day lies after it, and for a story that there is not.
    """
    from sightline import synthesize as made_up

    last = until or as_at
    if last < as_at:
        raise UserError("--until lies before --as-at: the world must go on at least to that day.")
    world = made_up.world(children, last, seed, tuple(stories))
    rows = _rows(world, standard, as_at)
    planted: list[Any] = []
    if dirt:
        from sightline.synthesize.dirt import plant

        planted = plant(rows, standard, as_at, dirt, seed)
    target = Path(out)
    _write(rows, standard, target)
    number = sum(map(len, rows.values()))
    yield f"{number:,} rows in {len(rows):,} lists written to {target}."
    if manifest:
        from sightline.synthesize.dirt import manifest as manifest_of

        path = Path(manifest)
        told = manifest_of(planted, standard, made_up.true_values(world, as_at))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        yield f"{len(planted):,} planted errors and {len(told['true_values']):,} true values: {path}."


def _rows(world: Any, standard: str, as_at: date) -> dict[str, list[dict[str, Any]]]:
    from sightline import synthesize as made_up

    makers = {
        "annex_a": made_up.annex_a_rows,
        "ssd": made_up.ssd_rows,
        "local": made_up.local_rows,
    }
    made: dict[str, list[dict[str, Any]]] = makers[standard](world, as_at)
    return made


def _write(rows: dict[str, list[dict[str, Any]]], standard: str, target: Path) -> None:
    """A workbook for a name in .xlsx, else a folder: CSV, or Parquet for one in .parquet."""
    from sightline import synthesize as made_up

    ending = target.suffix.lower()
    if ending == ".xlsx":
        target.parent.mkdir(parents=True, exist_ok=True)
        made_up.write_workbook(rows, standard, target)
    elif ending == ".parquet":
        made_up.write_parquets(rows, standard, target.with_suffix(""))
    elif ending:
        raise UserError(f"{target}: end the name in .xlsx, or give a folder for CSV files.")
    else:
        made_up.write_csvs(rows, standard, target)
