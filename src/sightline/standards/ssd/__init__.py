"""The Standard Safeguarding Dataset (SSD): one table for each kind of event, with its history."""

from sightline.standards.ssd.about import SSD
from sightline.standards.ssd.care import (
    ClaCarePlan,
    ClaEpisodes,
    ClaPlacement,
    ClaReviews,
    ClaVisits,
    LegalStatus,
)
from sightline.standards.ssd.court import PreProceedings, S251Finance, VoiceOfChild
from sightline.standards.ssd.education import (
    EhcpActivePlans,
    EhcpAssessment,
    EhcpNamedPlan,
    EhcpRequests,
    Send,
    SenNeed,
)
from sightline.standards.ssd.front_door import Contacts, EarlyHelpEpisodes
from sightline.standards.ssd.health import (
    ClaConvictions,
    ClaHealth,
    ClaImmunisations,
    ClaSubstanceMisuse,
    Missing,
    SdqScores,
)
from sightline.standards.ssd.leaving import CareLeavers, ClaPreviousPermanence, Permanence
from sightline.standards.ssd.need import (
    AssessmentFactors,
    CinAssessments,
    CinEpisodes,
    CinPlans,
    CinVisits,
)
from sightline.standards.ssd.people import (
    Address,
    Disability,
    Family,
    ImmigrationStatus,
    LinkedIdentifiers,
    Mother,
    Person,
)
from sightline.standards.ssd.protection import (
    CpPlans,
    CpReviews,
    CpVisits,
    InitialCpConference,
    S47Enquiry,
)
from sightline.standards.ssd.workforce import Department, Involvements, Professionals

__all__ = [
    "SSD",
    "Address",
    "AssessmentFactors",
    "CareLeavers",
    "CinAssessments",
    "CinEpisodes",
    "CinPlans",
    "CinVisits",
    "ClaCarePlan",
    "ClaConvictions",
    "ClaEpisodes",
    "ClaHealth",
    "ClaImmunisations",
    "ClaPlacement",
    "ClaPreviousPermanence",
    "ClaReviews",
    "ClaSubstanceMisuse",
    "ClaVisits",
    "Contacts",
    "CpPlans",
    "CpReviews",
    "CpVisits",
    "Department",
    "Disability",
    "EarlyHelpEpisodes",
    "EhcpActivePlans",
    "EhcpAssessment",
    "EhcpNamedPlan",
    "EhcpRequests",
    "Family",
    "ImmigrationStatus",
    "InitialCpConference",
    "Involvements",
    "LegalStatus",
    "LinkedIdentifiers",
    "Missing",
    "Mother",
    "Permanence",
    "Person",
    "PreProceedings",
    "Professionals",
    "S47Enquiry",
    "S251Finance",
    "SdqScores",
    "SenNeed",
    "Send",
    "VoiceOfChild",
]

SSD.check()
