"""Facts: what a document says of one inspection or visit, each with the words that say it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from sightline.kit.cite import Citation
from sightline.kit.problems import Problem

# Every fact that a layout may give, and what it means. A name that is not here is refused.
FIELDS: dict[str, str] = {
    "authority": "The authority's official name, or the printed one where the register lacks it",
    "start_date": "First day of the inspection or visit",
    "end_date": "Last day of the inspection or visit",
    "letter_date": "Date printed on the letter",
    "published_date": "Date of publication; from the file's name where the text has none",
    "lead_inspector": "The inspector who led it, or signed the letter",
    "inspectors": "Everyone named as an inspector",
    "addressee": "To whom a letter is written",
    "addressee_role": "That person's post",
    "scope": "The sentence that says what inspectors looked at",
    "topic": "The topic of a focused visit",
    "theme": "The theme of a joint inspection",
    "cohorts": "Groups of children named in the scope",
    "inspectorates": "The inspectorates that took part",
    "ordinal": "Which visit of a series: 5 for a fifth monitoring visit",
    "overall": "Overall effectiveness",
    "leaders": "Leaders' impact on practice; leadership, management and governance in the SIF",
    "help_and_protection": "Children who need help and protection",
    "in_care": "Children in care; with care leavers before 2023; looked after in the SIF",
    "care_leavers": "Care leavers",
    "adoption": "Adoption performance (SIF)",
    "lscb": "Local Safeguarding Children Board (SIF)",
    "previous_overall": "Overall grade of the inspection before, where the text gives it",
    "previous_date": "When the inspection before was, as exactly as it is printed",
    "virtual": "Whether the visit was made wholly from a distance",
    "due_date": "A date by which the text says something must be done",
}
GRADES = (
    "overall",
    "leaders",
    "help_and_protection",
    "in_care",
    "care_leavers",
    "adoption",
    "lscb",
)


class Fact(NamedTuple):
    """One value, the words that give it, and what to know about it.

    ``printed`` keeps the words as printed where the value is normalised; ``note`` says what was
    inferred or looks wrong.
    """

    value: Any
    citation: Citation | None
    printed: str = ""
    note: str = ""


class Item(NamedTuple):
    """An area for improvement or a priority action: its words, and where they stand.

    ``parts`` are the spans of what is listed below it, where it leads in to a list.
    """

    role: str
    start: int
    end: int
    number: int | None = None
    parts: tuple[tuple[int, int], ...] = ()


class Section(NamedTuple):
    """A part of a document: its heading's words and role, and the span of what stands under it.

    ``role`` is ``headline``, ``finding``, ``improvement``, ``priority_action`` or ``apart`` (not a
    finding: contents, boilerplate, what a judgement means). ``at`` is where its heading stands;
    ``event`` the place of the event it tells of.
    """

    title: str
    role: str
    blocks: tuple[Any, ...]
    at: int = 0
    event: int = 0


@dataclass
class EventFacts:
    """What one document tells of one inspection or visit."""

    kind: str
    framework: str = ""
    framework_version: str = ""
    inspection_type: str = ""
    facts: dict[str, list[Fact]] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    authority: Any = None
    event_kind: str = ""
    quotes: list[Any] = field(default_factory=list)

    def add(
        self,
        name: str,
        value: Any,
        citation: Citation | None = None,
        printed: str = "",
        note: str = "",
    ) -> None:
        """Add a fact; nothing is added for an empty value. An unknown name is an error."""
        if name not in FIELDS:
            raise KeyError(f"{name!r} is not a declared fact")
        if value in (None, ""):
            return
        self.facts.setdefault(name, []).append(Fact(value, citation, printed, note))

    def fact(self, name: str) -> Fact | None:
        """The first fact of that name."""
        found = self.facts.get(name)
        return found[0] if found else None

    def value(self, name: str) -> Any:
        """The first value of that name, or None."""
        found = self.fact(name)
        return found.value if found else None

    def values(self, name: str) -> list[Any]:
        """Every value of that name."""
        return [fact.value for fact in self.facts.get(name, [])]

    def count(self, role: str) -> int:
        """How many items of that role: ``improvement`` or ``priority_action``."""
        return sum(1 for item in self.items if item.role == role)

    def flag(self, code: str, message: str, remedy: str = "") -> None:
        """Note something a person should know: a misprint, a doubt, a contradiction."""
        self.problems.append(Problem(code, message, remedy))


def as_text(value: Any) -> str:
    """A value as it stands in a table: dates as 2026-11-03, several joined by "; "."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return value
    if isinstance(value, Iterable):
        return "; ".join(map(as_text, value))
    return str(value)
