"""The lists that samples are drawn from: everybody, those behind a measure, those with a signal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sightline.audits.sampling import Member

if TYPE_CHECKING:
    from sightline.packs.published.read import Published

SNAPSHOT, MEASURE, SIGNAL = "snapshot", "measure", "signal"
SOURCES = (
    (SNAPSHOT, "Every child for whom something is open"),
    (MEASURE, "Children of whom a measure says: not met"),
    (SIGNAL, "Children with a signal"),
)
STRATA = (("team", "Team"), ("open as", "Kind of plan"), ("age", "Age"))
_BATCH = 2_000
_AGES = ((0, "under 1"), (4, "1 to 4"), (9, "5 to 9"), (15, "10 to 15"), (17, "16 and 17"))


@dataclass(frozen=True)
class Frame:
    """A list to draw from: its members, each named by reference, and the number of each."""

    members: tuple[Member, ...]
    numbers: dict[str, str]

    def reference(self, said: str) -> str:
        """The reference of a child on the list, given so or by number in the data; or nothing."""
        said = said.strip()
        if said in self.numbers:
            return said
        found = [ref for ref, number in self.numbers.items() if number.lower() == said.lower()]
        return found[0] if found else ""


@lru_cache(4)
def frame(published: Published, source: str, named: str = "") -> Frame:
    """The children of a list, each once. ``named`` is a measure or a signal.

    A child's reference stands for it in the draw, so no identifier is in what is kept of it. A
    published file never changes, so its lists are kept while they are asked for.
    """
    children = {one.ref: one for one in _pages(published.children)}
    if source == MEASURE:
        wanted = {r.ref for r in _pages(published.rows, measure=named, answer="not met") if r.ref}
    elif source == SIGNAL:
        wanted = {sign.ref for sign in _pages(published.signs, signal=named)}
    else:
        wanted = {ref for ref, one in children.items() if one.open_as}
    chosen = [one for ref, one in children.items() if ref in wanted]
    return Frame(tuple(map(member_of, chosen)), {one.ref: one.child_id for one in chosen})


def _pages(asked: Callable[..., Any], measure: str = "", **said: Any) -> Iterator[Any]:
    """Every row of a list that is told a page at a time."""
    first, page = [measure] if measure else [], 1
    while True:
        found = asked(*first, page=page, size=_BATCH, **said)
        yield from found.rows
        if page >= found.pages:
            return
        page += 1


def member_of(child: Any) -> Member:
    """A child as the draw knows it: by reference."""
    strata = {"open as": child.open_as or "closed", "age": band(child.age)}
    return Member(child.ref, child.team, child.worker, strata)


def band(age: int | None) -> str:
    """An age in words of years."""
    if age is None:
        return ""
    return next((words for most, words in _AGES if age <= most), "18 and over")


@lru_cache(2)
def measures(published: Published) -> tuple[tuple[str, str], ...]:
    """Measures with children of whom it was not met, as choices."""
    return tuple(
        (one.id, f"{one.title} ({one.id})")
        for one in published.indicators()
        if one.look_at and published.answers(one.id).get("not met")
    )


def signals(published: Published) -> list[tuple[str, str]]:
    """Signals that some child has, as choices."""
    return [(s["key"], s["title"]) for s in published.sign_counts() if s["count"]]
