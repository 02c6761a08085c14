"""How the lists of Annex A are made from the tables of the SSD, and what of them cannot be.

Prefer the SSD itself, with its history, wherever both exist; this is for measures that read
Annex A, and for reconciling the two.
"""

from sightline.standards.declare import Table
from sightline.standards.ssd_to_annex_a.care import ADOPTION, CARE_LEAVERS, CHILDREN_IN_CARE
from sightline.standards.ssd_to_annex_a.declare import Fill, Link, Mapping, Way
from sightline.standards.ssd_to_annex_a.front_door import (
    ASSESSMENTS,
    CONTACTS,
    EARLY_HELP,
    NOT_MADE,
    REFERRALS,
)
from sightline.standards.ssd_to_annex_a.need import CHILD_PROTECTION, CHILDREN_IN_NEED, SECTION_47

__all__ = ["MAPPINGS", "NOT_MADE", "Fill", "Link", "Mapping", "Way", "mapping_for"]

MAPPINGS = (
    CONTACTS,
    EARLY_HELP,
    REFERRALS,
    ASSESSMENTS,
    SECTION_47,
    CHILDREN_IN_NEED,
    CHILD_PROTECTION,
    CHILDREN_IN_CARE,
    CARE_LEAVERS,
    ADOPTION,
)


def mapping_for(table: type[Table]) -> Mapping | None:
    """How a list of Annex A is made; None for one that the SSD cannot give (see ``NOT_MADE``)."""
    return next((mapping for mapping in MAPPINGS if mapping.target is table), None)
