"""What a row of a list is known by, so that it can be found again in another snapshot."""

from __future__ import annotations

from dataclasses import dataclass

from sightline.standards.columns import Column
from sightline.standards.declare import Table
from sightline.standards.registry import standard

_BIRTH = ("birth", "dob")


@dataclass(frozen=True)
class Match:
    """How the rows of a list are matched: by the child, and by more where a child has several."""

    child: str
    more: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """The child's column, then the others."""
        return (self.child, *self.more)


def match_for(key: str) -> Match | None:
    """How to match the rows of a list ("annex_a.contacts"); None if it is not about children.

    * A list that has the child once: by the child.
    * A list whose rows have identifiers of their own: by the child and that identifier.
    * Any other: by the child, the list's key, and the first date that must be filled in (of the
      contact, of the referral); where none must be, the first date. A birth date is no event.

    Rows of a child that still look alike are matched in the order of their other values.
    """
    table = _declared(key)
    child = table.child_column() if table else None
    if table is None or child is None:
        return None
    own = table.key_column()
    more = () if own is child else (own.name,)
    return Match(child.name, more if table.one_row_per_key else (*more, *_first_date(table)))


def _declared(key: str) -> type[Table] | None:
    of, _, name = key.partition(".")
    try:
        return standard(of).by_key(name)
    except KeyError:  # a later Sightline, or an earlier one, knows it
        return None


def _first_date(table: type[Table]) -> tuple[str, ...]:
    events = [column for column in table.columns if _is_event(column)]
    required = [column for column in events if column.required]
    return tuple(column.name for column in (required or events)[:1])


def _is_event(column: Column) -> bool:
    born = any(word in column.name for word in _BIRTH)
    return column.kind in ("date", "datetime") and not born
