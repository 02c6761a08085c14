"""Topics: which of Ofsted's focused-visit topics a scope sentence names."""

from __future__ import annotations

import re

_SPACES = re.compile(r"\s+")
# In the words of scope sentences. The topic named first is the visit's topic; what follows
# ("including disabled children", "and their transition to early help") only narrows it.
_TOPICS: tuple[tuple[str, str], ...] = (
    (
        "older_children_placements",
        r"placement decision[- ]making for older|(?:older|16|17)\S*(?: and \S+)?[- "
        r"](?:year-olds?|children)"
        r"(?: in care)?[^.]{0,60}(?:placement|accommodation|living arrangements)"
        r"|placements? (?:decisions? )?(?:made )?for older (?:children|young people)"
        r"|decisions? [^.]{0,40}older children in care|older children in care",
    ),
    (
        "vulnerable_adolescents",
        r"vulnerable adolescents|adolescents|extra-?familial|(?:criminal|sexual) exploitation"
        r"|at risk of exploitation|contextual safeguarding|15[- ]to 18|risks? outside (?:the|their)"
        r" (?:home|famil)",
    ),
    (
        "care_leavers",
        r"care leavers?|leaving care|care[- ]experienced|young people who (?:have left|are leaving)"
        r" care|transition[^.]{0,30} adulthood",
    ),
    (
        "permanence",
        r"permanen(?:ce|cy)|adoption|special guardianship",
    ),
    (
        "front_door",
        r"front[- ]door|contacts? and (?:\w+ )?referrals?|receiving referrals|referrals? to "
        r"children"
        r"|first point of contact|multi-?agency safeguarding hub|\bmash\b|single point of"
        r"|initial (?:contact|response|decision)|first response|contact, referral"
        r"|making decisions about referrals|referrals?,? (?:and )?assessments?|contact centre",
    ),
    (
        "cin_cp",
        r"children in need(?! of help)|child in need|child(?:ren)? protection|protection plans?"
        r"|section 47|pre-?proceedings",
    ),
    (
        "children_in_care",
        r"children in care|in (?:long-term|its|their) care|looked[- ]after|children (?:coming"
        r"|who come|"
        r"entering) into care|enter(?:ing)? care|matching|cared[- ]for|children in the care"
        r"|coming into care|children (?:that |whom )?(?:it|they) looks? after",
    ),
)
# Said of many topics: it names one only where nothing else does.
_WEAK = re.compile(r"help and protection|in need of (?:help|support)|need help")
_COMPILED = tuple((name, re.compile(pattern)) for name, pattern in _TOPICS)
# The first mention decides, but these words come before it without naming the topic.
_PREAMBLE = re.compile(
    r"^.*?\b(?:looked at|reviewed|evaluated|considered|focused on|focussed on|examined|scrutinised"
    r"|focus of this visit was)\b"
)
# A narrower account that follows a wider one names the topic.
_SPECIFICALLY = re.compile(
    r"\b(?:specifically|in particular),? (?:inspectors|they) \w+(?P<narrow>.*)"
)
_COHORTS: tuple[tuple[str, str], ...] = (
    ("disabled children", r"disab(?:led|ilit)"),
    ("care leavers", r"care leavers?|care[- ]experienced"),
    ("unaccompanied asylum-seeking children", r"unaccompanied|asylum"),
    ("privately fostered children", r"private(?:ly)? foster"),
    ("children missing or at risk of exploitation", r"missing|exploitation|extra-?familial"),
    ("children aged 16 and 17 who are homeless", r"homeless"),
    ("unborn children and babies", r"unborn|pre-?birth|bab(?:y|ies)"),
    ("children in unregistered or unregulated homes", r"unregistered|unregulated"),
    ("older children and adolescents", r"adolescen|older children|1[5-7][- ](?:to|year|and)"),
    ("children living with domestic abuse", r"domestic (?:abuse|violence)"),
    ("children living with neglect", r"\bneglect"),
    ("children at the edge of care", r"edge of care"),
    ("children who return home", r"return(?:ing)? home|reunif"),
    ("children with special educational needs", r"special educational|\bsend\b"),
)
_COHORT_PATTERNS = tuple((name, re.compile(pattern)) for name, pattern in _COHORTS)


def topic_of(scope: str) -> str:
    """The topic that a scope sentence names first; ``other`` where it names none.

    ``several`` where care leavers and older children in care are named as one group.
    """
    words = _plain(scope)
    narrow = _SPECIFICALLY.search(words)
    if narrow and (topic := topic_of(narrow["narrow"])) != "other":
        return topic
    body = _PREAMBLE.sub("", words, count=1) or words
    found = sorted(
        (match.start(), order, name)
        for order, (name, pattern) in enumerate(_COMPILED)
        if (match := pattern.search(body))
    )
    if not found:
        return "cin_cp" if _WEAK.search(body) else "other"
    first = found[0][2]
    if first == "permanence" or _is_permanence(body, found):
        return "permanence"
    return first


def _is_permanence(body: str, found: list[tuple[int, int, str]]) -> bool:
    """ "Achieving permanence for children in care" is about permanence, whichever comes first."""
    names = {name for _, _, name in found}
    return "permanence" in names and bool(
        re.search(r"(?:planning (?:for|and)|achiev\w+) (?:\w+ ){0,2}permanenc", body[:120])
    )


def cohorts_in(text: str) -> list[str]:
    """The groups of children that some words name, in a fixed order."""
    words = _plain(text)
    return [name for name, pattern in _COHORT_PATTERNS if pattern.search(words)]


def _plain(text: str) -> str:
    return _SPACES.sub(" ", text).strip().lower().replace("’", "'")
