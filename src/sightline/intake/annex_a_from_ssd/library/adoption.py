"""List 10: children to be placed for adoption, adopted, or no longer to be placed."""

from __future__ import annotations

from sightline.intake.annex_a_from_ssd.declare import SAID, Expression, Rows, work
from sightline.standards import annex_a, ssd

_ADOPTED = "r.perm_permanence_order_type = 'ADOPTION' AND r.perm_permanence_order_date >= since()"
# Another order settled where the child is to live, so the child waits for no adoption.
_WAITS = "r.perm_permanence_order_date IS NULL AND r.perm_decision_reversed_date IS NULL"

SAID.rows["adoption"] = Rows(
    ssd.Permanence.perm_adm_decision_date,
    takes="r.perm_adm_decision_date IS NOT NULL",
    latest="r.perm_adm_decision_date DESC, r._place DESC",
    keeps=f"({_WAITS}) OR ({_ADOPTED}) OR r.perm_decision_reversed_date >= since()",
    ended="coalesce(r.perm_permanence_order_date, r.perm_decision_reversed_date)",
    blank_is_usual=True,  # the table holds decisions of every kind
    needs=(
        ssd.Permanence.perm_permanence_order_date,
        ssd.Permanence.perm_permanence_order_type,
        ssd.Permanence.perm_decision_reversed_date,
    ),
)

work(
    annex_a.Adoption.adoption_order_date,
    Expression(
        "CASE WHEN b.perm_permanence_order_type = 'ADOPTION' THEN b.perm_permanence_order_date END"
    ),
)
