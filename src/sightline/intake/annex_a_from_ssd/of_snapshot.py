"""Annex A made from the tables of the SSD in a snapshot: what a measure calls that reads Annex A.

made = annex_a_of(store.find("Fernshire"), words_of(workspace.root / FILE, "Fernshire"))
made.tables["annex_a.children_in_need"]
"""

from __future__ import annotations

from collections.abc import Container

from sightline.intake.annex_a_from_ssd.making import Made, annex_a_from_ssd
from sightline.intake.annex_a_from_ssd.words import LocalWords
from sightline.intake.store import Snapshot
from sightline.kit.problems import UserError


def annex_a_of(
    snapshot: Snapshot, local: LocalWords | None = None, lists: Container[str] | None = None
) -> Made:
    """The lists of Annex A that a snapshot's SSD gives, typed, as at the snapshot's day.

    ``local`` is what the authority says in ``local-words.toml``, and ``lists`` are the keys of
    those wanted ("contacts"), all if left out. ``left_out`` says what could not be made, and why.
    Lists that were loaded as Annex A are not looked at. Raises ``UserError`` where the snapshot
    holds no table of the SSD, or is damaged.
    """
    keys = [key for key in snapshot.keys if key.startswith("ssd.")]
    if not keys:
        raise UserError(
            f"Snapshot {snapshot.id} holds no table of the SSD, so Annex A cannot be made from it. "
            "Load an extract of the SSD with `sightline load`."
        )
    tables = {key: snapshot.table(key) for key in keys}
    return annex_a_from_ssd(tables, snapshot.manifest.as_at, local, lists)
