"""The local lists of pre-proceedings and of care proceedings."""

from __future__ import annotations

from sightline.standards.declare import Code, Count, Date, Id, Period, Table, Text, YesNo
from sightline.standards.local import about
from sightline.standards.sources import LOCAL


class PreProceedings(
    Table,
    standard="local",
    partial=True,
    title="Pre-proceedings",
    period=Period.HISTORY,
    sheets=("PLO", "PLO tracker", "Pre-proceedings tracker", "Preproceedings"),
    source=LOCAL.at("for measures PL01 to PL04 and PL06; Public Law Outline"),
):
    """Children considered at a legal gateway meeting, and in pre-proceedings, now or in the last
    two years: a row for each child and period. Brothers and sisters share a family ID."""

    child_id = about.child_id()
    family_id = about.family_id()
    gateway_on = Date(
        "Legal gateway meeting date",
        required=True,
        aliases=("Legal planning meeting date", "Gateway date", "Legal panel date", "LPM date"),
        description="The meeting or panel that decided.",
    )
    gateway_outcome = Code(
        "Legal gateway outcome",
        codes="legal_gateway_outcome",
        aliases=("Gateway outcome", "Outcome of legal panel"),
        description="What the meeting or panel decided.",
    )
    letter_on = Date(
        "Letter before proceedings date",
        aliases=("Date letter sent", "PLO letter date", "Pre-proceedings letter date"),
        not_before="gateway_on",
        blank_when="no letter was sent",
        description="When the letter went to the parents: weeks in pre-proceedings count from it, "
        "or from the gateway meeting where there was none.",
    )
    first_meeting_on = Date(
        "First pre-proceedings meeting date",
        aliases=("Initial PLO meeting date", "First meeting date"),
        not_before="gateway_on",
        blank_when="it has not been held",
        description="The first meeting with the parents.",
    )
    last_review_on = Date(
        "Last review date",
        aliases=("Latest review date", "Last tracking date"),
        not_before="gateway_on",
        description="When senior managers last reviewed it.",
    )
    next_review_on = Date("Next review date", ahead=True, not_before="last_review_on")
    meetings_held = Count("Meetings held", description="With the parents, the first included.")
    parents_represented = about.asked(
        "Parents legally represented", "Whether the parents had a lawyer at the meetings."
    )
    family_meeting_offered = about.asked(
        "Family meeting offered", "Whether a family group conference or the like was offered."
    )
    assessments_finished_on = Date(
        "Assessments finished date",
        not_before="gateway_on",
        description="When the last assessment agreed for this period was received.",
    )
    ended_on = Date(
        "End date",
        aliases=("Date ended", "PLO end date", "Date stepped down or issued"),
        not_before=("gateway_on", "letter_on"),
        pairs_with="outcome",
        blank_when="pre-proceedings go on",
        description="When it was decided to step down or to issue.",
    )
    outcome = Code(
        "Outcome",
        codes="pre_proceedings_outcome",
        aliases=("PLO outcome", "Pre-proceedings outcome"),
        blank_when="pre-proceedings go on",
        description="How they ended.",
    )
    delay_reason = Text("Reason for delay", description="Where it took longer than planned.")
    team = about.team()
    worker = about.worker()


class CareProceedings(
    Table,
    standard="local",
    partial=True,
    title="Care proceedings",
    period=Period.HISTORY,
    sheets=("Proceedings", "Court tracker", "Care proceedings tracker", "Legal tracker"),
    source=LOCAL.at("for measures PL05 and PL06; Children Act 1989 section 32"),
):
    """Children in care proceedings now, or whose proceedings ended in the last two years: a row
    for each child and application."""

    child_id = about.child_id()
    family_id = about.family_id()
    court_reference = Id(
        "Court reference",
        aliases=("Case number", "Court case number"),
        description="The number that the court gave.",
    )
    court = Text("Court", description="The family court where it is heard.")
    issued_on = Date(
        "Date issued",
        required=True,
        aliases=("Issue date", "Application date", "Date of issue"),
        description="When the court issued the application: the 26 weeks count from it.",
    )
    short_notice = YesNo(
        "Short notice",
        aliases=("Urgent application", "Issued on short notice"),
        description="Whether it was heard within days, for the child's safety.",
    )
    through_pre_proceedings = YesNo(
        "Through pre-proceedings",
        aliases=("Pre-proceedings first",),
        description="Whether there was a period of pre-proceedings before.",
    )
    case_management_on = Date(
        "Case management hearing date",
        aliases=("CMH date",),
        not_before="issued_on",
        description="The first case management hearing.",
    )
    issues_resolution_on = Date(
        "Issues resolution hearing date",
        aliases=("IRH date",),
        not_before="issued_on",
        description="The issues resolution hearing.",
    )
    next_hearing_on = Date("Next hearing date", ahead=True, not_before="issued_on")
    hearings_held = Count("Hearings held", aliases=("Number of hearings",))
    extended = YesNo(
        "Extended beyond 26 weeks",
        aliases=("Extension granted", "26 week extension"),
        description="Whether the court allowed more time.",
    )
    expected_end_on = Date(
        "Expected end date",
        ahead=True,
        not_before="issued_on",
        description="As the court's timetable now stands.",
    )
    initial_plan = Code(
        "Plan at first hearing",
        codes="initial_care_plan",
        aliases=("Initial care plan",),
        description="What the authority proposed at the first hearing.",
    )
    ended_on = Date(
        "Final order date",
        aliases=("Date of final order", "End date", "Date concluded"),
        not_before=("issued_on", "case_management_on"),
        pairs_with="final_order",
        blank_when="proceedings go on",
        description="When the court made its final order.",
    )
    final_order = Code(
        "Final order",
        codes="court_order",
        aliases=("Order made", "Outcome"),
        blank_when="proceedings go on",
        description="What the court ordered.",
    )
    plan_approved = about.asked(
        "Authority's plan approved", "Whether the final order was the one that was sought."
    )
    delay_reason = Text("Reason for delay", description="Where it took longer than 26 weeks.")
    team = about.team()
    worker = about.worker()
