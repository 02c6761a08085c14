"""What all Single Inspection Framework reports share: title page, table, team, chapters."""

from __future__ import annotations

import re

from sightline.kit.dates import find_dates, find_range
from sightline.reports.blocks import Block
from sightline.reports.facts import EventFacts, Section
from sightline.reports.judgements import GRADE, Judgement, add_judgements, table
from sightline.reports.layouts._sif_earlier import add_earlier
from sightline.reports.layouts.declare import Source
from sightline.reports.people import names_in, tidy
from sightline.reports.sections import Heading, items, plain, split

LABELS = {
    "help_and_protection": r"children\s+who\s+need\s+help\s+and\s+protection",
    "in_care": r"children\s+looked\s+after\s+and\s+achieving\s+permanence",
    "adoption": r"adoption\s+performance",
    "care_leavers": r"experiences?\s+and\s+progress\s+of\s+care\s+leavers",
    "leaders": r"leadership,\s+management\s+and\s+governance",
}
# The rows of the table are numbered; the same words may stand in the sentences above it.
_ROWS = {
    area: rf"\b{number}\.?\s+{LABELS[area]}"
    for area, number in (
        ("help_and_protection", "1"),
        ("in_care", "2"),
        ("adoption", r"2\.1"),
        ("care_leavers", r"2\.2"),
        ("leaders", "3"),
    )
}
_TITLE = re.compile(
    r"inspection of services for children in need of help and protection, children looked "
    r"after and care leavers"
)
_REINSPECTION = re.compile(r"\bre-?\s?inspection of services\b|\bthis is a re-?inspection\b")
_OVERALL = (
    re.compile(
        rf"overall\s+judgement\s+is\s+(?:that\s+children[’']?s?[’']?\s+services?\s+(?:are\s+|is\s+|have\s+been\s+)?)?({GRADE})",
        re.I,
    ),
    re.compile(
        rf"Children[’']?s[’']?\s+services\s+(?:in\s+[\w\s,.&’'-]{{2,60}}?\s+)?(?:are\s+|is\s+)?({GRADE})",
        re.I,
    ),
)
_BOARD = r"local\s+safeguarding\s+children(?:[’']s)?(?:\s+board)?(?:\s*\(LSCB\))?|LSCB"
_LSCB = re.compile(rf"(?:{_BOARD})\s*(?:\d\s*)?(?:is\s+|are\s+)?({GRADE})", re.I)
HEADINGS = (
    Heading(r"(?:contents|summary for children and young people contents)", "apart"),
    Heading(
        r"(?:\d+\.? )?(?:section 2:? )?(?:the )?(?:effectiveness (?:of )?(?:the )?)?local "
        r"safeguarding children(?:'s)? board(?: \(lscb\))?(?: is| requires?| are)?(?: "
        r"(?:good|outstanding|inadequate|requires? improvement(?: to be good)?"
        r"|improvement))?",
        "lscb",
    ),
    Heading(
        r"(?:section 2:? )?(?:the )?(?:effectiveness (?:of )?(?:the )?)?lscb(?: (?:is"
        r"|requires).*)?",
        "lscb",
    ),
    Heading(r"section 2\b.*", "lscb"),
    Heading(r"what does the lscb need to improve", "lscb"),
    Heading(r"what (?:does|do) the (?:local authority|council) need to improve", "improvement"),
    Heading(r"recommendations(?: for the local authority)?", "improvement"),
    Heading(r"areas? (?:for|of) improvement", "improvement"),
    Heading(r"(?:areas for )?priority and immediate actions?", "priority_action"),
    Heading(r"summary for children and young people", "headline"),
    Heading(
        r"(?:section 1: the local authority.*)?(?:executive summary|summary of (?:key "
        r")?findings|summary)",
        "headline",
    ),
    Heading(r"progress since the last inspection", "headline"),
    Heading(r"(?:the )?local authority(?:'s| has the following) strengths.*", "headline"),
    Heading(r"(?:this|the) local authority .{0,80}because", "headline"),
    Heading(r"(?:the )?local authority", "apart"),
    Heading(
        r"information about (?:this|the) (?:inspection|local authority(?: area| inspection)?"
        r"|area).*",
        "apart",
    ),
    Heading(r"(?:previous|other) ofsted inspections", "apart"),
    Heading(
        r"(?:local leadership|children (?:and young people )?(?:living|looked after) in this "
        r"area|child protection in this area|other information about this area)",
        "apart",
    ),
    Heading(
        r"(?:the inspection team|(?:our|the) inspection findings are .*|what (?:the )?(?:local "
        r"authority )?inspection judge?ments mean.*)",
        "apart",
    ),
    Heading(r"inspection judgements? about the local authority", "finding"),
    Heading(r"(?:key judgement judgement grade|inspection findings.*)", "finding"),
    Heading(r"(?:\d+\.? )?(?:the )?experiences? and progress of .*", "finding", bold=True),
    Heading(r"(?:\d+\.? )?leadership,? management and governance.*", "finding", bold=True),
    Heading(r"the office for standards in education\b.*", "apart"),
    Heading(r"any complaints about the inspection.*", "apart"),
)
_DATES = re.compile(r"Inspection\s+dates?\s*:?", re.I)
_PUBLISHED = re.compile(r"^(?:Report\s+)?published\s*:", re.I | re.M)
_LEAD = re.compile(r"(?<!Deputy )(?<!deputy )Lead\s+inspectors?(?:\s+on\s+site)?\s*:", re.I)


def looks_like_sif(source: Source) -> bool:
    """Whether the title page is that of a Single Inspection Framework report."""
    opening = source.opening[:1500]
    return bool(_TITLE.search(opening)) and "dear " not in opening[:800]


def is_reinspection(source: Source) -> bool:
    """Whether the report says it is a re-inspection."""
    return bool(_REINSPECTION.search(source.opening))


def sections(source: Source) -> list[Section]:
    """The report's parts, each under its chapter; those about the LSCB say so."""
    contents = _contents(source)
    found: list[Section] = []
    chapter, board = "", False
    for part in split(source, HEADINGS, first_role="apart"):
        blocks = tuple(b for b in part.blocks if not contents[0] <= b.start < contents[1])
        if contents[0] <= part.at < contents[1]:
            found.append(Section("", "apart", blocks, part.at))
            continue
        words = plain(part.title)
        if _CHAPTER.match(words) and part.at > source.document.first_page_end:
            chapter = part.title
            board = board or bool(_BOARD_CHAPTER.search(words))
        elif words.startswith(("information about", "the inspection team", "any complaints")):
            chapter, board = "", False
        on_title_page = part.at < source.document.first_page_end
        found.append(_of_part(part, blocks, chapter, board, on_title_page))
    return found


_BOARD_CHAPTER = re.compile(r"local safeguarding children|\blscb\b|^section 2")
_CHAPTER = re.compile(
    r"(?:the )?experiences? and progress of children|leadership,? management|section 2|.*local "
    r"safeguarding"
    r" children|.*\blscb\b|inspection judgements about"
)
_CHAPTER_GRADE = re.compile(rf"\s*(?:\b(?:is|are)\b\s*)?\b{GRADE}\W*$", re.I)
_PARTS_OF_CHAPTER = re.compile(
    r"(?:executive )?summary(?: of findings)?$|inspection findings|recommendations|areas? for"
)


def _of_part(
    part: Section, blocks: tuple[Block, ...], chapter: str, board: bool, on_title_page: bool
) -> Section:
    """The part with its chapter in its title. The board's tasks are no items of the authority."""
    title = part.title
    if chapter and _PARTS_OF_CHAPTER.match(plain(title)):
        title = f"{_CHAPTER_GRADE.sub('', chapter)}: {title.lower()}"
    role = "finding" if part.role == "lscb" else part.role
    if on_title_page:
        role = "apart"
    if board and role in ("improvement", "priority_action", "headline"):
        role = "finding"
    return Section(title, role, blocks, part.at)


_PAGE_ENTRY = re.compile(r".*\D\s*\d{1,2}$")


def _contents(source: Source) -> tuple[int, int]:
    """Where the contents list stands: its entries repeat every heading, with page numbers."""
    for number, block in enumerate(source.blocks):
        if plain(source.words(block)).startswith("contents") and block.page <= 8:
            end = block.end
            for entry in source.blocks[number:]:
                if entry.page > block.page + 1 or not (
                    _PAGE_ENTRY.match(source.words(entry)) or entry is block
                ):
                    break
                end = entry.end
            return block.start, end
    return 0, 0


def read(source: Source, parts: list[Section], framework_version: str) -> EventFacts:
    """The facts of a SIF report."""
    event = EventFacts("inspection", "SIF", framework_version)
    document = source.document
    end = document.first_page_end
    event.inspection_type = "reinspection" if is_reinspection(source) else ""
    _add_dates(source, event, end)
    _add_overall(source, event, end)
    graded = table(document, _ROWS, 0, end, "leaders")
    if len(graded) < 3:  # rows without numbers, or the table on the second page
        graded = table(document, LABELS, 0, _end_of_page(source, 2), "leaders")
    add_judgements(event, graded)
    _add_lscb(source, event, end)
    _add_team(source, event)
    add_earlier(source, event, _contents(source))
    for part in parts:
        if part.role in ("improvement", "priority_action"):
            event.items += items(source, part, part.role)
    return event


def _end_of_page(source: Source, page: int) -> int:
    lines = source.document.lines
    return next((n.start for n in lines if n.page > page), len(source.document.text))


def _add_dates(source: Source, event: EventFacts, end: int) -> None:
    document = source.document
    label = _DATES.search(document.text, 0, end)
    found = find_range(document.text, label.end(), label.end() + 120) if label else None
    if found:
        citation = document.cite(found.start, found.end)
        note = found.misprint
        if found.first == found.last:
            note = "one date is printed: it is taken as the end"
        else:
            event.add("start_date", found.first, citation, citation.quote, note)
        event.add("end_date", found.last, citation, citation.quote, note)
    published = _PUBLISHED.search(document.text, 0, end)
    if published:
        for printed in find_dates(document.text, published.end(), published.end() + 40):
            citation = document.cite(printed.start, printed.end)
            event.add("published_date", printed.value, citation, citation.quote)
            break


def _add_overall(source: Source, event: EventFacts, end: int) -> None:
    """The overall grade is a sentence above the table."""
    for pattern in _OVERALL:
        match = pattern.search(source.document.text, 0, end)
        if match:
            cited = source.document.cite(match.start(1), match.end(1))
            add_judgements(event, [Judgement("overall", cited)])
            return


def _add_lscb(source: Source, event: EventFacts, end: int) -> None:
    """The board's grade: a box on page 1 in 2014, the heading of its own chapter later."""
    document = source.document
    spans = [(0, end)] + [
        (b.start, b.end)
        for b in source.blocks
        if b.start >= end and b.kind in ("heading", "paragraph") and b.end - b.start < 180
    ]
    for number, (left, right) in enumerate(spans):
        match = _LSCB.search(document.text, left, right)
        if not match and number and _LSCB_HALF.search(document.text, left, right):
            match = _LSCB.search(document.text, left, right + 60)
        if match:
            cited = document.cite(match.start(1), match.end(1))
            add_judgements(event, [Judgement("lscb", cited)])
            return


_LSCB_HALF = re.compile(rf"(?:{_BOARD})\s*(?:is|requires?)?\s*$", re.I)


def _add_team(source: Source, event: EventFacts) -> None:
    """The inspection team stands near the end, or on page 6 to 8 in 2014."""
    document = source.document
    label = _LEAD.search(document.text)
    if not label:
        return
    stop = label.end() + 1500
    after = re.compile(r"\n(?:Any complaints|The Office for Standards|Information about)").search(
        document.text, label.end(), stop
    )
    stop = after.start() if after else min(stop, len(document.text))
    for number, citation in enumerate(names_in(document, label.end(), stop)):
        if number == 0:
            event.add("lead_inspector", tidy(citation.quote), citation)
        event.add("inspectors", tidy(citation.quote), citation)
