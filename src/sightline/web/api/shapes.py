"""The shapes of what the API answers with: each field with its unit and meaning."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from ninja import Field, Schema
from pydantic import StringConstraints

Words = Annotated[str, StringConstraints(max_length=200, pattern=r"^[^\x00]*$")]
"""Text that is asked for: no longer than anybody types, and without the character NUL."""


class About(Schema):
    """What the figures are of."""

    authority: str
    as_at: date = Field(description="The day that the data show")
    snapshot: str
    published_on: date
    mode: str = Field(description="working: true counts; sharing: counts of 1 to 5 are hidden")
    loads: list[date]


class FigureShape(Schema):
    """One figure."""

    measure: str
    start: date
    end: date
    by: str = Field(description="The breakdown, or nothing for the figure of all")
    group: str
    category: str
    numerator: float | None = None
    denominator: float | None = None
    value: float | None = Field(None, description="A share is a part of 1; None where unknown")
    unit: str
    excluded: float | None = Field(None, description="Rows that could not be judged")
    hidden: bool = Field(description="Whether the counts are kept back because they are small")
    note: str


class MeasureShape(Schema):
    """A measure and its figure of all."""

    id: str
    slug: str
    title: str
    theme: str
    area: str
    better: str = Field(description="higher, lower, band or context")
    sentence: str
    changing: str = Field(description="The verdict on change in words, or nothing")
    target: str = Field(description="The verdict on the target in words, or nothing")
    figure: FigureShape


class RowShape(Schema):
    """A row behind a figure, by the reference of its child."""

    reference: str
    team: str
    worker: str
    age: int | None = None
    answer: str = Field(description="met, not met, cannot be judged, or counted")
    value: Any = None
    shown: dict[str, Any] = Field(description="The dates and words that the answer rests on")
    list: str
    file: str
    sheet: str
    row: int


class StepShape(Schema):
    """A step that is overdue or comes due."""

    deadline: str
    title: str
    reference: str
    team: str
    worker: str
    due: date
    days_late: int = Field(description="Below 0 for what is to come")


class SignShape(Schema):
    """A signal of a child: a reason to look, and no score."""

    signal: str
    title: str
    reference: str
    team: str
    worker: str
    since: date
    days: int
    because: str


class Rows(Schema):
    """A page of rows behind a figure."""

    total: int
    page: int
    pages: int
    rows: list[RowShape]


class Steps(Schema):
    """A page of steps."""

    total: int
    page: int
    pages: int
    rows: list[StepShape]


class Signs(Schema):
    """A page of signals."""

    total: int
    page: int
    pages: int
    rows: list[SignShape]


class Me(Schema):
    """Whose token it is, and what it may do."""

    username: str
    role: str
    rights: list[str]
    teams: list[str] | None = Field(None, description="None: all teams")


class Problem(Schema):
    """What went wrong, in a sentence."""

    detail: Any


class FindingShape(Schema):
    """One finding: the words, where they stand, and how they were labelled."""

    sha256: str = Field(description="Of the document")
    document: str
    authority: str | None = None
    date: str | None = Field(None, description="Of the visit or letter; may be a year or a month")
    page: int | None = None
    start: int
    end: int
    quote: str
    role: str | None = None
    themes: Any = None
    polarity: str | None = None
    corrections: Any = Field(None, description="Numbers of the corrections that people made")
    address: str = Field(description="The page that shows it")


class Findings(Schema):
    """Some findings, and how many there are."""

    total: int
    findings: list[FindingShape]


class DocumentShape(Schema):
    """A document of the library."""

    sha256: str
    name: str
    kind: str | None = None
    authorities: list[str]
    date: str | None = None
    pages: int | None = None
    findings: int | None = None
    problems: list[str]
    address: str


class AuthorityShape(Schema):
    """An authority that documents tell of."""

    authority: str
    slug: str
    urn: str | None = None
    region: str | None = None
    documents: int
    findings: int
    first_date: str
    last_date: str
    address: str


class ThemeShape(Schema):
    """A theme, from what inspectors said to what audits found."""

    id: str
    title: str
    findings: list[FindingShape]
    measures: list[MeasureShape]
    audits: str = Field(description="In a sentence; nothing without the right to see audits")
