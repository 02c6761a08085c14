"""Duties with dates stated in a letter: "should send the written statement … by 11 June 2025"."""

from __future__ import annotations

import re

from sightline.kit.dates import find_dates
from sightline.reports.document import Document
from sightline.reports.facts import EventFacts
from sightline.reports.sentences import sentences

_BY = re.compile(r"\b(?:by|before)\s+(?:\w+day,?\s+)?(?=\d{1,2}(?:st|nd|rd|th)?\s+[A-Z])")
_ASKED = re.compile(r"\b(?:send|submit|receive|share|provide|publish|prepare|expect)\b", re.I)
_WHAT = re.compile(
    r"written\s+statement|action\s+plan|draft\s+plan"
    r"|statement\s+of\s+(?:proposed\s+)?action",
    re.I,
)
# Who owes what, by the kind of the letter: the ids are those of the duties in ``regime.duties``.
_DUTY = {"joint_inspection": "joint_statement", "inspection": "written_statement"}
_DRAFT = re.compile(r"\bdraft\b", re.I)


def add_due_dates(document: Document, event: EventFacts) -> None:
    """Add each date by which the letter says a plan or statement must come; the note is the duty.

    A date stated in the letter beats one worked out from its date.
    """
    text = document.text
    for by in _BY.finditer(text):
        start, end = _sentence(text, by.start())
        if not (_ASKED.search(text, start, end) and _WHAT.search(text, start, end)):
            continue
        for found in find_dates(text, by.end(), by.end() + 40):
            if found.precision == "day":
                cited = document.cite(found.start, found.end)
                event.add(
                    "due_date", found.value, cited, cited.quote, _duty(event, text, start, by)
                )
            break


def _sentence(text: str, at: int) -> tuple[int, int]:
    window = max(0, at - 600), min(len(text), at + 200)
    return next((s for s in sentences(text, *window) if s[0] <= at < s[1]), window)


def _duty(event: EventFacts, text: str, start: int, by: re.Match[str]) -> str:
    if event.kind in _DUTY:
        return _DUTY[event.kind]
    clause = max(start, by.start() - 40)
    return "draft_action_plan" if _DRAFT.search(text, clause, by.start()) else "final_action_plan"
