"""What the pages of authorities and of the country show: worked out once, then kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from sightline.packs.links import slug
from sightline.web.library.kept import kept
from sightline.web.library.links import relinked
from sightline.web.library.shelf import Library, stamp

if TYPE_CHECKING:
    from sightline.reports.same_event import HistoryEvent

    Histories = Mapping[str, Sequence[HistoryEvent]]

Tell = Callable[[int, int, str], None]

_SHARES = 2
_WIDTH = 100


def choices(library: Library) -> list[tuple[str, str]]:
    """The authorities, as a field offers them."""
    rows = kept(library, "authorities", lambda: [_choice(row) for row in library.authorities()])
    return [(who, name) for who, name in rows]


def _choice(row: dict[str, Any]) -> list[str]:
    return [row["who"], row["authority"] or row["who"]]


def who_of(library: Library, wanted: str) -> str | None:
    """What the library calls the authority of an address."""
    for who, name in choices(library):
        if slug(name) == wanted:
            return who
    return None


def authority(
    library: Library, who: str, as_of: date, told: Histories | None = None
) -> dict[str, Any]:
    """An authority's page: what comes next as at a day, its history, and its themes over time.

    ``told`` are the histories of every authority, where they are known already.
    """
    from sightline.packs.expected import expected_of, rows_of
    from sightline.packs.words import when
    from sightline.reports.same_event import history

    made = dict(kept(library, f"authority {who}", lambda: _authority(library, who, as_of, told)))
    expected = [rows_of(one) for one in expected_of(history(library, who), as_of)]
    return made | {"as_of": when(as_of), "expected": expected}


def _authority(library: Library, who: str, as_of: date, told: Histories | None) -> dict[str, Any]:
    from sightline.packs.authority_page import authority_page
    from sightline.reports.same_event import histories

    made = authority_page(library, who, as_of, told or histories(library))
    for thread in made["threads"]:
        thread["table"] = _with_bars(thread["table"])
    return dict(relinked(made))


def _with_bars(table: dict[str, Any]) -> dict[str, Any]:
    """The same table, its bars drawn without a style of their own, which no page may have."""
    rows = [
        [*row[:_SHARES], _bar(*row[_SHARES + 1 : _SHARES + 4]), *row[_SHARES + 1 :]]
        for row in table["rows"]
    ]
    return {**table, "rows": rows}


def _bar(strengths: int, mixed: int, weaknesses: int) -> Markup:
    whole = strengths + mixed + weaknesses
    parts, at = [], 0.0
    for css, n in (("s", strengths), ("m", mixed), ("w", weaknesses)):
        wide = _WIDTH * n / whole if whole else 0
        parts.append(
            f'<rect class="{css}" x="{at:.1f}" y="0" width="{wide:.1f}" height="12"/>' if n else ""
        )
        at += wide
    return Markup(
        f'<svg class="shares" viewBox="0 0 {_WIDTH} 12" width="{_WIDTH}" height="12" '
        f'aria-hidden="true" focusable="false">{"".join(parts)}</svg>'
    )


def national(library: Library) -> dict[str, Any]:
    """The national picture."""
    return dict(kept(library, "national", lambda: _national(library)))


def _national(library: Library) -> dict[str, Any]:
    from sightline.packs.national_page import national_page

    return dict(relinked(national_page(library)))


def make_ready(library: Library, as_of: date, tell: Tell | None = None) -> int:
    """Make what takes long, before somebody asks for it; returns how many pages.

    It ends early where the library changes meanwhile: then all would have to be made again.
    """
    from sightline.reports.same_event import histories
    from sightline.web.library import drawing, texts

    texts.bring_up(library)
    national(library)
    for row in library.documents():
        if row["kind"] not in ("", "unreadable"):
            drawing.layout(library, row)
    told, every = histories(library), choices(library)
    for number, (who, _) in enumerate(every):
        if stamp() != library.mark:
            return number + 1
        if tell:
            tell(number, len(every), "Making the pages of authorities")
        authority(library, who, as_of, told)
    return len(every) + 1
