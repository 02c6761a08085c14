"""How a code set is declared: its codes, how each is printed, and the spellings seen for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from importlib import import_module
from typing import NamedTuple

from sightline.standards.codes.words import Words, bare, plain
from sightline.standards.in_force import in_force
from sightline.standards.sources import Source

# How many readings a set keeps: columns repeat few values, but free text may not.
_REMEMBERED = 10_000


class Item(NamedTuple):
    """One code of a set.

    ``code`` is what a snapshot holds: the statutory code where there is one. ``printed`` is what
    the standard's own list prints ("a) 1A: Individual"), ``also`` other prints and spellings seen.
    ``group`` is the heading that Ofsted counts it under. ``tags`` are groups of other kinds.
    """

    code: str
    printed: str = ""
    label: str = ""
    also: tuple[str, ...] = ()
    group: str = ""
    tags: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    source: Source | None = None
    note: str = ""

    @property
    def shown(self) -> str:
        """What a template offers: as printed, else code and label."""
        if self.printed or self.code == self.words:
            return self.printed or self.code
        return f"{self.code} - {self.words}"

    @property
    def words(self) -> str:
        """What it means: its label, else what is printed beside the code."""
        return self.label or bare(self.printed or self.code, self.code) or self.code

    def in_force(self, day: date) -> bool:
        """Whether the code could be used on that day."""
        return in_force(self.since, self.until, day)


class Reading(NamedTuple):
    """How a value was read: its code, or why it has none.

    ``how`` is "code", "printed", "label" or "alias" for a value known whole; "token" for a code
    with words beside it ("N1 - Abuse"); "letter" for the letter of a printed list alone;
    "number" for a code that a spreadsheet made a number of. Without a code it is "blank",
    "unknown", or "ambiguous", with the codes it could be.
    """

    code: str | None
    how: str
    candidates: tuple[str, ...] = ()


@dataclass(eq=False)
class CodeSet:
    """Codes that belong together. ``open`` sets hold special values among free text.

    ``lettered`` says that the letter printed before a code is enough to know it: "b)" is No.
    ``ambiguous`` are spellings that have been seen for more than one code, and so for none.
    """

    key: str
    title: str
    source: Source
    items: tuple[Item, ...]
    open: bool = False
    lettered: bool = False
    ambiguous: tuple[str, ...] = ()
    note: str = ""
    _by_code: dict[str, Item] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """A set that contradicts itself cannot be imported; one that does not is made known."""
        self._by_code = {item.code: item for item in self.items}
        for wrong in self._contradictions():
            raise ValueError(f"Code set {self.key!r}: {wrong}")
        CODE_SETS[self.key] = self

    def _contradictions(self) -> Iterator[str]:
        if self.key in CODE_SETS:
            yield "it is declared twice"
        if not self.title.strip() or not self.items:
            yield "it needs a title and codes"
        if len(self._by_code) < len(self.items):
            yield "a code is declared twice"
        for item in self.items:
            if item.since and item.until and item.until < item.since:
                yield f"{item.code} ends before it begins"
        yield from self._words.contradictions(self.ambiguous)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes in the order of the standard's list."""
        return tuple(self._by_code)

    def item(self, code: str) -> Item:
        """The item with that code."""
        return self._by_code[code]

    def tagged(self, tag: str) -> tuple[str, ...]:
        """The codes with a tag, such as "EET"."""
        return tuple(item.code for item in self.items if tag in item.tags)

    def grouped(self, group: str) -> tuple[str, ...]:
        """The codes that Ofsted counts under a group, such as "Foster placement"."""
        return tuple(item.code for item in self.items if item.group == group)

    def read(self, value: object) -> str | None:
        """The code that a cell means; None where it is blank, unknown, or could be several."""
        return self.reading(value).code

    def reading(self, value: object) -> Reading:
        """The code that a cell means, and how it was read. Repeated values cost nothing."""
        try:
            return self._read[value]
        except (KeyError, TypeError):
            made = _reading(self._words, value)
        if isinstance(value, str) and len(self._read) < _REMEMBERED:
            self._read[value] = made
        return made

    @cached_property
    def _read(self) -> dict[object, Reading]:
        return {}

    @cached_property
    def _words(self) -> Words:
        return Words(self.items, self.lettered, self.ambiguous)


CODE_SETS: dict[str, CodeSet] = {}
# The modules that declare code sets, those of Annex A first: each is imported when it is needed.
_MODULES = (
    *("people", "referral", "protection", "care", "leaving_care", "adoption"),
    *("education", "workforce", "local", "local_care"),
)


def is_code_set(key: str) -> bool:
    """Whether there is a code set with that key."""
    for module in _MODULES:
        if key in CODE_SETS:
            return True
        import_module(f"sightline.standards.codes.{module}")
    return key in CODE_SETS


def code_set(key: str) -> CodeSet:
    """The code set with that key."""
    if not is_code_set(key):
        raise KeyError(f"There is no code set {key!r}; there are {', '.join(sorted(CODE_SETS))}")
    return CODE_SETS[key]


def all_code_sets() -> tuple[CodeSet, ...]:
    """Every code set that the package declares, by key."""
    for module in _MODULES:
        import_module(f"sightline.standards.codes.{module}")
    return tuple(CODE_SETS[key] for key in sorted(CODE_SETS))


def coded(*rows: tuple[str, str]) -> tuple[Item, ...]:
    """Items that have a code and what it means, printed together: "PN0 - Under 4"."""
    return tuple(Item(code, label=label) for code, label in rows)


def worded(*rows: tuple[str, str]) -> tuple[Item, ...]:
    """Items of a set of our own: a code for programs, and the words that people choose."""
    return tuple(Item(code, printed=words) for code, words in rows)


def _reading(words: Words, value: object) -> Reading:
    text = plain(value)
    if not text:
        return Reading(None, "blank")
    how, found = words.means(text)
    if len(found) == 1:
        return Reading(found[0], how)
    return Reading(None, "ambiguous" if found else "unknown", found)
