"""What ``sightline synthesize`` does: a fictional authority's files, and what is in them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sightline.kit.problems import UserError

if TYPE_CHECKING:
    from sightline.synthesize.dirt import Planted

Lists = dict[str, list[dict[str, Any]]]


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
    from sightline.synthesize.dirt import plant
    from sightline.synthesize.world import world

    last = until or as_at
    if last < as_at:
        raise UserError("--until lies before --as-at: the world must go on at least to that day.")
    made = world(children, last, seed, tuple(stories))
    target = Path(out)
    ending = target.suffix.lower()
    if dirt and ending == ".parquet":
        raise UserError("--dirt needs a workbook or CSV: Parquet holds no text in a date column.")
    rows = _rows(made, standard, as_at)
    planted: list[Planted] = []
    if dirt:
        planted = plant(rows, standard, as_at, dirt, seed, text_only=ending != ".xlsx")
    _write(rows, standard, target)
    number = sum(map(len, rows.values()))
    yield f"{number:,} rows in {len(rows):,} lists written to {target}."
    if manifest:
        from sightline.synthesize.dirt import manifest as manifest_of
        from sightline.synthesize.truth import true_values

        path = Path(manifest)
        told = manifest_of(planted, standard, true_values(made, as_at))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        yield f"{len(planted):,} planted errors, {len(told['true_values']):,} true values: {path}."


def _rows(made: Any, standard: str, as_at: date) -> Lists:
    from sightline.synthesize.annex_a import annex_a_rows
    from sightline.synthesize.local import local_rows
    from sightline.synthesize.ssd import ssd_rows

    makers = {"annex_a": annex_a_rows, "ssd": ssd_rows, "local": local_rows}
    return makers[standard](made, as_at)


def _write(rows: Lists, standard: str, target: Path) -> None:
    """A workbook for a name in .xlsx, else a folder: CSV, or Parquet for one in .parquet."""
    from sightline.synthesize import write

    ending = target.suffix.lower()
    if ending == ".xlsx":
        target.parent.mkdir(parents=True, exist_ok=True)
        write.write_workbook(rows, standard, target)
    elif ending == ".parquet":
        write.write_parquets(rows, standard, target.with_suffix(""))
    elif ending:
        raise UserError(f"{target}: end the name in .xlsx, or give a folder for CSV files.")
    else:
        write.write_csvs(rows, standard, target)
