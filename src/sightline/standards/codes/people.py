"""Code sets about people: yes and no, gender, sex, ethnicity, disability, pupil numbers."""

from __future__ import annotations

from datetime import date

from sightline.standards.codes.declare import CodeSet, Item, coded
from sightline.standards.sources import CIN_CENSUS, SSD, SSD_ANNEX_A, TEMPLATE_2019

# Not in the template of August 2019, and in a later one. The month of the change is not known.
LATER = date(2019, 9, 1)
CODES_USED = TEMPLATE_2019.at("sheet Codes_used")

_YES = ("Y", "1", "1 - Yes", "True", "a. Yes")
_NO = ("N", "0", "0 - No", "False", "b. No")

YES_NO = CodeSet(
    "yes_no",
    "Yes or no",
    CODES_USED,
    (Item("Y", "a) Yes", also=_YES), Item("N", "b) No", also=_NO)),
    lettered=True,
)

YES_NO_UNKNOWN = CodeSet(
    "yes_no_unknown",
    "Yes, no or not known",
    CODES_USED,
    (
        Item("Y", "a) Yes", also=(*_YES, "Seen", "Seen alone", "Child seen", "Child seen alone")),
        Item("N", "b) No", also=(*_NO, "Not seen", "Not seen alone", "Child not seen")),
        Item("U", "c) Unknown", "Not known", ("Unknown", "No Visit - new in last month")),
    ),
    lettered=True,
)

DISABLED = CodeSet(
    "disabled",
    "Whether the child has a disability",
    CODES_USED,
    (
        Item(
            "Y",
            "a) Yes",
            also=(
                *_YES,
                *("MOB", "HAND", "PC", "INC", "COMM", "LD", "HEAR", "VIS", "BEH", "CON", "AUT"),
                "DDA",
            ),
        ),
        Item("N", "b) No", also=(*_NO, "NONE")),
        Item("U", "c) Unknown", "Not known", ("Unknown",)),
    ),
    lettered=True,
    note="A code of the kind of disability other than NONE means yes.",
)

GENDER = CodeSet(
    "gender",
    "Gender",
    CODES_USED,
    (
        Item("M", "a) Male", also=("1", "1 - Male")),
        Item("F", "b) Female", also=("2", "2 - Female")),
        Item(
            "U",
            "c) Not stated/recorded",
            "Not stated, not recorded or unborn",
            (
                "c) Not stated/recorded (or unborn)",
                "c) Not stated / recorded (or unborn)",
                *("0", "9", "Unborn", "Unborn/Unknown", "Unknown", "Not known", "Not recorded"),
                *("Not specified", "Unspecified", "Withheld", "0 - Not Recorded"),
                *("Gender Unspecified", "Indeterminate"),
            ),
        ),
        Item(
            "I",
            "d) Neither",
            also=(
                *("Indeterminate Gender", "Transgender", "Non-Binary", "Non Binary"),
                *("Unable to classify", "Indeterminate"),
            ),
        ),
    ),
    lettered=True,
    ambiguous=("Indeterminate",),
    note="The censuses moved from gender to sex (M, F, U) in 2024/25, so an extract may hold sex.",
)

SEX = CodeSet(
    "sex",
    "Sex",
    SSD.at("pers_sex"),
    (
        Item("M", label="Male", also=("1",)),
        Item("F", label="Female", also=("2",)),
        Item("U", label="Unknown", also=("0", "9", "Not known", "Not recorded", "Unborn")),
    ),
)

GENDER_IDENTITY = CodeSet(
    "gender_identity",
    "Gender as the SSD holds it",
    SSD.at("pers_gender"),
    (
        Item("00", label="Not known", also=("U", "Unknown", "Not recorded", "Not stated")),
        Item("01", label="Male", also=("M", "Man", "Boy", "Man / Boy / Male")),
        Item("02", label="Female", also=("F", "Woman", "Girl", "Woman / Girl / Female")),
        Item("09", label="Prefers to self-describe", also=("Prefer to Self-Describe", "I")),
    ),
    note="Codes 10 to 99 are for local use.",
)

ETHNICITY = CodeSet(
    "ethnicity",
    "Ethnicity",
    CODES_USED,
    (
        Item(
            "WBRI",
            "a) WBRI",
            "White British",
            (
                *("White - British", "A1", "A1 - White British", "WBRI - White British"),
                *("English", "White > British"),
            ),
            "White",
        ),
        Item("WIRI", "b) WIRI", "White Irish", ("White - Irish", "A2"), "White"),
        Item(
            "WIRT",
            "c) WIRT",
            "Traveller of Irish heritage",
            ("A4", "Gypsy or Irish Traveller"),
            "White",
        ),
        Item(
            "WOTH",
            "d) WOTH",
            "Any other White background",
            ("A3", "WEEU - White Eastern European"),
            "White",
        ),
        Item("WROM", "e) WROM", "Gypsy/Roma", ("A5",), "White"),
        Item("MWBC", "f) MWBC", "White and Black Caribbean", ("B1",), "Mixed"),
        Item("MWBA", "g) MWBA", "White and Black African", ("B2",), "Mixed"),
        Item("MWAS", "h) MWAS", "White and Asian", ("B3",), "Mixed"),
        Item("MOTH", "i) MOTH", "Any other Mixed background", ("B4",), "Mixed"),
        Item("AIND", "j) AIND", "Indian", ("C1", "Asian or Asian British - Indian"), "Asian"),
        Item("APKN", "k) APKN", "Pakistani", ("C2",), "Asian"),
        Item("ABAN", "l) ABAN", "Bangladeshi", ("C3",), "Asian"),
        Item("AOTH", "m) AOTH", "Any other Asian background", ("C4",), "Asian"),
        Item("BCRB", "n) BCRB", "Caribbean", ("D1",), "Black"),
        Item("BAFR", "o) BAFR", "African", ("D2",), "Black"),
        Item("BOTH", "p) BOTH", "Any other Black background", ("D3",), "Black"),
        Item("CHNE", "q) CHNE", "Chinese", ("E1",), "Chinese"),
        Item("OOTH", "r) OOTH", "Any other ethnic group", ("E2",), "Other"),
        Item("REFU", "s) REFU", "Refused", ("E3",), "Refused"),
        Item("NOBT", "s) NOBT", "Information not yet obtained", ("t) NOBT", "E4"), "Unknown"),
        Item(
            "UNKNOWN",
            "u) UNKNOWN",
            "Not one of the codes",
            ("E5",),
            since=LATER,
            source=SSD_ANNEX_A,
            note="What the SSD's Annex A script writes for a code that it does not know.",
        ),
    ),
    note="The letter is no key: the template of 2019 prints s) before both REFU and NOBT. "
    "Local codes beyond the set (WENG, WCOR, AKAO) are left unread: they give only a group.",
)

DISABILITY = CodeSet(
    "disability",
    "Kind of disability",
    CIN_CENSUS.at("disability codes"),
    coded(
        ("NONE", "No disability"),
        ("MOB", "Mobility"),
        ("HAND", "Hand function"),
        ("PC", "Personal care"),
        ("INC", "Incontinence"),
        ("COMM", "Communication"),
        ("LD", "Learning"),
        ("HEAR", "Hearing"),
        ("VIS", "Vision"),
        ("BEH", "Behaviour"),
        ("CON", "Consciousness"),
        ("AUT", "Autism or Asperger syndrome"),
        ("DDA", "Other disability under the Disability Discrimination Act"),
    ),
)

UPN_UNKNOWN = CodeSet(
    "upn_unknown",
    "Why there is no unique pupil number",
    SSD.at("pers_upn_unknown and send_upn_unknown"),
    coded(
        ("UN1", "Too young for school, and not given one yet"),
        ("UN2", "Never at a state-funded school in England"),
        ("UN3", "Educated outside England"),
        ("UN4", "Newly in care, and not known yet"),
        ("UN5", "Sources disagree about the child, so it cannot be matched"),
        ("UN8", "New to the authority, and not known yet"),
        ("UN9", "Never in a state-funded school or college in England"),
        ("UN10", "The request came to nothing before it was known"),
    ),
)
