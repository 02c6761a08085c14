"""Kinds of visit and topics of focused visits: what each is, its notice, its length, its source."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sightline.regime.facts import Fact, Sure


class Kind(StrEnum):
    """What a document tells of."""

    INSPECTION = "inspection"
    FOCUSED_VISIT = "focused_visit"
    MONITORING_VISIT = "monitoring_visit"
    JOINT_INSPECTION = "joint_inspection"
    ARTICLE = "article"
    OTHER = "other"
    UNREADABLE = "unreadable"

    @property
    def is_visit(self) -> bool:
        """Whether inspectors were there, as against something written about it."""
        return self in _VISITS


_VISITS = frozenset(
    {Kind.INSPECTION, Kind.FOCUSED_VISIT, Kind.MONITORING_VISIT, Kind.JOINT_INSPECTION}
)


class Step(StrEnum):
    """What can come next for an authority."""

    SHORT_INSPECTION = "short_inspection"
    STANDARD_INSPECTION = "standard_inspection"
    REINSPECTION = "reinspection"
    FOCUSED_VISIT = "focused_visit"
    MONITORING_VISIT = "monitoring_visit"
    ANNUAL_MEETING = "annual_meeting"
    DUTY = "duty"

    @property
    def words(self) -> str:
        """The step in plain words."""
        return "re-inspection" if self is Step.REINSPECTION else self.value.replace("_", " ")


class Topic(StrEnum):
    """What a focused visit looks at."""

    FRONT_DOOR = "front_door"
    CIN_CP = "cin_cp"
    VULNERABLE_ADOLESCENTS = "vulnerable_adolescents"
    CHILDREN_IN_CARE = "children_in_care"
    PERMANENCE = "permanence"
    CARE_LEAVERS = "care_leavers"
    OLDER_CHILDREN_PLACEMENTS = "older_children_placements"
    COVID = "covid"
    SEVERAL = "several"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class About:
    """A kind or a topic for a reader: its title, what it covers, and facts with their sources."""

    title: str
    covers: str
    notice: Fact | None = None
    length: Fact | None = None
    source: str = "Ofsted's focused visit letters, 2018 to 2026"


def _primary(text: str, source: str) -> Fact:
    return Fact(text, source, Sure.PRIMARY)


def _secondary(text: str, source: str) -> Fact:
    return Fact(text, source, Sure.SECONDARY)


KINDS: dict[Kind, About] = {
    Kind.INSPECTION: About(
        "Inspection",
        "All of an authority's services for children in need of help and protection, children "
        "in care and care leavers, with graded judgements.",
        _secondary(
            "A telephone call to the director on a Monday; on site from the Monday after.",
            "Nottinghamshire's and Oxfordshire's accounts of their inspections",
        ),
        _primary(
            "Short: Monday to Friday. Standard: Monday to the Friday of the week after. "
            "The single inspection framework took about four weeks.",
            "dates printed on about 320 ILACS and 165 SIF reports",
        ),
        "Ofsted's inspection reports, 2013 to 2026",
    ),
    Kind.FOCUSED_VISIT: About(
        "Focused visit",
        "One part of the service, one theme or one group of children; a letter without grades.",
        _secondary("Five working days.", "Norfolk's account of its visit of October 2021"),
        _primary("Two days, sometimes one.", "dates in 358 letters: 311 of two days, 47 of one"),
    ),
    Kind.MONITORING_VISIT: About(
        "Monitoring visit",
        "Whether an authority judged inadequate is getting better, one part of the service at "
        "a time; a letter without grades, published from the second visit on.",
        _secondary("Dates are agreed beforehand.", "accounts of the 2016 and 2018 arrangements"),
        _secondary("Usually two days, by two inspectors.", "the monitoring handbook of 2016"),
        "the monitoring handbook of 2016, and Children and Young People Now, 17 September 2018",
    ),
    Kind.JOINT_INSPECTION: About(
        "Joint targeted area inspection",
        "How Ofsted, the Care Quality Commission, the inspectorate of constabulary and sometimes "
        "probation find agencies working together; a letter without grades.",
        _secondary("Ten working days, in the earlier scheme.", "gov.uk guidance of 28 March 2022"),
        _primary("Five days on site.", "dates printed on joint inspection letters"),
        "joint targeted area inspection letters, 2016 to 2025",
    ),
    Kind.ARTICLE: About("News article", "Someone's account of a visit, not the inspectors' own."),
    Kind.OTHER: About("Something else", "Not about an authority's social care for children."),
    Kind.UNREADABLE: About("Unreadable", "A file whose words cannot be read."),
}


TOPICS: dict[Topic, About] = {
    Topic.FRONT_DOOR: About(
        "Front door",
        "Contacts and referrals, thresholds, strategy discussions, section 47 enquiries, "
        "decisions to assess, and stepping to and from early help.",
    ),
    Topic.CIN_CP: About(
        "Children in need and child protection plans",
        "Children in need and those with a protection plan, and decisions to step up or down.",
    ),
    Topic.VULNERABLE_ADOLESCENTS: About(
        "Children at risk outside the family",
        "Young people at risk of sexual or criminal exploitation, or missing (formerly "
        "vulnerable adolescents).",
    ),
    Topic.CHILDREN_IN_CARE: About(
        "Children in care",
        "Coming into care, matching and placements, and the progress of children in care.",
    ),
    Topic.PERMANENCE: About(
        "Permanence",
        "Planning and achieving permanence: adoption, guardianship, long-term fostering, "
        "returning home.",
    ),
    Topic.CARE_LEAVERS: About(
        "Care leavers",
        "Help for young people leaving care and those who have left it.",
    ),
    Topic.OLDER_CHILDREN_PLACEMENTS: About(
        "Placement decisions for older children",
        "Decisions on where older children in care live, and unregistered homes among them.",
    ),
    Topic.COVID: About(
        "Assurance visit in the pandemic",
        "All parts of the service at once, often from a distance, September 2020 to May 2021.",
    ),
    Topic.SEVERAL: About("Several topics", "More than one of the topics, none of them foremost."),
    Topic.OTHER: About("Another topic", "A scope outside the usual topics."),
}
