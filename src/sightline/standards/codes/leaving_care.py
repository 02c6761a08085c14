"""Code sets of leaving care: how care ended, and how care leavers live."""

from __future__ import annotations

from sightline.standards.codes.declare import CodeSet, Item
from sightline.standards.codes.people import CODES_USED, LATER
from sightline.standards.sources import LIIA_TOOLS, SSD_ANNEX_A

_HOME = "Returned home to live with parents or relatives"
_GUARDIAN, _INDEPENDENT = "Special Guardianship Orders", "Moved into independent living"


def _end(code: str, printed: str, group: str = "") -> Item:
    """A way in which care ends; where it has no group of several, it is a group of its own."""
    return Item(code, printed, group=group or printed.split(": ", 1)[1])


REASON_CEASED = CodeSet(
    "reason_ceased_cla",
    "Reason that care ceased",
    CODES_USED,
    (
        _end("E11", "a) E11: Adopted - application unopposed", "Adopted"),
        _end("E12", "b) E12: Adopted - consent dispensed", "Adopted"),
        _end("E2", "c) E2: Died"),
        _end("E3", "d) E3: Care taken by another LA"),
        _end(
            "E4A",
            "e) E4A: Returned home to live with parents or relatives - part of planning",
            _HOME,
        ),
        _end(
            "E4B",
            "f) E4B: Returned home to live with parents or relatives - not part of planning",
            _HOME,
        ),
        _end(
            "E13",
            "g) E13: Parents, relatives or other with no parental responsibility",
            "Left care to live with parents, relatives or other person with no parental "
            "responsibility",
        ),
        _end("E41", "h) E41: Residence order granted"),
        _end(
            "E45", "i) E45: Special Guardianship Orders - former carer relative/friend", _GUARDIAN
        ),
        _end("E46", "j) E46: Special Guardianship Orders - former carer other", _GUARDIAN),
        _end("E47", "k) E47: Special Guardianship Orders - relative/friend", _GUARDIAN),
        _end("E48", "l) E48: Special Guardianship Orders - other", _GUARDIAN),
        _end("E5", "m) E5: Moved into independent living - supported", _INDEPENDENT),
        _end("E6", "n) E6: Moved into independent living - no support", _INDEPENDENT),
        _end("E7", "o) E7: Transferred to residential care funded by adult social services"),
        _end("E9", "p) E9: Sentenced to custody"),
        _end("E14", "q) E14: Accommodation on remand ended"),
        _end("E15", "r) E15: Age assessment determined child was 18 or over"),
        _end("E16", "s) E16: Child moved abroad"),
        _end("E8", "t) E8: Care ceased for any other reason"),
        Item(
            "X1",
            "u) X1:CodeError",
            "A new episode began; care did not end",
            ("u) X1: CodeError",),
            "zzCodeError",
            note="An error in list 8; in the SSD, where rows are episodes, an ordinary value.",
        ),
        Item(
            "E17",
            "v) E17: Aged 18+ and remained with current carers",
            since=LATER,
            source=LIIA_TOOLS,
        ),
    ),
)

ELIGIBILITY = CodeSet(
    "eligibility",
    "Eligibility of a care leaver",
    CODES_USED,
    (
        Item("RELEVANT", "a) Relevant child", also=("R", "Relevant")),
        Item(
            "FORMER_RELEVANT",
            "b) Former relevant child",
            also=(
                *("FR", "Former Relevant", "former relevant 18-20", "former relevant 21-24"),
                "Care Leaver - PA to 25",
            ),
        ),
        Item("QUALIFYING", "c) Qualifying care leaver", also=("Q", "Qualifying")),
        Item(
            "ELIGIBLE",
            "d) Eligible child",
            also=("E", "Eligible"),
            since=LATER,
            source=SSD_ANNEX_A,
        ),
    ),
    lettered=True,
)

IN_TOUCH = CodeSet(
    "in_touch",
    "Whether the authority is in touch",
    CODES_USED,
    (
        Item(
            "YES",
            "a) Yes",
            "In touch",
            ("Y", "1", "Yes - in touch", "01 - Yes, resident in the UK"),
        ),
        Item(
            "NO",
            "b) No",
            "Not in touch",
            ("N", "0 - No", "No - not in touch", "02 - No, resident in the UK"),
        ),
        Item("DIED", "c) Died", "Died after leaving care"),
        Item("REFU", "d) Refu", "Young person refuses contact", ("REFUSED",)),
        Item(
            "NREQ",
            "e) NREQ",
            "No longer requires services",
            ("Young person no longer requires services",),
        ),
        Item(
            "RHOM",
            "f) Rhom",
            "Returned home to parents for six months or more",
            ("Returned to parents (or someone with PR) for 6+ months",),
        ),
    ),
    lettered=True,
)


def _home(code: str, words: str, *tags: str) -> Item:
    """A type of accommodation. Returns may add the figure of suitability: B1, D2."""
    return Item(code, f"{code}: {words}", also=(f"{code}1", f"{code}2"), tags=tags)


ACCOMMODATION = CodeSet(
    "accommodation_type",
    "Type of accommodation",
    CODES_USED,
    (
        _home("B", "Parents/relatives"),
        _home("C", "Community home / residential care"),
        _home("D", "Semi-independent, transitional accommodation and self-contained accommodation"),
        _home("E", "Supported lodgings"),
        _home("G", "Abroad"),
        _home("H", "Deported"),
        _home("K", "Ordinary lodgings, without formal support"),
        _home("R", "Residence not known"),
        _home("S", "No fixed abode / homeless", "high risk"),
        _home("T", "Foyers and similar supported accommodation"),
        _home("U", "Independent living"),
        _home("V", "Emergency accommodation", "high risk"),
        _home("W", "Bed and breakfast", "high risk"),
        _home("X", "In custody", "high risk"),
        _home("Y", "Other accommodation"),
        _home("Z", "With former foster carers"),
    ),
    note="The figure after the letter in some extracts is the suitability, and is left unread.",
)

SUITABILITY = CodeSet(
    "accommodation_suitable",
    "Suitability of accommodation",
    CODES_USED,
    (
        Item(
            "1",
            "a) Suitable",
            also=("1 - Suitable", "Accommodation is considered suitable", "Y", "Yes", "True"),
        ),
        Item(
            "2",
            "b) Unsuitable",
            also=(
                *("Not suitable", "2 - Unsuitable", "Accommodation is considered unsuitable"),
                *("N", "No", "False"),
            ),
        ),
    ),
    lettered=True,
)

_HIGHER = "In higher education i.e. studies beyond A level"
_FURTHER = "In education other than higher education"
_WORK = "In training or employment"
_NEITHER = "Not in education, training or employment"

ACTIVITY = CodeSet(
    "activity_status",
    "Activity of a care leaver",
    CODES_USED,
    (
        Item("F1", "F1: Full time in higher education", group=_HIGHER, tags=("EET", "higher")),
        Item("P1", "P1: Part time in higher education", group=_HIGHER, tags=("EET", "higher")),
        Item("F2", "F2: Full time in education other than higher", group=_FURTHER, tags=("EET",)),
        Item("P2", "P2: Part time in education other than higher", group=_FURTHER, tags=("EET",)),
        Item("F3", "F3: Full time in training or employment", group=_WORK, tags=("EET",)),
        Item("P3", "P3: Part time in training or employment", group=_WORK, tags=("EET",)),
        Item(
            "G4",
            "G4: Not in education, employment or training - illness or disability",
            group=f"{_NEITHER} - illness/disability",
            tags=("NEET",),
        ),
        Item(
            "G5",
            "G5: Not in education, employment or training - other",
            group=f"{_NEITHER} - other reasons",
            tags=("NEET",),
        ),
        Item(
            "G6",
            "G6: Not in education, employment or training - pregnancy or parenting",
            group=f"{_NEITHER} - pregnancy/parenting",
            tags=("NEET",),
        ),
        *(
            Item(code, f"{code}: {words}", tags=("EET",), since=LATER, source=SSD_ANNEX_A)
            for code, words in (
                ("F4", "Young person engaged full time in an apprenticeship"),
                ("P4", "Young person engaged part time in an apprenticeship"),
                (
                    "F5",
                    "Young person engaged full time in training or employment (not apprenticeship)",
                ),
                (
                    "P5",
                    "Young person engaged part time in training or employment (not apprenticeship)",
                ),
            )
        ),
    ),
    note="F4, F5, P4 and P5 replace F3 and P3. Count them by their tags, not by Ofsted's groups.",
)
