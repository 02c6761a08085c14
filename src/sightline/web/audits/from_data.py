"""What data say about a child before an auditor looks: words for whom to ask, and answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sightline.audits import whom
from sightline.audits.declare import NO, YES, Tool

if TYPE_CHECKING:
    from sightline.packs.published.model import Child, OfChild, Row
    from sightline.packs.published.read import Published

MET, NOT_MET = "met", "not met"
_ROWS_SHOWN = 3
_OPEN_AS = {
    "In care": whom.CHILD_IN_CARE,
    "Child protection plan": whom.CHILD_PROTECTION_PLAN,
    "Child in need": whom.CHILD_IN_NEED,
    "Care leaver": whom.CARE_LEAVER,
}
_LISTS = {
    "annex_a.referrals": whom.REFERRED,
    "annex_a.assessments": whom.ASSESSED,
    "annex_a.section_47": whom.ENQUIRY,
    "local.pre_proceedings": whom.PRE_PROCEEDINGS,
    "local.care_proceedings": whom.PRE_PROCEEDINGS,
    "local.return_interviews": whom.MISSING_OR_EXPLOITED,
    "local.private_fostering": whom.PRIVATELY_FOSTERED,
}
"""What a child in a list is."""
_HANDED_OVER = "WF17"
"""A measure that counts changes of worker: a child behind it had one."""
_ADULT, _SCHOOL = 18, range(3, 18)


def about(child: OfChild) -> list[str]:
    """What data say of a child, as words of ``audits.whom``. An auditor may correct it."""
    words = set(_of_age(child.child))
    if child.child.open_as:
        words.add(_OPEN_AS.get(child.child.open_as, whom.CHILD_IN_NEED))
    else:
        words.add(whom.CLOSED)
    words |= {_LISTS[row.list] for row in child.rows if row.list in _LISTS}
    if any(row.measure == _HANDED_OVER for row in child.rows):
        words.add(whom.CHANGED_WORKER)
    return [word for word in whom.WHOM if word in words]


def _of_age(child: Child) -> list[str]:
    if child.age is None:
        return [whom.UNDER_18] if child.open_as != "Care leaver" else []
    words = [whom.UNDER_18] if child.age < _ADULT else []
    return words + ([whom.SCHOOL_AGE] if child.age in _SCHOOL else [])


def told(published: Published, child: OfChild, tool: Tool) -> dict[str, dict[str, Any]]:
    """What data say of the questions of a tool that they can answer, each with its source rows.

    Yes where every row that was judged is met, no where one is not; a question whose rows cannot
    be judged is left to the auditor.
    """
    found: dict[str, dict[str, Any]] = {}
    for question in tool.questions:
        if question.answered_from:
            rows = [row for row in child.rows if row.measure == question.answered_from]
            said = _answer(rows)
            if said:
                summary = published.summary(question.answered_from)
                found[question.id] = said | {"measure": summary.title if summary else ""}
                found[question.id]["slug"] = summary.slug if summary else ""
    return found


def _answer(rows: list[Row]) -> dict[str, Any]:
    judged = [row for row in rows if row.answer in (MET, NOT_MET)]
    if not judged:
        return {}
    late = [row for row in judged if row.answer == NOT_MET]
    shown = (late or judged)[:_ROWS_SHOWN]
    return {
        "value": NO if late else YES,
        "words": f"{len(judged) - len(late)} of {len(judged)} met",
        "rows": [_source(row) for row in shown],
    }


def _source(row: Row) -> str:
    """Where a row stands: file, sheet and row, as it can be looked up."""
    sheet = f", sheet {row.sheet}" if row.sheet else ""
    return f"{row.file}{sheet}, row {row.row}"


def answers(said: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Answers as they are kept, marked as from the data, of what data said."""
    return {
        question: {
            "value": one["value"],
            "evidence": f"{one['measure']}: {one['words']}. {'; '.join(one['rows'])}",
            "from_data": True,
        }
        for question, one in said.items()
    }
