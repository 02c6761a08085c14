"""Annex A: the child-level lists that Ofsted asks for at an ILACS inspection, 1 to 11."""

from sightline.standards.annex_a.about import ANNEX_A
from sightline.standards.annex_a.adopters import Adopters
from sightline.standards.annex_a.adoption import Adoption
from sightline.standards.annex_a.assessments import Assessments
from sightline.standards.annex_a.care_leavers import CareLeavers
from sightline.standards.annex_a.child_protection import ChildProtection
from sightline.standards.annex_a.children_in_care import ChildrenInCare
from sightline.standards.annex_a.children_in_need import ChildrenInNeed
from sightline.standards.annex_a.contacts import Contacts
from sightline.standards.annex_a.early_help import EarlyHelp
from sightline.standards.annex_a.referrals import Referrals
from sightline.standards.annex_a.section_47 import Section47

__all__ = [
    "ANNEX_A",
    "Adopters",
    "Adoption",
    "Assessments",
    "CareLeavers",
    "ChildProtection",
    "ChildrenInCare",
    "ChildrenInNeed",
    "Contacts",
    "EarlyHelp",
    "Referrals",
    "Section47",
]

ANNEX_A.check()
