"""The timescales that measures and deadlines count by, each with its basis and how sure it is."""

from __future__ import annotations

from typing import NamedTuple

from sightline.measures.limits import Limit, months, weeks, working_days
from sightline.standards.sources import Source

BASES = {
    "act": "an Act of Parliament",
    "regulation": "regulations",
    "statutory_guidance": "statutory guidance",
    "practice_guidance": "practice guidance",
    "performance_measure": "a published performance measure, not law",
    "local_practice": "local practice: no national rule",
}
SURE = {
    "text": "the text was read",
    "secondary": "as stated by a procedures manual or guide; the text itself was not read",
    "knowledge": "from general knowledge, not checked",
}

WORKING_TOGETHER = Source(
    "Working Together to Safeguard Children 2023",
    url="https://www.gov.uk/government/publications/working-together-to-safeguard-children--2",
)
CARE_PLANNING = Source(
    "Care Planning, Placement and Case Review (England) Regulations 2010, SI 2010/959",
    url="https://www.legislation.gov.uk/uksi/2010/959",
)
CARE_LEAVERS = Source(
    "Care Leavers (England) Regulations 2010, SI 2010/2571",
    url="https://www.legislation.gov.uk/uksi/2010/2571",
)
HEALTH = Source(
    "Promoting the health and well-being of looked-after children, 2015",
    url="https://www.gov.uk/government/publications/"
    "promoting-the-health-and-wellbeing-of-looked-after-children--2",
)
CHILDREN_ACT = Source("Children Act 1989", url="https://www.legislation.gov.uk/ukpga/1989/41")
EDUCATION = Source("Promoting the education of looked-after children, February 2018")
MISSING = Source(
    "Statutory guidance on children who run away or go missing, January 2014",
    url="https://www.gov.uk/government/publications/"
    "children-who-run-away-or-go-missing-from-home-or-care",
)
PRIVATE_FOSTERING = Source(
    "Children (Private Arrangements for Fostering) Regulations 2005, SI 2005/1533",
    url="https://www.legislation.gov.uk/uksi/2005/1533",
)
ADOPTION = Source(
    "Adoption Agencies Regulations 2005", url="https://www.legislation.gov.uk/uksi/2005/389"
)
SCORECARDS = Source("Adoption scorecards, 2014", url="https://www.gov.uk")
RETURN_903 = Source(
    "Children looked after return (SSDA903)",
    url="https://www.gov.uk/guidance/children-looked-after-return",
)
COMPLAINTS = Source(
    "Children Act 1989 Representations Procedure (England) Regulations 2006, SI 2006/1738",
    url="https://www.legislation.gov.uk/uksi/2006/1738",
)


class Timescale(NamedTuple):
    """How long something may take: from what, its limit, by whose word, and how sure that is."""

    id: str
    title: str
    starts: str
    limit: Limit
    basis: str
    sure: str
    source: Source
    note: str = ""

    def __str__(self) -> str:
        """One sentence: limit, from what, and by whose word."""
        return f"{self.limit} from {self.starts}: {self.source} ({SURE[self.sure]})"


_DECLARED = (
    Timescale(
        "referral_decision", "Decision on a referral", "the referral", working_days(1),
        "statutory_guidance", "secondary", WORKING_TOGETHER.at("chapter 3"),
    ),
    Timescale(
        "single_assessment", "Assessment finished", "the referral", working_days(45),
        "statutory_guidance", "secondary", WORKING_TOGETHER, "a maximum, not a target",
    ),
    Timescale(
        "icpc", "Initial child protection conference", "the strategy discussion",
        working_days(15), "statutory_guidance", "secondary", WORKING_TOGETHER,
    ),
    Timescale(
        "core_group_first", "First core group", "the initial conference", working_days(10),
        "statutory_guidance", "secondary", WORKING_TOGETHER,
        "pages say ten days; that working days are meant is not checked",
    ),
    Timescale(
        "rcpc_first", "First review conference", "the initial conference", months(3),
        "statutory_guidance", "secondary", WORKING_TOGETHER,
    ),
    Timescale(
        "rcpc_repeat", "Later review conferences", "the last review conference", months(6),
        "statutory_guidance", "secondary", WORKING_TOGETHER,
    ),
    Timescale(
        "cla_review_1", "First review in care", "the start of care", working_days(20),
        "regulation", "text", CARE_PLANNING.at("regulation 33(1)"),
    ),
    Timescale(
        "cla_review_2", "Second review in care", "the first review", months(3),
        "regulation", "text", CARE_PLANNING.at("regulation 33(2)"),
    ),
    Timescale(
        "cla_review_n", "Later reviews in care", "the last review", months(6),
        "regulation", "text", CARE_PLANNING.at("regulation 33(2)"),
    ),
    Timescale(
        "cla_visit_first", "First visit in a placement", "the start of the placement", weeks(1),
        "regulation", "text", CARE_PLANNING.at("regulation 28(2)(a)"),
    ),
    Timescale(
        "cla_visit_year1", "Visits in the first year of a placement", "the last visit", weeks(6),
        "regulation", "text", CARE_PLANNING.at("regulation 28(2)(b)"),
    ),
    Timescale(
        "cla_visit_longterm", "Visits after a year, where the placement is to last to 18",
        "the last visit", months(3), "regulation", "text", CARE_PLANNING.at("regulation 28(2)(c)"),
        "otherwise 6 weeks; a change of 2015 lets some be visited less often (not checked)",
    ),
    Timescale(
        "cla_visit_interim_home", "Visits at home on an interim care order", "the last visit",
        weeks(4), "regulation", "text", CARE_PLANNING.at("regulation 28(4)"),
        "weekly until the first review",
    ),
    Timescale(
        "permanence_plan", "Permanence plan", "the start of care", months(4),
        "statutory_guidance", "knowledge", Source("Children Act 1989 guidance, volume 2, 2021"),
        "by the second review, about four months after care began",
    ),
    Timescale(
        "iha", "First health assessment", "the start of care", working_days(20),
        "regulation", "secondary", CARE_PLANNING.at("regulation 7(1)"),
        "in time for the first review",
    ),
    Timescale(
        "rha_under5", "Health assessment under 5", "the last assessment", months(6),
        "regulation", "secondary", CARE_PLANNING.at("regulation 7(3)"),
    ),
    Timescale(
        "rha_over5", "Health assessment at 5 and over", "the last assessment", months(12),
        "regulation", "secondary", CARE_PLANNING.at("regulation 7(3)"),
    ),
    Timescale(
        "dental", "Teeth checked", "the last check", months(12),
        "performance_measure", "knowledge", RETURN_903,
    ),
    Timescale(
        "sdq", "Strengths and difficulties questionnaire", "the last one", months(12),
        "statutory_guidance", "knowledge", HEALTH, "ages 4 to 16, in care a year or more",
    ),
    Timescale(
        "pep_initial", "First personal education plan begun", "the start of care",
        working_days(10), "statutory_guidance", "secondary", EDUCATION,
        "to be ready for the first review, at 20 working days",
    ),
    Timescale(
        "return_interview", "Interview on return", "the return", Limit(3, "days"),
        "statutory_guidance", "secondary", MISSING, "72 hours by the clock",
    ),
    Timescale(
        "private_fostering_first", "First visit to a private fostering arrangement",
        "the day the authority is told", working_days(7), "regulation", "text",
        PRIVATE_FOSTERING.at("regulations 4(1) and 7"),
    ),
    Timescale(
        "private_fostering_year1", "Visits in the first year of private fostering",
        "the last visit", weeks(6), "regulation", "text",
        PRIVATE_FOSTERING.at("regulation 8(1)(a)"),
    ),
    Timescale(
        "private_fostering_later", "Visits in later years of private fostering",
        "the last visit", weeks(12), "regulation", "text",
        PRIVATE_FOSTERING.at("regulation 8(1)(b)"),
    ),
    Timescale(
        "adoption_a10", "Entering care to moving in with adopters", "the start of care",
        Limit(426, "days"), "performance_measure", "knowledge", SCORECARDS,
    ),
    Timescale(
        "adoption_a2", "Placement order to match", "the placement order", Limit(121, "days"),
        "performance_measure", "knowledge", SCORECARDS,
    ),
    Timescale(
        "adopter_stage1", "Adopters' first stage", "its start", months(2),
        "regulation", "knowledge", ADOPTION,
    ),
    Timescale(
        "adopter_stage2", "Adopters' second stage", "its start", months(4),
        "regulation", "knowledge", ADOPTION,
    ),
    Timescale(
        "pathway_review", "Pathway plan reviewed", "the last review", months(6),
        "regulation", "knowledge", CARE_LEAVERS.at("regulation 7"),
    ),
    Timescale(
        "adviser_contact", "Contact with a care leaver", "the last contact", months(2),
        "statutory_guidance", "knowledge", CARE_LEAVERS.at("regulation 8"),
        "regulation 8 is about visits: a contact is not the same",
    ),
    Timescale(
        "care_proceedings", "Care proceedings concluded", "the application", weeks(26),
        "act", "secondary", CHILDREN_ACT.at("section 32(1)(a)"),
    ),
    Timescale(
        "complaint_s1", "Stage 1 answer to a complaint", "the complaint", working_days(10),
        "regulation", "knowledge", COMPLAINTS, "20 where it is complex",
    ),
)  # fmt: skip


def _by_id() -> dict[str, Timescale]:
    for one in _DECLARED:
        if one.basis not in BASES or one.sure not in SURE:
            raise ValueError(f"Timescale {one.id}: its basis or how sure it is is not known")
    made = {one.id: one for one in _DECLARED}
    if len(made) < len(_DECLARED):
        raise ValueError("A timescale is declared twice")
    return made


TIMESCALES = _by_id()
