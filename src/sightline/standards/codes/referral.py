"""Code sets of the front door and of need: sources, primary need, closure, status, factors."""

from __future__ import annotations

from sightline.standards.codes.declare import CodeSet, Item, coded
from sightline.standards.codes.people import CODES_USED, LATER
from sightline.standards.sources import SSD, SSD_ANNEX_A

REFERRAL_NFA = CodeSet(
    "referral_nfa",
    "Whether a referral ended in no further action",
    CODES_USED,
    (
        Item(
            "Y",
            "a) Yes",
            "No further action was taken",
            ("NFA", "No further action", "Y", "Yes", "1", "1 - Yes", "a. Yes"),
        ),
        Item(
            "N",
            "b) No",
            "Further action was taken",
            ("FA", "Further action", "N", "No", "0", "0 - No", "U", "b. No"),
        ),
    ),
    lettered=True,
    note="NFA begins with N and means yes.",
)

_INDIVIDUAL, _HEALTH, _LA = "Individual", "Health services", "LA services"

CONTACT_SOURCE = CodeSet(
    "contact_source",
    "Source of a contact or referral",
    CODES_USED,
    (
        Item("1A", "a) 1A: Individual", "Family member, relative or carer", group=_INDIVIDUAL),
        Item(
            "1B",
            "b) 1B: Individual",
            "Acquaintance, including neighbours and child minders",
            group=_INDIVIDUAL,
        ),
        Item("1C", "c) 1C: Individual", "Self", group=_INDIVIDUAL),
        Item("1D", "d) 1D: Individual", "Other individual, including strangers", group=_INDIVIDUAL),
        Item("2A", "e) 2A: Schools", group="Schools"),
        Item("2B", "f) 2B: Education services", group="Education services"),
        Item("3A", "g) 3A: Health services", "General practitioner", group=_HEALTH),
        Item("3B", "h) 3B: Health services", "Health visitor", group=_HEALTH),
        Item("3C", "i) 3C: Health services", "School nurse", group=_HEALTH),
        Item("3D", "j) 3D: Health services", "Other primary health services", group=_HEALTH),
        Item("3E", "k) 3E: Health services", "Accident and emergency", group=_HEALTH),
        Item("3F", "l) 3F: Health services", "Other health, such as a hospice", group=_HEALTH),
        Item("4", "m) 4: Housing", "LA housing or housing association", group="Housing"),
        Item("5A", "n) 5A: LA services", "Social care, for example adult social care", group=_LA),
        Item(
            "5B",
            "o) 5B: LA services",
            "Other internal department (not social care, not housing), for example youth offending",
            group=_LA,
        ),
        Item(
            "5C",
            "p) 5C: LA services",
            "External, for example another LA's adult social care",
            group=_LA,
        ),
        Item(
            "5D",
            "p1) 5D: LA services",
            group=_LA,
            since=LATER,
            source=SSD_ANNEX_A,
            note="A later census code, thought to be early help; its meaning is not confirmed.",
        ),
        Item("6", "q) 6: Police", group="Police"),
        Item(
            "7",
            "r) 7: Other legal agency",
            "Courts, probation, immigration, Cafcass, prison",
            group="Other legal agency",
        ),
        Item(
            "8",
            "s) 8: Other",
            "Children's centres, independent providers, voluntary organisations",
            group="Other",
        ),
        Item("9", "t) 9: Anonymous", group="Anonymous"),
        Item("10", "u) 10: Unknown", group="Unknown"),
    ),
    note='"Health services" alone could be any of six codes, and so is none.',
)

PRIMARY_NEED = CodeSet(
    "primary_need",
    "Primary need",
    CODES_USED,
    (
        Item("N1", "N1 - Abuse or neglect"),
        Item("N2", "N2 - Child's disability"),
        Item("N3", "N3 - Parental disability or illness"),
        Item("N4", "N4 - Family in acute stress"),
        Item("N5", "N5 - Family dysfunction"),
        Item("N6", "N6 - Socially unacceptable behaviour"),
        Item("N7", "N7 - Low income"),
        Item("N8", "N8 - Absent parenting"),
        Item("N9", "N9 - Cases other than children in need"),
        Item("N0", "N0 - Not stated"),
    ),
)

CLOSURE_REASON = CodeSet(
    "reason_for_closure",
    "Reason for closure of an episode of need",
    CODES_USED,
    (
        Item("RC1", "RC1 - Adopted"),
        Item("RC2", "RC2 - Died"),
        Item("RC3", "RC3 - Child arrangements order"),
        Item("RC4", "RC4 - Special guardianship order"),
        Item("RC5", "RC5 - Transferred to services of another local authority"),
        Item("RC6", "RC6 - Transferred to adult social care services"),
        Item(
            "RC7", "RC7 - Services ceased for any other reason, including child no longer in need"
        ),
        Item(
            "RC8",
            "RC8 - Case closed after assessment, no further action",
            note="Ofsted, August 2019: these children are out of scope for list 6.",
        ),
        Item(
            "RC9",
            "RC9 - Case closed after assessment, referred to early help",
            since=LATER,
            source=SSD_ANNEX_A,
        ),
    ),
)

CASE_STATUS = CodeSet(
    "case_status",
    "Status of a child in need",
    CODES_USED,
    (
        Item(
            "CLA",
            "a) Looked after child",
            "Looked after",
            ("CLA", "LAC", "CLA&CP", "CLA&CPP", "CP/CLA"),
        ),
        Item(
            "CPP",
            "b) Child Protection plan",
            "Subject of a child protection plan",
            ("CP", "CPP", "CP Ext", "Child Protection"),
        ),
        Item("CIN", "c) Child in need plan", "Child in need", ("CIN", "CiN Plan", "Child in Need")),
        Item(
            "ASSESSMENT",
            "d) Open assessment",
            "Open assessment only",
            ("Open asmt", "Assessment", "CF Assessment in progress"),
        ),
        Item(
            "CLOSED",
            "e) Closed episode",
            "Closed in the period",
            ("Closed", "Closed case", "Closed - stepdown", "Closed Referral", "Care leaver"),
        ),
    ),
    lettered=True,
    note="The first of a) to d) that applies to an open episode; e) only when closed.",
)

ASSESSMENT_FACTORS = CodeSet(
    "assessment_factors",
    "Factors at the end of an assessment",
    SSD.at("cinf_assessment_factors_json"),
    coded(
        ("1A", "Alcohol misuse: child"),
        ("1B", "Alcohol misuse: parent or carer"),
        ("1C", "Alcohol misuse: another person in the household"),
        ("2A", "Drug misuse: child"),
        ("2B", "Drug misuse: parent or carer"),
        ("2C", "Drug misuse: another person in the household"),
        ("3A", "Domestic abuse: child the subject"),
        ("3B", "Domestic abuse: parent or carer the subject"),
        ("3C", "Domestic abuse: another person in the household the subject"),
        ("4A", "Mental health: child"),
        ("4B", "Mental health: parent or carer"),
        ("4C", "Mental health: another person in the household"),
        ("5A", "Learning disability: child"),
        ("5B", "Learning disability: parent or carer"),
        ("5C", "Learning disability: another person in the household"),
        ("6A", "Physical disability or illness: child"),
        ("6B", "Physical disability or illness: parent or carer"),
        ("6C", "Physical disability or illness: another person in the household"),
        ("7A", "Young carer"),
        ("8B", "Privately fostered: overseas child who intends to return"),
        ("8C", "Privately fostered: overseas child who intends to stay"),
        ("8D", "Privately fostered: child of the United Kingdom in education"),
        ("8E", "Privately fostered: child of the United Kingdom, alternative family arrangement"),
        ("8F", "Privately fostered: other"),
        ("9A", "Unaccompanied asylum seeking child"),
        ("10A", "Missing"),
        ("11A", "Child sexual exploitation"),
        ("12A", "Trafficking"),
        ("13A", "Gangs"),
        ("14A", "Socially unacceptable behaviour"),
        ("15A", "Self-harm"),
        ("16A", "Neglect"),
        ("17A", "Emotional abuse"),
        ("18B", "Physical abuse: child on child"),
        ("18C", "Physical abuse: adult on child"),
        ("19B", "Sexual abuse: child on child"),
        ("19C", "Sexual abuse: adult on child"),
        ("20", "Other"),
        ("21", "No factors identified"),
        ("22A", "Female genital mutilation"),
        ("23A", "Abuse linked to faith or belief"),
        ("24A", "Child criminal exploitation"),
    ),
)
