"""Planting: rows are chosen by dice, a child is touched once, and a list is never half wrong."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import NamedTuple

from sightline.standards import standard as standard_of
from sightline.synthesize.dirt.declare import Bed, Change, Fault, Place, Planter, Row

Lists = dict[str, list[Row]]


class Planted(NamedTuple):
    """One planted error, as a check is to report it.

    ``row`` counts from 0 within the list; ``column`` is the column's name; ``child_id`` is as it
    stands in the row, and for adopters the adopter's identifier.
    """

    rule: str
    list: str
    row: int
    column: str
    child_id: str


@dataclass
class Spot:
    """A planter, the rows that it could change, in the order of the dice, and how many it should.

    ``tried`` is how far it has come.
    """

    planter: Planter
    places: list[Place]
    wanted: int
    tried: int = 0

    def untried(self) -> Iterator[Place]:
        """The places that it has not come to yet."""
        while self.tried < len(self.places):
            self.tried += 1
            yield self.places[self.tried - 1]


@dataclass
class Field:
    """The lists as they are planted: what was touched, and what is to be reported."""

    rows: Lists
    used: set[int] = field(default_factory=set)
    """Identities of the rows of children who were touched."""
    faults: list[Fault] = field(default_factory=list)
    done: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How many faults there are of each rule in each list."""
    spoilt: Counter[str] = field(default_factory=Counter)
    """How many rows of each list were changed, taken out or added."""
    gone: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Fix how many rows of each list may be touched, before any are."""
        self.room = {key: max(len(rows) // 2, 1) for key, rows in self.rows.items()}

    def plant_one(self, spot: Spot) -> bool:
        """Plant a fault at the next place that will do; whether there was one."""
        for place in spot.untried():
            if id(place.row) in self.used:
                continue
            change = spot.planter.make(place)
            if change and self._fits(change):
                self._apply(spot.planter.rule, change, place)
                return True
        return False

    def _fits(self, change: Change) -> bool:
        return all(self.spoilt[k] + n <= self.room[k] for k, n in _reach(change).items())

    def _apply(self, rule: str, change: Change, place: Place) -> None:
        self.spoilt.update(_reach(change))
        for _, row, values in change.edits:
            row.update(values)
        for key, row in change.added:
            self.rows[key].append(row)
        self.gone |= {id(row) for _, row in change.removed}
        for fault in change.faults:
            made = fault._replace(rule=fault.rule or rule)
            self.faults.append(made)
            self.done[made.rule, made.list] += 1
        self.used |= {id(row) for rows in place.child.values() for row in rows}

    def gathered(self) -> list[Planted]:
        """Take out the rows to be taken out, and say where each fault came to stand."""
        for rows in self.rows.values():
            rows[:] = [row for row in rows if id(row) not in self.gone]
        where = {id(row): n for rows in self.rows.values() for n, row in enumerate(rows)}
        return sorted(
            Planted(rule, key, where[id(row)], column, _who(row))
            for rule, key, row, column in self.faults
        )


def sow(
    rows: Lists, planters: Iterable[Planter], bed: Bed, rate: float, by_child: bool
) -> list[Planted]:
    """Plant each planter's fault once, and then in a share of the rows that it could change.

    Rules that only few lists can show come first, then what has the fewest places: short lists
    have no room for all rules. ``by_child`` says that a child's rows in all lists
    belong together; else each row stands alone.
    """
    spots = _spots(rows, planters, bed, rate, by_child)
    made = Field(rows)
    for spot in spots:
        made.plant_one(spot)
    for spot in spots:
        key = (spot.planter.rule, spot.planter.list)
        while made.done[key] < spot.wanted and made.plant_one(spot):
            pass
    return made.gathered()


def _spots(
    rows: Lists, planters: Iterable[Planter], bed: Bed, rate: float, by_child: bool
) -> list[Spot]:
    places, by_list = _places(rows, bed, by_child), defaultdict(list)
    for planter in planters:
        by_list[planter.list].append(planter)
    spots = []
    for key, chosen in by_list.items():
        for planter in chosen:
            suited = [place for place in places.get(key, ()) if planter.make(place)]
            bed.rng.shuffle(suited)
            wanted = min(rate * len(suited), planter.most * len(rows[key]))
            spots.append(Spot(planter, suited, max(round(wanted), 1)))
    lists = Counter(
        rule for rule, _ in {(s.planter.rule, s.planter.list) for s in spots if s.places}
    )
    return sorted(spots, key=lambda spot: (lists[spot.planter.rule], len(spot.places)))


def _places(rows: Lists, bed: Bed, by_child: bool) -> dict[str, list[Place]]:
    if not by_child:
        return {k: [Place(k, row, {k: [row]}, bed) for row in rows[k]] for k in rows}
    children: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for key, held in rows.items():
        for row in held:
            children[_who(row)][key].append(row)
    whose = {who: dict(lists) for who, lists in children.items()}
    return {k: [Place(k, row, whose[_who(row)], bed) for row in rows[k]] for k in rows}


def _reach(change: Change) -> Counter[str]:
    """How many rows of each list a change touches, or brings in question."""
    touched = {(key, id(row)) for key, row, _ in change.edits}
    touched |= {(fault.list, id(fault.row)) for fault in change.faults}
    touched |= {(key, id(row)) for key, row in (*change.removed, *change.added)}
    return Counter(key for key, _ in touched)


def _who(row: Row) -> str:
    """The child, or the adopter; in other standards whatever comes first."""
    if "child_id" in row or "adopter_id" in row:
        return str(row.get("child_id") or row.get("adopter_id") or "")
    person = next((v for n, v in row.items() if n.endswith("_person_id")), None)
    return str(person or "")


def plant(
    rows: Lists, standard: str, as_at: date, rate: float, seed: int, *, text_only: bool = False
) -> list[Planted]:
    """Put errors into clean rows, in place, and say where they are.

    ``rows`` maps keys of lists to rows, as the makers of a fictional authority give them. Each
    rule is broken in a share ``rate`` of the rows that could break it, once at least where it can
    be, and nothing else becomes wrong; no more than half of a list's rows are touched. Rows may
    be taken out, and others added at the end. ``text_only`` for rows that will be written as CSV:
    a date as text is no fault there. ``ValueError`` for a rate that is not from 0 to 0.5.
    """
    from sightline.synthesize.dirt import generic, library

    if not 0 <= rate <= 0.5:
        raise ValueError(f"A rate of errors is from 0 to 0.5, and not {rate}.")
    if not rate:
        return []
    held = [row.get("allocated_worker") for row in rows.get("children_in_need", ())]
    names = sorted({name for name in held if isinstance(name, str)})
    bed = Bed(as_at, Random(f"dirt {seed}"), names, text_only)
    if standard == "annex_a":
        return sow(rows, library.PLANTERS, bed, rate, by_child=True)
    return sow(rows, generic.planters(standard_of(standard)), bed, rate, by_child=False)
