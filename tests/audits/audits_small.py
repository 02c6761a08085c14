"""A small tool for tests: four grades, two of them key, a yes or no, and a text."""

from sightline.audits.answers import Answer
from sightline.audits.ask import grade, safe, text, yes_no
from sightline.audits.declare import Activity, Section, Tool
from sightline.audits.tools.limits import OFSTED_LIMITS
from sightline.audits.whom import CHILD_IN_CARE, after, of

OUTSTANDING, GOOD = "Outstanding", "Good"
IMPROVE, INADEQUATE = "Requires improvement", "Inadequate"

SMALL = Tool(
    id="small",
    version=1,
    title="A small tool",
    kind=Activity.FULL,
    about="child",
    purpose="To try things.",
    sections=(
        Section("safety", "Safety", "risk", (safe(), grade("a", "How safe?", key=True))),
        Section("plan", "Plan", "planning", (grade("b", "How planned?", key=True),)),
        Section(
            "care",
            "Care",
            "health",
            (
                yes_no("checked", "Was health checked?", data="LA15", needs_evidence=True),
                text("why", "Why not?", required=True, asked_when=after("checked", "no")),
                grade("c", "How healthy?", impact=True),
            ),
            applies=of(CHILD_IN_CARE),
        ),
        Section("end", "End", "recording", (grade("d", "How recorded?"), text("more", "More?"))),
    ),
    overall=OFSTED_LIMITS,
)
IN_CARE = frozenset({CHILD_IN_CARE})
NOT_IN_CARE = frozenset({"child_in_need"})


def graded(value: str, impact: str = "") -> Answer:
    """A whole answer to a graded question."""
    return Answer(value, evidence="Visit of 3 June", rationale="It shows.", impact=impact)


def filled(a: str, b: str, c: str, d: str, safe_now: str = "yes") -> dict[str, Answer]:
    """A finished audit of a child in care with those four grades."""
    return {
        "safe_now": Answer(safe_now, evidence="Seen on 3 June"),
        "a": graded(a),
        "b": graded(b),
        "checked": Answer("yes", from_data=True),
        "c": graded(c, impact="some"),
        "d": graded(d),
    }
