"""Figures as they may be shared: small numbers hidden, and what would give them away.

A figure is hidden whole where its numerator, its denominator, or what is left between them is from
1 to 5. Figures that add up to another, such as the teams of an authority or the months of a
window, are looked at together: where one alone is hidden the total less the others would tell it,
so the smallest of the others is hidden too; and where those hidden have one child each, their sum
would tell that, so one more is. Nought is shown: it tells of nobody. A percentage is given only
where ten or more are counted.

This holds against adding and subtracting all that is printed. Someone who also knows a child, or
how groups were chosen to be hidden, may narrow a count down further.

Explore Education Statistics marks a hidden value with ``c``; so do we.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from sightline.measures.figure import Figure
from sightline.measures.groups import ALL

HIDDEN = "c"
FEWEST_FOR_SHARE = 10
NOTE = "c: hidden, for it is small or would tell a small number"


class Line(NamedTuple):
    """Figures that add up to another: the places of the parts, and of the whole, if it is there."""

    parts: tuple[int, ...]
    whole: int | None


def for_sharing(figures: Iterable[Figure], below: int = 6) -> list[Figure]:
    """The same figures, in their order, with small numbers hidden.

    Give all that will be seen together: what is not given is not looked at.
    """
    told = list(figures)
    hidden = _hidden(told, below)
    return [_hide(f) if n in hidden else _shown(f, below) for n, f in enumerate(told)]


def small(count: float | None, below: int) -> bool:
    """Whether a count is of a few."""
    return count is not None and 0 < count < below


def _hidden(figures: Sequence[Figure], below: int) -> set[int]:
    """The places of the figures to hide."""
    hidden = {n for n, figure in enumerate(figures) if _tells(figure, below)}
    lines = list(_lines(figures))
    while more := {n for line in lines for n in _also(figures, line, hidden)}:
        hidden |= more
    return hidden


def _also(figures: Sequence[Figure], line: Line, hidden: set[int]) -> Iterator[int]:
    """One more figure to hide, where those of a line that are hidden could be worked out."""
    mine = [n for n in line.parts if n in hidden]
    whole_hidden = line.whole is None or line.whole in hidden
    if not mine and not (whole_hidden and line.whole is not None):
        return
    unknown = len(mine) + (line.whole is not None and whole_hidden)
    told = unknown == 1 or (not whole_hidden and _size(figures, mine) == len(mine))
    if not told:
        return
    others = [n for n in line.parts if n not in hidden and _size(figures, [n])]
    if others:
        yield min(others, key=lambda n: (_size(figures, [n]), n))
    elif line.whole is not None and not whole_hidden:
        yield line.whole


def _size(figures: Sequence[Figure], places: Iterable[int]) -> float:
    return sum(figures[n].denominator or figures[n].numerator or 0 for n in places)


def _lines(figures: Sequence[Figure]) -> Iterator[Line]:
    """Every way in which figures add up: groups to all, categories to a group, months to more."""
    groups: dict[Hashable, list[int]] = defaultdict(list)
    categories: dict[Hashable, list[int]] = defaultdict(list)
    windows: dict[Hashable, list[int]] = defaultdict(list)
    wholes: dict[Hashable, int] = {}
    of_whole: dict[Hashable, Hashable] = {}
    for n, f in enumerate(figures):
        whole = (f.measure, f.start, f.end, f.category)
        if f.by:
            groups[*whole, f.by].append(n)
            of_whole[*whole, f.by] = whole
        elif f.group == ALL:
            wholes[whole] = n
        if f.category:
            categories[f.measure, f.start, f.end, f.by, f.group].append(n)
        windows[f.measure, f.by, f.group, f.category].append(n)
    for key, parts in groups.items():
        yield Line(tuple(parts), wholes.get(of_whole[key]))
    for parts in categories.values():
        yield Line(tuple(parts), None)
    for parts in windows.values():
        yield from _over_time(figures, parts)


def _over_time(figures: Sequence[Figure], places: Sequence[int]) -> Iterator[Line]:
    """Windows within a longer one: their counts add up to its own, or nearly."""
    for whole in places:
        within = tuple(
            n for n in places
            if n != whole and figures[whole].start <= figures[n].start
            and figures[n].end <= figures[whole].end
            and (figures[n].start, figures[n].end) != (figures[whole].start, figures[whole].end)
        )  # fmt: skip
        if len(within) > 1:
            yield Line(within, whole)


def _tells(figure: Figure, below: int) -> bool:
    """Whether a figure tells of a few: those counted, or those who are not."""
    n, d = figure.numerator, figure.denominator
    left = None if n is None or d is None or figure.unit != "%" else d - n
    return any(small(count, below) for count in (n, d, left))


def _hide(figure: Figure) -> Figure:
    note = " ".join(filter(None, (figure.note, NOTE)))
    return replace(
        figure, numerator=None, denominator=None, value=None, excluded=None, note=note, hidden=True
    )


def _shown(figure: Figure, below: int) -> Figure:
    few = figure.unit == "%" and (figure.denominator or 0) < FEWEST_FOR_SHARE
    left_out = None if small(figure.excluded, below) else figure.excluded
    return replace(figure, value=None if few else figure.value, excluded=left_out)
