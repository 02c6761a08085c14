"""Letters: date, addressee, inspectors, scope and signature, as every kind of letter has them."""

from __future__ import annotations

import re
from datetime import date

from sightline.kit.cite import Citation
from sightline.kit.dates import find_dates, find_range, make_date
from sightline.reports.blocks import Block
from sightline.reports.facts import EventFacts
from sightline.reports.layouts.declare import Source
from sightline.reports.people import names_in, tidy
from sightline.reports.sentences import sentences

_DEAR = re.compile(r"^Dear\b", re.M)
_SUMMARY = re.compile(
    r"(?:This\s+letter\s+summari[sz]es|This\s+is\s+(?:a\s+)?(?:summary|to\s+summarise)"
    r"|The\s+(?:focused\s+|monitoring\s+)?visit\s+(?:took\s+place|was\s+carried)"
    r"|\bfocused\s+visit\s+(?:to\b[\s\S]{0,120}?\bon|on)\b)"
)
_INSPECTORS = re.compile(
    r"(?:Majesty[’']s\s+[Ii]nspectors?\s*(?:\(HMI\)\s*)?for\s+(?:this|the)\s+visit\s+(?:were|was)"
    r"|\b[Ii]nspectors?\s*(?:\(HMI\)\s*)?(?:for\s+(?:this|the)\s+visit\s+)?(?:were|was)\b(?!\s+(?:able|told|shown|given|on\b|satisfied|impressed|assured|informed))"
    r"|HMI\s+(?:for\s+this\s+visit\s+)?were\b"
    r"|(?:visit|inspection)\s+was\s+(?:carried\s+out|conducted|undertaken|completed|led)\s+by"
    r"|carried\s+out\s+by|conducted\s+by|undertaken\s+by|\bmade\s+by)"
)
_SCOPE = re.compile(
    r"(?:(?:During\s+(?:the\s+course\s+of\s+)?th(?:is|e)\s+visit,\s+)?(?:[Ii]nspectors|They|We|HMI)|Th(?:is|e)\s+(?:focused\s+|monitoring\s+)?visit)\s+"
    r"(?:also\s+)?(?:looked\s+(?:closely\s+)?at|reviewed|evaluated|considered|focus+ed\s+(?:primarily\s+)?on"
    r"|examined|scrutinised|appraised)\b|The\s+focus\s+of\s+th(?:is|e)\s+visit\s+was\b"
)
_SPECIFICALLY = re.compile(
    r"\s*(?:Specifically|In\s+particular),?\s+(?:inspectors|they)\s+(?:looked|considered|focus)"
)
_EVIDENCE = re.compile(
    r"(?:looked\s+at|considered|reviewed)\s+(?:a\s+(?:wide\s+|broad\s+)?range\s+of|a\s+variety)"
)
_SIGNED = re.compile(r"^You(?:rs?)?\s+sincerely[,.]?\s*$|^Yours\s+faithfully", re.I | re.M)
_REMOTE = re.compile(
    r"(?:fully|entirely|wholly|completely)\s+(?:by\s+)?(?:remote|virtual)(?:ly)?"
    r"|(?:carried\s+out|conducted|undertaken|delivered|completed)\s+(?:\w+\s+){0,3}?(?:remotely|virtually|by\s+remote\s+means)"
    r"|\bvirtual\s+(?:focused\s+)?visit|visit\s+was\s+(?:carried\s+out\s+)?(?:remote|virtual)\b",
    re.I,
)
_PARTLY = re.compile(
    r"(?:partly|partially|largely|mainly|mostly|some(?:\s+\w+){0,3})\s+(?:\w+\s+)?(?:remote|virtual|on\s*-?site)"
    r"|combination|blend|hybrid|(?:both\s+)?on\s*-?site\s+and\s+remote"
    r"|inspectors?\s+(?:\w+\s+){0,4}on\s*-?\s?site|\bHMI\b[^.]{0,40}\bremotely",
    re.I,
)
_STRAY = re.compile(
    r"^(?:Insert\s+LA\s+Address|Copy to:.*|\d+\.?|Ofsted\b.*|Piccadilly Gate.*|T:? 0\d{3} .*"
    r"|Textphone.*)$",
    re.I,
)
_POST_WORDS = (
    r"(?:Director|Chief|Executive|Head|Interim|Acting|Corporate|Strategic|Group|Deputy|Assistant"
    r"|Commissioner|Leader|DCS|Statutory)\b"
)
_POST = re.compile(rf"\b(?:Service\b|{_POST_WORDS})", re.I)
# Where a post that shares its line with the address ends.
_ADDRESS = re.compile(
    r"\s+(?=(?:\d|Room\b|Floor\b|(?:County|Town|City|Civic|Shire|Guild)\s?(?:Hall|Centre|Offices?)\b"
    r"|[A-Z]\w+\s+(?:Council|House|Street|Road)\b))"
)


def add_letter_date(source: Source, event: EventFacts) -> date | None:
    """The first full date before "Dear …" (or near the top) is the letter's own."""
    text = source.document.text
    dear = _DEAR.search(text)
    end = dear.start() if dear else 700
    for found in find_dates(text, 0, min(end, source.document.first_page_end or end)):
        if found.precision == "day":
            citation = source.document.cite(found.start, found.end)
            event.add("letter_date", found.value, citation, citation.quote, found.misprint)
            if found.misprint:
                event.flag("misprint", f"In the letter's date {found.misprint}.")
            return found.value
    return None


def mend_letter_date(event: EventFacts) -> None:
    """Where the year is misprinted with a digit too many, read the year that fits the visit."""
    printed, ended = event.fact("letter_date"), event.value("end_date")
    if printed is None or not printed.note or ended is None:
        return
    digits = re.search(r"\d{5}", printed.printed)
    if not digits:
        return
    years = {int(digits[0][:i] + digits[0][i + 1 :]) for i in range(5)}
    fitting = [
        y
        for y in years
        if (d := make_date(y, printed.value.month, printed.value.day)) and d >= ended
    ]
    if fitting:
        value = printed.value.replace(year=min(fitting))
        event.facts["letter_date"] = [printed._replace(value=value)]


def add_addressee(source: Source, event: EventFacts) -> None:
    """Name and post of the person written to, from the address above "Dear …"."""
    document = source.document
    dear = _DEAR.search(document.text)
    if not dear:
        return
    lines = [
        (line.start, line.end)
        for line in document.lines
        if line.end <= dear.start() and line.page == 1
    ]
    rows = [
        span
        for span in lines
        if not find_dates(document.text, *span) and not _STRAY.match(document.text[slice(*span)])
    ]
    rows = _without_hidden_layer(document.text, rows)
    if not rows:
        return
    start, end = rows[0]
    first = document.text[start:end]
    name = re.split(rf",|\s+(?={_POST_WORDS})", first)[0]
    cited = document.cite(start, start + len(name))
    event.add("addressee", tidy(cited.quote), cited)
    rest = first[len(name) :].strip(" ,")
    if rest and _POST.search(rest):
        at = end - len(rest)
        stop = at + len(_ADDRESS.split(rest)[0].rstrip(" ,"))
        event.add("addressee_role", tidy(document.text[at:stop]), document.cite(at, stop))
        return
    for row in rows[1:4]:  # the post may stand after the council's name
        words = document.text[slice(*row)]
        if _POST.search(words) and "Council" not in words:
            event.add("addressee_role", tidy(words), document.cite(*row))
            return


def _without_hidden_layer(text: str, rows: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Some files print the address twice, the first time without the name: the second counts."""
    if rows and _POST.search(text[slice(*rows[0])]):
        first = text[slice(*rows[0])]
        again = [n for n, row in enumerate(rows) if n and text[slice(*row)] == first]
        if again and again[0] > 1:
            return rows[again[0] - 1 :]
    return rows


def summary_span(source: Source) -> tuple[int, int]:
    """Where the letter says what it summarises: from that sentence to the first heading after."""
    text = source.document.text
    dear = _DEAR.search(text)
    start = dear.end() if dear else 0
    match = _SUMMARY.search(text, start, start + 4000)
    begin = match.start() if match else start
    return begin, _next_heading(source, begin)


_OPENING_HEADINGS = re.compile(
    r"(?:overview|headline findings|main findings|findings|areas? for priority action|what "
    r"needs to improve.*"
    r"|summary of findings|areas? (?:of|for) .*|context|summary of main findings|background"
    r"|areas covered by the visit)[\s:.]*",
    re.I,
)


def _next_heading(source: Source, after: int) -> int:
    for block in source.blocks:
        if block.start <= after or block.kind in ("bullet", "numbered"):
            continue
        if _OPENING_HEADINGS.fullmatch(source.words(block)):
            return block.start
    return min(after + 3500, len(source.document.text))


def add_visit_dates(source: Source, event: EventFacts, start: int, end: int) -> None:
    """First and last day of the visit, from the sentence that the letter opens with."""
    document = source.document
    for left, right in sentences(document.text, start, end):
        found = find_range(document.text, left, right, before=event.value("letter_date"))
        if found is None:
            continue
        citation = document.cite(found.start, found.end)
        event.add("start_date", found.first, citation, citation.quote, found.misprint)
        event.add("end_date", found.last, citation, citation.quote, found.misprint)
        if found.misprint:
            event.flag("misprint", f"The dates look wrong: {found.misprint}.", "Read as one visit.")
        return
    event.flag("no_dates", "The letter does not say when the visit was.", "Check the letter.")


def add_inspectors(source: Source, event: EventFacts, start: int, end: int) -> None:
    """Everyone named as an inspector, and the one who signed as lead."""
    document = source.document
    signer = _signer(source)
    names = []
    match = _INSPECTORS.search(document.text, start, end)
    if match:
        stop = _end_of_names(document.text, match.end(), end)
        names = names_in(document, match.end(), stop)
    for citation in names:
        event.add("inspectors", tidy(citation.quote), citation)
    lead = signer or (names[0] if names else None)
    if lead is not None:
        note = "" if signer else "the first inspector named: the letter is not signed"
        event.add("lead_inspector", tidy(lead.quote), lead, lead.quote, note)
    if not names and signer:
        event.add("inspectors", tidy(signer.quote), signer)


def _end_of_names(text: str, start: int, end: int) -> int:
    """Names end with their sentence; initials and "Ms." do not end it."""
    for _, right in sentences(text, start, end):
        return right
    return end


def _signer(source: Source) -> Citation | None:
    document = source.document
    signed = list(_SIGNED.finditer(document.text))
    if signed:
        names = names_in(
            document, signed[-1].end(), min(signed[-1].end() + 160, len(document.text))
        )
        return names[0] if names else None
    for block in reversed(source.blocks[-4:]):
        words = source.words(block)
        if re.search(r"Majesty|HMI", words) and len(words) < 120:
            names = names_in(document, block.start, block.end)
            if names:
                return names[0]
            before = [b for b in source.blocks if b.end <= block.start][-1:]
            return (
                next(iter(names_in(document, before[0].start, before[0].end)), None)
                if before
                else None
            )
    return None


def scope_block(source: Source, start: int, end: int) -> tuple[int, int] | None:
    """The sentence that says what inspectors looked at, with the list that may follow it."""
    text = source.document.text
    for match in _SCOPE.finditer(text, start, end):
        if _EVIDENCE.search(text, match.start(), match.end() + 30):
            continue
        left, right = next(iter(sentences(text, match.start(), end)))
        right = _with_list(source, left, right)
        if _SPECIFICALLY.match(text, right, end):
            right = next(iter(sentences(text, right, end)))[1]
        return left, right
    return None


def _with_list(source: Source, left: int, right: int) -> int:
    """Where the scope ends: with its list, or with the paragraph it runs on into."""
    following = [b for b in source.blocks if b.end > left]
    if not following:
        return right
    first, *rest = following
    right = min(right, first.end) if first.end - left > 20 else right
    closing = source.document.text[left:right].rstrip()[-1:]
    for block in rest:
        listed = closing == ":" and block.kind == "bullet"
        runs_on = closing not in ".:" and block.kind == "paragraph"
        if not (listed or runs_on):
            break
        right = block.end
        closing = ":" if listed else source.document.text[left:right].rstrip()[-1:]
    return right


def is_remote(source: Source, start: int, end: int) -> tuple[int, int] | None:
    """The words that say the visit was made wholly from a distance, if any do."""
    text = source.document.text
    match = _REMOTE.search(text, start, end)
    if not match or _PARTLY.search(text, start, end):
        return None
    return match.start(), match.end()


def closing_blocks(source: Source) -> list[Block]:
    """The blocks after "Yours sincerely"."""
    signed = list(_SIGNED.finditer(source.document.text))
    return [b for b in source.blocks if signed and b.start >= signed[-1].start()]
