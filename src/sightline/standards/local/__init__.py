"""Local lists: what neither Annex A nor the SSD holds, each with a template to fill in."""

from sightline.standards.local.about import LOCAL
from sightline.standards.local.complaints import Complaints
from sightline.standards.local.court import CareProceedings, PreProceedings
from sightline.standards.local.education import PersonalEducationPlans
from sightline.standards.local.families import FamilyMeetings
from sightline.standards.local.meetings import (
    ChildInNeedReviews,
    CoreGroups,
    Escalations,
    MidpointReviews,
)
from sightline.standards.local.missing import ReturnInterviews
from sightline.standards.local.private_fostering import PrivateFostering, PrivateFosteringVisits
from sightline.standards.local.supervision import Supervision
from sightline.standards.local.workers import WorkerEpisodes
from sightline.standards.local.workforce import Workforce

__all__ = [
    "LOCAL",
    "CareProceedings",
    "ChildInNeedReviews",
    "Complaints",
    "CoreGroups",
    "Escalations",
    "FamilyMeetings",
    "MidpointReviews",
    "PersonalEducationPlans",
    "PreProceedings",
    "PrivateFostering",
    "PrivateFosteringVisits",
    "ReturnInterviews",
    "Supervision",
    "WorkerEpisodes",
    "Workforce",
]

LOCAL.check()
