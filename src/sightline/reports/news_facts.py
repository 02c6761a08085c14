"""Facts told in news: what was looked at, when, how it was judged, and what came before."""

from __future__ import annotations

import re
from datetime import date, timedelta

from sightline.kit.dates import PrintedDate, find_dates, find_range, month_number
from sightline.regime.authorities import Authority
from sightline.reports.facts import EventFacts
from sightline.reports.judgements import GRADE, Judgement, add_judgements
from sightline.reports.layouts.declare import Source
from sightline.reports.named import named_in
from sightline.reports.news import Sentence
from sightline.reports.previous import as_precise
from sightline.reports.topics import cohorts_in, topic_of

_SCOPE = re.compile(
    r"looked\s+at|focus+(?:ed|ing)\s+(?:particularly\s+|mainly\s+|specifically\s+)?on\b|evaluated",
    re.I,
)
_EARLIER = re.compile(
    r"\b(?:last|most\s+recently|previously|last\s+fully)\s+(?:fully\s+)?inspected|\b(?:last|previous)\s+inspection"
    r"|\b(?:rated|judged|graded)\b[^.]{0,60}?\bin\b[^.]{0,20}?\d{4}|\binspected\s+(?:by\s+Ofsted\s+)?in\b",
    re.I,
)
_NOW = re.compile(
    rf"services\b[^.]{{0,60}}?\b(?:are|is|were|was|require|requires|rated|judged|been)\b[^.]{{0,40}}?{GRADE}"
    rf"|services\s+in\s+[\w\s]+?\s+{GRADE}",
    re.I,
)
_GRADED = re.compile(rf"\b{GRADE}\b", re.I)
_AREAS = {
    "adoption": re.compile(r"\badoption\b", re.I),
    "leaders": re.compile(r"\bleadership\b", re.I),
    "care_leavers": re.compile(r"\bcare\s+leavers\b", re.I),
    "help_and_protection": re.compile(r"help\s+and\s+protection", re.I),
    "in_care": re.compile(r"looked[- ]after|in\s+care\b(?!\s+leavers)", re.I),
}
_LAST_MONTH = re.compile(r"\b(?:last|earlier\s+this)\s+month\b(?:\s*\((\w{3,9})\.?\))?", re.I)
_ALSO = re.compile(
    r"(?:They|Inspectors)\s+also\s+(?:evaluated|looked|considered|reviewed|assessed)\b"
)


def add_scope(
    source: Source,
    event: EventFacts,
    about: list[Sentence],
    told: list[Sentence],
    authority: Authority,
) -> None:
    """The clause that says what inspectors looked at; in a list of authorities, its own clause."""
    text = source.document.text
    for sentence in told:
        for match in _SCOPE.finditer(text, sentence.start, sentence.end):
            span = _clause(source, sentence, match.start(), match.end(), authority)
            if span is None or (sentence not in about and not _names(source, sentence, authority)):
                continue
            if (
                topic_of(text[match.start() : span[1]]) == "other"
                and match[0].lower() != "looked at"
            ):
                continue
            cited = source.document.cite(*span)
            event.add("scope", cited.quote, cited)
            event.add("topic", topic_of(text[match.start() : span[1]]), cited)
            for cohort in cohorts_in(cited.quote):
                event.add("cohorts", cohort, cited)
            _add_wider_scope(source, event, about, sentence)
            return


def _add_wider_scope(
    source: Source, event: EventFacts, about: list[Sentence], first: Sentence
) -> None:
    """ "They also evaluated …" widens the scope."""
    for sentence in about:
        if sentence.start > first.start and _ALSO.match(source.document.text, sentence.start):
            cited = source.document.cite(sentence.start, sentence.end)
            event.add("scope", cited.quote, cited)
            return


def _names(source: Source, sentence: Sentence, authority: Authority) -> bool:
    return any(a is authority for _, _, a in named_in(source, sentence.start, sentence.end))


def _clause(
    source: Source, sentence: Sentence, start: int, end: int, authority: Authority
) -> tuple[int, int] | None:
    """From the authority named before the scope words to the next authority named."""
    text = source.document.text
    named = named_in(source, sentence.start, sentence.end)
    if len({a.urn for _, _, a in named}) < 2:
        return sentence.start, sentence.end
    before = [entry for entry in named if entry[1] <= start]
    if not before or before[-1][2] is not authority:
        return None
    after = [entry[0] for entry in named if entry[0] >= end]
    return before[-1][0], (
        re.sub(r",?\s*(?:and\s*)?$", "", text[: after[0]]).__len__() if after else sentence.end
    )


def add_grades(source: Source, event: EventFacts, about: list[Sentence]) -> None:
    """Grades that the inspection gave: not those said of an earlier one."""
    text = source.document.text
    for sentence in about:
        if _EARLIER.search(text, sentence.start, sentence.end):
            continue
        if event.fact("overall") is None:
            now = _NOW.search(text, sentence.start, sentence.end)
            grade = now and _GRADED.search(text, now.start(), now.end())
            if grade:
                cited = source.document.cite(*grade.span())
                add_judgements(event, [Judgement("overall", cited)])
                continue
        _add_area_grades(source, event, sentence.start, sentence.end)


def _add_area_grades(source: Source, event: EventFacts, start: int, end: int) -> None:
    """ "adoption and leadership gained ‘good’ ratings": each area named near one grade."""
    text = source.document.text
    grades = list(_GRADED.finditer(text, start, end))
    if len(grades) != 1 or not re.search(r"rat(?:ed|ings?)|judge|grad", text[start:end], re.I):
        return
    cited = source.document.cite(*grades[0].span())
    for area, pattern in _AREAS.items():
        if pattern.search(text, start, end) and event.fact(area) is None:
            add_judgements(event, [Judgement(area, cited)])


def add_visit_date(
    source: Source, event: EventFacts, about: list[Sentence], published: PrintedDate | None
) -> None:
    """When inspectors were there: exact days, or "last month" before the article's date."""
    document = source.document
    for sentence in about:
        if _EARLIER.search(document.text, sentence.start, sentence.end):
            continue
        if not re.search(r"visit|inspect", document.text[sentence.start : sentence.end], re.I):
            continue
        month = _LAST_MONTH.search(document.text, sentence.start, sentence.end)
        if month and published:
            cited = document.cite(*month.span())
            value = _month_before(published.value, month[1])
            for name in ("start_date", "end_date"):
                event.add(name, value, cited, cited.quote, "the month is stated, not the days")
            return
        found = find_range(document.text, sentence.start, sentence.end)
        if found and (published is None or found.first < published.value):
            cited = document.cite(found.start, found.end)
            event.add("start_date", found.first, cited, cited.quote)
            event.add("end_date", found.last, cited, cited.quote)
            return


def _month_before(published: date, named: str | None) -> str:
    before = published.replace(day=1) - timedelta(days=1)
    if named and named[:3].title() in "JanFebMarAprMayJunJulAugSepOctNovDec":
        before = before.replace(month=month_number(named), day=1)
    return f"{before.year}-{before.month:02d}"


def earlier_event(
    source: Source, event: EventFacts, about: list[Sentence], authority: Authority
) -> EventFacts | None:
    """The inspection before, where the article gives its date or grade: an event of its own."""
    earlier = EventFacts("article")
    earlier.event_kind = "inspection"
    earlier.authority = authority
    for sentence in about:
        if _EARLIER.search(source.document.text, sentence.start, sentence.end):
            _add_earlier(source, event, earlier, sentence)
    if not earlier.facts:
        return None
    earlier.facts["authority"] = list(event.facts["authority"])
    return earlier


def _add_earlier(
    source: Source, event: EventFacts, earlier: EventFacts, sentence: Sentence
) -> None:
    document = source.document
    start = _EARLIER.search(document.text, sentence.start, sentence.end)
    begin = sentence.start if start is None else max(sentence.start, start.start() - 40)
    dates = find_dates(document.text, begin, sentence.end)
    if dates and event.fact("previous_date") is None:
        value = as_precise(dates[0])
        cited = document.cite(dates[0].start, dates[0].end)
        event.add("previous_date", value, cited, cited.quote)
        note = "as stated: of the inspection or of its report"
        earlier.add("start_date", value, cited, cited.quote, note)
        earlier.add("end_date", value, cited, cited.quote, note)
    for grade in _GRADED.finditer(document.text, begin, sentence.end):
        cited = document.cite(*grade.span())
        area = _area_after(document.text, grade.end(), sentence.end)
        if area and earlier.fact("overall"):
            add_judgements(earlier, [Judgement(area, cited)])
        elif earlier.fact("overall") is None:
            add_judgements(earlier, [Judgement("overall", cited)])
            add_judgements(event, [Judgement("previous_overall", cited)])


def _area_after(text: str, start: int, end: int) -> str:
    """The area that a grade is followed by: "outstanding leadership, management"."""
    ahead = text[start : min(start + 30, end)]
    return next((area for area, pattern in _AREAS.items() if pattern.search(ahead)), "")
