"""Headings and sheet names as they are printed, matched with the columns and lists declared.

A heading is matched only when it is the same as a declared one after normalising. Likeness is
never enough: a heading that merely resembles a column stays unknown, and the resemblance is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from sightline.standards.columns import Column
    from sightline.standards.declare import Table

How = Literal["exact", "alias"]

# A small raised figure is a footnote; normalising would make it a figure like any other.
_RAISED = re.compile("[\u00b9\u00b2\u00b3\u2070-\u2079\u2080-\u2089\u2020\u2021]+")
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_UNCLOSED = re.compile(r"(?<=\S)\s*[(\[][^)\]]*$")
_FIGURE_ON_A_WORD = re.compile(r"(?<=[a-z]{3})\d{1,2}$")
_NOT_A_WORD = re.compile(r"[\W_]+")
_CURLY = str.maketrans("\u2018\u2019\u201a\u201b\u2032", "'''''")
_LEAST_LIKENESS = 0.8


def normalise_heading(printed: object) -> str:
    """A heading without what varies in print: the one place where that is decided.

    Case, blanks, line breaks, punctuation, curly quotes, invisible marks, notes in brackets and
    footnote figures go: ``"Date Ceased\\nto be Looked After (Y/N)¹ "`` gives
    ``"date ceased to be looked after"``. A footnote figure is a raised one, one in brackets, or
    one or two figures stuck to the last word; a figure that stands alone ("Worker 2"), or that
    follows a low line ("placeholder_2"), is part of the heading. Brackets that hold the whole
    heading are kept.
    """
    text = str(printed)
    if not text.isascii():
        text = _plain(text)
    text = _without_notes(text.casefold()).replace("'", "").replace("&", " and ")
    return _FIGURE_ON_A_WORD.sub("", _NOT_A_WORD.sub(" ", text).strip())


@lru_cache(maxsize=4096, typed=True)
def heading_key(printed: object) -> str:
    """What headings are compared by: normalised, without "the" and without blanks.

    So "Date of the referral", "Date of Referral" and "DateOfReferral" are one heading.
    """
    return "".join(word for word in normalise_heading(printed).split() if word != "the")


def _plain(text: str) -> str:
    """A text beyond ASCII with its signs made alike, and without marks that take no place."""
    import unicodedata  # most headings do not need it

    seen = (c for c in _RAISED.sub(" ", text) if unicodedata.category(c) != "Cf")
    return unicodedata.normalize("NFKC", "".join(seen)).translate(_CURLY)


def _without_notes(text: str) -> str:
    """Take away what stands in brackets, innermost first, and a bracket left open at the end."""
    if "(" not in text and "[" not in text:
        return text
    before, short = "", text
    while short != before:
        before, short = short, _BRACKETED.sub("", short)
    short = _UNCLOSED.sub("", short)
    return short if _NOT_A_WORD.sub("", short) else text


class Matched(NamedTuple):
    """One printed heading, where it stands, the column it names, and how that was seen.

    ``how`` is "exact" for a heading of the standard, in any of its layouts, and "alias" for
    another spelling that has been seen in use.
    """

    position: int
    printed: str
    column: Column
    how: How


class Unknown(NamedTuple):
    """A printed heading that names no column; ``resembles`` is a guess, and never acted upon."""

    position: int
    printed: str
    resembles: Column | None


class Clash(NamedTuple):
    """Several printed headings for one column.

    ``kept`` is the position of the only exact one. Where it is None the column is not read: to
    choose would be to guess.
    """

    column: Column
    positions: tuple[int, ...]
    kept: int | None


class HeadingMatch(NamedTuple):
    """How a row of printed headings answers to a list.

    ``matched`` goes by position, from 0. ``missing`` are the columns no heading names, those that
    may be missing among them; ``missing_required`` leaves those out.
    """

    matched: Mapping[int, Matched]
    missing: tuple[Column, ...]
    unknown: tuple[Unknown, ...]
    clashes: tuple[Clash, ...]

    @property
    def missing_required(self) -> tuple[Column, ...]:
        """The missing columns that every file of this standard should have."""
        return tuple(column for column in self.missing if not column.optional)

    @property
    def columns(self) -> dict[int, Column]:
        """The columns by position."""
        return {position: found.column for position, found in self.matched.items()}


def match_headings(printed: Sequence[object], table: type[Table]) -> HeadingMatch:
    """Match a row of headings with the columns of a list. Blank headings are passed over."""
    names = ["" if heading is None else str(heading) for heading in printed]
    found = [_found(place, name, table) for place, name in enumerate(names) if name.strip()]
    by_column: dict[str, list[Matched]] = {}
    for one in found:
        if isinstance(one, Matched):
            by_column.setdefault(one.column.name, []).append(one)
    clashes = tuple(_clash(same) for same in by_column.values() if len(same) > 1)
    matched = _settled(by_column, clashes)
    there = {one.column.name for one in matched.values()}
    return HeadingMatch(
        matched,
        tuple(column for column in table.columns if column.name not in there),
        tuple(_likened(one, table, by_column) for one in found if isinstance(one, Unknown)),
        clashes,
    )


def _found(position: int, printed: str, table: type[Table]) -> Matched | Unknown:
    named = table.headings().get(heading_key(printed))
    if named is None:
        return Unknown(position, printed, None)
    return Matched(position, printed, *named)


def _clash(same: Sequence[Matched]) -> Clash:
    exact = [one.position for one in same if one.how == "exact"]
    kept = exact[0] if len(exact) == 1 else None
    return Clash(same[0].column, tuple(one.position for one in same), kept)


def _settled(
    by_column: Mapping[str, Sequence[Matched]], clashes: Iterable[Clash]
) -> dict[int, Matched]:
    """One heading for each column; none where headings clash and no single one is exact."""
    kept = {clash.column.name: clash.kept for clash in clashes}
    settled = {
        one.position: one
        for name, same in by_column.items()
        for one in same
        if name not in kept or kept[name] == one.position
    }
    return dict(sorted(settled.items()))


def _likened(one: Unknown, table: type[Table], taken: Mapping[str, object]) -> Unknown:
    """The same unknown heading, with the free column whose heading is most like it, if any."""
    from difflib import get_close_matches

    free = {key: c for key, (c, _) in table.headings().items() if c.name not in taken}
    close = get_close_matches(heading_key(one.printed), free, n=1, cutoff=_LEAST_LIKENESS)
    return Unknown(one.position, one.printed, free[close[0]] if close else None)
