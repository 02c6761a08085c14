"""Which workers are the allocated social worker: those whose role locally means it."""

from __future__ import annotations

from sightline.intake.annex_a_from_ssd.declare import Narrow
from sightline.standards import ssd
from sightline.standards.declare import Table

ALLOCATED: dict[type[Table], Narrow] = {
    ssd.Involvements: Narrow(
        "ssd_involvements.invo_professional_role_id IN (SELECT word FROM words_allocated)",
        needs=(ssd.Involvements.invo_professional_role_id,),
        words="allocated",
    )
}
