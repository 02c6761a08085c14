"""Names of authorities in running text, found by one pattern and then looked at in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sightline.regime.authorities import all_authorities
from sightline.regime.names import key

_SHORT = "barking blackburn brighton hammersmith kingston redcar richmond stoke telford windsor"
ONLY_MARKED = frozenset([*_SHORT.split(), "westmorland"])
"""Short names that mean the authority only with "Council", "Borough of" or the like."""

SHARED_NAMES = frozenset({"Together for Children", "Achieving for Children"})
"""Trusts that are not looked for: another body has the name, or the trust serves several."""

ORDINARY_WORDS = frozenset({"reading", "bury"})
"""Names that are also words, to be doubted where a sentence begins."""

_COMPASS = r"north|south|east|west|central"
_JOIN = r"(?:\s*[-\u2010\u2011\u0002\ufffe]\s*|\s+)"
_PREFIX = (
    r"(?:(?:(?:Royal|London|Metropolitan)\s+)*Borough(?:\s+Council)?\s+of\s+"
    r"|(?:Council\s+of\s+the\s+)?(?:City|County)(?:\s+and\s+County)?\s+of\s+"
    r"|Council\s+of\s+the\s+"
    r"|(?:LB|RB)\s+)"
)
_SUFFIX = (
    r"(?:(?i:(?:\s+(?:City|County|Metropolitan|District|Borough|London|Unitary|Local))*"
    r"\s+(?:Council|Corporation|Authority)\b)|\s+(?:MBC|MDC|CC|BC)\b)"
)

_OTHER_BODIES = (
    "[Pp]olice|[Cc]onstabulary|University|Universities|College|School|Academy|[Hh]ospitals?|"
    "[Jj]udge?ment|Infirmary|NHS|"
    "Cathedral|Airport|Station|Prison|Magistrates|Crown Court|Family Court|Football|Road|Street|"
    "Lane|Avenue|Square|Park|House|Way|Drive|Close|Fire|CCG|ICB|Clinical|Integrated Care|Forest|"
    "St Edmunds|Coldfield|Abbey|Castle|Evening|Gazette"
)
_NOT_BEFORE_THESE = re.compile(
    rf"\s+(?:[A-Z][\w’']*\s+){{0,2}}(?:{_OTHER_BODIES})\b"
    r"|\s+and\s+(?:[A-Z]\w+\s+|of\s+){1,3}(?:[Pp]olice|[Cc]onstabulary)\b"
    r"|,?\s+(?:[A-Z][a-z]+,?\s+)?[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b"
    r"|-(?:in|under|le|by|on|upon|the)-"
)
_NOT_AFTER_THESE = re.compile(
    r"(?:\b(?:Greater|New|Old|Mid|Inner|Outer|Port|North|South|East|West|Lord|Lady|Sir|Dame|Mr|Mrs"
    r"|Ms|Miss|Dr|Cllr|Councillor|Prof|Professor|HMP|HMYOI)\.?"
    r"|\b(?:University|Diocese|Archdiocese|Bishop|Archbishop|Duke|Duchess|Earl|Port)\s+of)\s+$"
)
_MARK_AFTER = re.compile(
    r"(?:['’]s?)?\s+(?:local\s+authority\s+)?"
    r"(?:children['’]?s\s+(?:services|social)|local\s+authority|council|borough)\b",
    re.IGNORECASE,
)
_WORD_BEFORE = re.compile(r"\b([A-Z][a-z’'-]+)[ \t]+$")
_SENTENCE_BEFORE = re.compile(r"(?:^|[.!?:;•◼\uf06e]|\n)\s*[\"“‘']?$")
_LIST_AFTER = re.compile(r"(?:,|\s+and|\s*&)\s+[A-Z]")
_COMMON = (
    "A Across After Again Against All Also Although And Are Around As At Away Because Been Before "
    "Between Beyond Both But By Can Children Could Did Do Does Down During Each Either Every Few "
    "For From Had Has Have He Her Here His How However I If In Inside Inspectors Into Is It Its "
    "Later Leave Leaving Like Many May Meanwhile More Most Near Neither No Nor Not Now Of Off "
    "Ofsted On Once Only Or Our Out Outside Over Overall Perhaps Services She Should Since So Some "
    "Still Such Than That The Their Then There These They This Those Though Through Throughout To "
    "Today Towards Under Unlike Until Up Visit Was We Were What When Where Whereas Whether Which "
    "While Who Why Will With Within Without Would Yet You Inspection Focused"
)
_MAY_STAND_BEFORE = frozenset(_COMMON.split())


@cache
def _pattern() -> re.Pattern[str]:
    """One pattern for every name, in branches by first letter, longer names before shorter."""
    forms = {form for authority in all_authorities() for form in authority.aliases}
    forms |= {authority.name for authority in all_authorities()}
    forms |= {authority.plain for authority in all_authorities()}
    forms |= {trust for authority in all_authorities() for trust in authority.trusts}
    forms -= SHARED_NAMES
    branches: dict[str, list[str]] = {}
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        branches.setdefault(form[0], []).append(_form(form))
    names = "|".join(
        f"(?=[{letter}{letter.lower()}])(?:{'|'.join(branch)})"
        for letter, branch in sorted(branches.items())
    )
    return re.compile(
        rf"(?<!\w)(?=[A-Z]|{_COMPASS})(?P<before>{_PREFIX})?"
        rf"(?P<name>(?i:{names}))(?!\w)(?P<after>{_SUFFIX})?"
    )


def _form(form: str) -> str:
    """The pattern for one name: any space or hyphen, "and" or "&", straight or curly marks."""
    words = re.split(r"[ -]", form.replace(".", ""))
    return _JOIN.join(_word(word) for word in words)


def _word(word: str) -> str:
    if word in ("and", "&"):
        return "(?:and|&)"
    if word == "St":
        return r"St\.?"
    return re.escape(word).replace(",", ",?").replace("'", "['’]")


def mentions(text: str) -> Iterator[tuple[int, int, str]]:
    """Each name of an authority in the text: its start, its end, and the name by itself."""
    for match in _pattern().finditer(text):
        marked = bool(match["before"] or match["after"] or _MARK_AFTER.match(text, match.end()))
        if marked or _stands_alone(text, match):
            yield match.start(), match.end(), match["name"]


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """Whether a name without "Council" or the like still means the authority, where it stands."""
    name = key(match["name"])
    before = text[max(0, match.start() - 40) : match.start()]
    if name in ONLY_MARKED or _NOT_BEFORE_THESE.match(text, match.end()):
        return False
    if _NOT_AFTER_THESE.search(before) or (" " not in name and _is_surname(before)):
        return False
    return name not in ORDINARY_WORDS or _not_a_word(text, match, before)


def _is_surname(before: str) -> bool:
    """Whether a word with a capital, such as a first name, stands right before the name."""
    found = _WORD_BEFORE.search(before)
    return found is not None and found[1] not in _MAY_STAND_BEFORE


def _not_a_word(text: str, match: re.Match[str], before: str) -> bool:
    """Whether "Reading" or "Bury" is the place: not where a sentence begins, unless in a list."""
    if match["name"].isupper():
        return False
    if not _SENTENCE_BEFORE.search(before):
        return True
    return bool(_LIST_AFTER.match(text, match.end()))
