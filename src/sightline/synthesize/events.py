"""What happens to children, as records: days are ordinals, and an end may still be to come."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from sightline.synthesize.workforce import Worker

SEEN, ALONE, BEDROOM = 1, 2, 4
"""What a visit holds besides its day: ``day * 8`` and these added up."""


class Contact(NamedTuple):
    """A contact: its day, who made it, and what came of it."""

    day: int
    source: str
    outcome: str


@dataclass(slots=True)
class Help:
    """Early help, from the start of its assessment to its end."""

    start: int
    end: int
    organisation: str


@dataclass(slots=True)
class Assessment:
    """An assessment: ``seen`` is the day on which the child was first seen in it, if any."""

    start: int
    end: int
    seen: int | None
    support: bool
    team: Team


@dataclass(slots=True)
class Enquiry:
    """A section 47 enquiry, and the conference that followed it, if one did."""

    start: int
    end: int
    needed: bool
    conference: int | None = None
    plan: Protection | None = None


@dataclass(slots=True)
class NeedPlan:
    """A child in need plan with its visits."""

    start: int
    end: int
    team: Team
    visits: array[int]


@dataclass(slots=True)
class Protection:
    """A child protection plan: its reviews and visits; ``moved`` is when the category changed."""

    start: int
    end: int
    category: str
    later: str
    moved: int | None
    reviews: tuple[int, ...]
    visits: array[int]
    team: Team


class Legal(NamedTuple):
    """A legal status, from a day to a day."""

    code: str
    start: int
    end: int


@dataclass(slots=True)
class Placement:
    """Where a child in care lives, from a day to a day, and why that ended."""

    start: int
    end: int
    kind: str
    provider: str
    urn: str
    home: int
    away: bool
    reason: str = ""


class Review(NamedTuple):
    """A review of a child in care: when it was due, and held."""

    due: int
    day: int


@dataclass(slots=True)
class Care:
    """A period of care with all that happens in it."""

    start: int
    end: int
    reason: str
    need: str
    legal: tuple[Legal, ...]
    placements: tuple[Placement, ...]
    plans: tuple[tuple[int, str], ...]
    reviews: tuple[Review, ...] = ()
    visits: array[int] = field(default_factory=lambda: array("i"))
    health: tuple[tuple[int, str], ...] = ()
    unaccompanied: bool = False


class Away(NamedTuple):
    """A time missing or away, in minutes since the first day of the calendar.

    ``interview`` is when the return interview was held; ``offered`` the day of its offer.
    """

    start: int
    end: int
    kind: str
    in_care: bool
    offered: int | None
    accepted: bool
    interview: int | None


@dataclass(slots=True)
class Adoption:
    """The way to adoption, as far as it goes; ``family`` is the adoptive family's number."""

    decision: int
    order: int | None = None
    match: int | None = None
    placed: int | None = None
    adopted: int | None = None
    reversed: int | None = None
    reason: str = ""
    early: int | None = None
    family: str = ""


@dataclass(slots=True)
class Leaver:
    """A young person with leaving care services: eligible in care, then from ``left`` on."""

    eligible: int | None
    left: int
    end: int
    full: bool
    team: Team
    holdings: tuple[Holding, ...] = ()


class Phase(NamedTuple):
    """A stretch in which one team holds the work with a child."""

    start: int
    end: int
    team: Team


class Holding(NamedTuple):
    """A stretch in which one worker does; ``reason`` is why the next one took over."""

    start: int
    end: int
    worker: Worker
    reason: str


@dataclass(slots=True)
class Episode:
    """A referral, and the episode of need that it began if it was not the end of it."""

    referral: int
    source: str
    need: str
    nfa: bool = False
    close: int = 0
    reason: str = "RC7"
    assessments: tuple[Assessment, ...] = ()
    enquiries: tuple[Enquiry, ...] = ()
    plans: tuple[NeedPlan, ...] = ()
    protections: tuple[Protection, ...] = ()
    cares: tuple[Care, ...] = ()
    phases: tuple[Phase, ...] = ()
    holdings: tuple[Holding, ...] = ()

    def holder(self, day: int) -> Holding:
        """Who held the work on a day; the last to hold it, after its end."""
        found = self.holdings[0]
        for holding in self.holdings:
            if holding.start > day:
                break
            found = holding
        return found


@dataclass(slots=True, eq=False)
class Child:
    """A child, young person or unborn child, with all that happened."""

    number: int
    id: str
    family: Family
    born: int
    adult: int
    forename: str
    gender: str
    ethnicity: str
    disabilities: tuple[str, ...]
    known: bool = True
    unaccompanied: bool = False
    contacts: tuple[Contact, ...] = ()
    helps: tuple[Help, ...] = ()
    episodes: tuple[Episode, ...] = ()
    away: tuple[Away, ...] = ()
    adoption: Adoption | None = None
    leaver: Leaver | None = None


@dataclass(slots=True, eq=False)
class Family:
    """Brothers and sisters, and the district that they live in."""

    number: int
    surname: str
    district: int
    children: tuple[Child, ...] = ()


@dataclass(slots=True, eq=False)
class Team:
    """A team: its kind, its name, and the way it works."""

    number: int
    kind: str
    name: str
    practice: Any
    phases: list[tuple[Any, Phase]] = field(default_factory=list)
    posts: list[Any] = field(default_factory=list)
    managers: list[Any] = field(default_factory=list)
