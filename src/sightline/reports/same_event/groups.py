"""Groups: the tellings taken to be of one event, and how well another one fits them by date."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from sightline.reports.same_event.spans import Span, span_of
from sightline.reports.same_event.tellings import Telling

# How long after the last day on site a report or letter comes out. Of 218 real reports one took
# longer than 133 days, and of 168 letters one longer than 78.
REPORT_WITHIN = {"inspection": timedelta(days=140), "joint_inspection": timedelta(days=140)}
LETTER_WITHIN = timedelta(days=85)
# News comes with the letter or soon after; a day before it where it was given out early.
NEWS_BEFORE, NEWS_AFTER = timedelta(days=2), timedelta(days=45)
UNCLEAR_TOPICS = ("", "other", "several")


class Fit(NamedTuple):
    """How a date fits an event: the higher the rank the better; the note says what it is of."""

    rank: int
    note: str = ""


@dataclass
class Group:
    """The tellings of one event, and notes on why they were put together."""

    members: list[Telling]
    notes: list[str] = field(default_factory=list)

    def join(self, telling: Telling, note: str = "") -> None:
        """Take in another telling."""
        self.members.append(telling)
        if note and note not in self.notes:
            self.notes.append(note)

    @property
    def kind(self) -> str:
        """What kind of event it is."""
        return self.members[0].kind

    @property
    def official(self) -> bool:
        """Whether its own report or letter is among its tellings."""
        return any(member.official for member in self.members)

    @property
    def fieldwork(self) -> Span | None:
        """The days on site, as its own report or letter gives them, else as news of it does."""
        own = [m for m in self.members if m.source.standing.first_hand and m.stated]
        return max(own, key=lambda m: m.source.standing).stated if own else None

    @property
    def mentioned(self) -> list[Span]:
        """The dates that later documents give it: of fieldwork or of the report."""
        return [m.stated for m in self.members if m.stated and not m.source.standing.first_hand]

    @property
    def reported(self) -> list[Span]:
        """The days of its letter and of publication, where they are known."""
        texts = [m.text(n) for m in self.members if m.official for n in _REPORTED]
        return [span for span in map(span_of, texts) if span]

    @property
    def news(self) -> list[Span]:
        """The days of the articles about it."""
        return [m.own_date for m in self.members if m.own_date and m.source.standing.first_hand]

    @property
    def window(self) -> Span | None:
        """From the first day on site to the latest day on which it can have been published."""
        within = REPORT_WITHIN.get(self.kind, LETTER_WITHIN)
        if self.fieldwork:
            latest = max((day.last for day in self.reported), default=None)
            return Span(self.fieldwork.first, latest or self.fieldwork.last + within)
        if self.news:
            first = min(span.first for span in self.news)
            return Span(first - within, first)
        return None

    @property
    def grades(self) -> dict[str, str]:
        """The grades given, by area, each as the weightiest telling gives it."""
        found: dict[str, str] = {}
        for member in sorted(self.members, key=lambda m: m.source.standing):
            found.update(member.grades)
        return found

    def first(self, name: str) -> str:
        """A fact as the weightiest telling gives it, as text."""
        for member in sorted(self.members, key=lambda m: -m.source.standing):
            if text := member.text(name):
                return text
        return ""

    @property
    def day(self) -> date:
        """A day to order it by: the first day known; else after the inspection before it."""
        known = self.fieldwork or min(self.mentioned, default=None)
        known = known or min([*self.reported, *self.news], default=None)
        if known:
            return known.first
        before = span_of(self.first("previous_date"))
        return before.last if before else date.max


_REPORTED = ("letter_date", "published_date")


def fits(telling: Telling, group: Group) -> Fit | None:
    """How well the date that a telling states fits a group; None where it does not at all."""
    span = telling.stated
    if span is None or not _may_be(telling, group):
        return None
    if group.fieldwork and span.meets(group.fieldwork):
        return Fit(4)
    if any(span.meets(day) for day in group.reported):
        return Fit(3, f"{span.words}, as it is stated, is when the report came out.")
    if any(span.meets(mentioned) for mentioned in group.mentioned):
        return Fit(2)
    if group.window and span.precision != "year" and span.meets(group.window):
        return Fit(1, f"{span.words}, as it is stated, is between the visit and its report.")
    return _fits_roughly(span, group) if _same_overall(telling, group) else None


def _same_overall(telling: Telling, group: Group) -> bool:
    overall = telling.grades.get("overall")
    return overall is not None and overall == group.grades.get("overall")


def _fits_roughly(span: Span, group: Group) -> Fit | None:
    """The same grade some weeks apart: no authority is inspected twice within months.

    Either both dates are hearsay, one of fieldwork and one of the report, or the date stated is
    later than the report itself.
    """
    if span.precision == "year" or group.kind != "inspection":
        return None
    near = REPORT_WITHIN["inspection"].days
    exact = [other for other in group.mentioned if other.precision != "year"]
    if not group.fieldwork and any(span.days_from(other) <= near for other in exact):
        return Fit(1, f"{span.words} may be the date of the report, or of the inspection.")
    if group.reported and 0 < (span.first - group.reported[-1].last).days <= near:
        return Fit(
            1, f"{span.words}, as it is stated, is later than the report; the grade is the same."
        )
    return None


def fits_news(telling: Telling, group: Group) -> Fit | None:
    """How an article's own date fits: it is news for some weeks after the letter comes out."""
    own = telling.own_date
    if own is None or telling.stated or not _may_be(telling, group):
        return None
    if topics_differ(telling, group):
        return None
    for day in group.reported:
        if day.first - NEWS_BEFORE <= own.first <= day.first + NEWS_AFTER:
            return Fit(3, f"The article of {own.words} is from when the letter came out.")
    if not group.official and any(own.days_from(other) <= 14 for other in group.news):
        return Fit(1, f"The article of {own.words} is of the same weeks as other news of it.")
    return None


def _may_be(telling: Telling, group: Group) -> bool:
    """Whether nothing that is certain speaks against it."""
    if telling.kind != group.kind or any(
        m.source.sha256 == telling.source.sha256 for m in group.members
    ):
        return False
    if telling.before and group.fieldwork and group.fieldwork.first >= telling.before:
        return False
    return not ordinals_differ(telling, group)


def ordinals_differ(telling: Telling, group: Group) -> bool:
    """Whether both say which visit of a series it was, and not the same."""
    one, other = telling.text("ordinal"), group.first("ordinal")
    return bool(one and other and one != other)


def topics_differ(telling: Telling, group: Group) -> bool:
    """Whether both have a topic, and not the same."""
    one, other = telling.text("topic"), group.first("topic")
    return one not in UNCLEAR_TOPICS and other not in UNCLEAR_TOPICS and one != other


def grades_differ(telling: Telling, group: Group) -> bool:
    """Whether both give a grade for the same area, and not the same."""
    known = group.grades
    return any(known.get(area, grade) != grade for area, grade in telling.grades.items())


def grades_agree(telling: Telling, group: Group) -> bool:
    """Whether some area has the same grade in both, and none has another."""
    shared = telling.grades.keys() & group.grades.keys()
    return bool(shared) and not grades_differ(telling, group)
