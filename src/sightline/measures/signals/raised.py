"""Signals put to data: each child, since when, and why, the longest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sightline.measures.asked import Asked
from sightline.measures.columns_used import Used, columns_in, everything_set
from sightline.measures.data import Data, declared
from sightline.measures.figures import needs
from sightline.measures.groups import NOT_SAID
from sightline.measures.prepared import rows_of
from sightline.measures.settings import Settings
from sightline.measures.signals.declare import Raised, Signal

WHO = ("child_id", "team", "worker", "age")
FROM = ("_list", "_file", "_sheet", "_row")


@dataclass(frozen=True)
class Sign:
    """A signal of a child: since when, for how many days, and why, in a sentence."""

    signal: str
    title: str
    child_id: str
    team: str
    worker: str
    age: int | None
    since: date
    days: int
    because: str
    list: str
    file: str
    sheet: str
    row: int


def signs(data: Data, signals: Sequence[Signal], settings: Settings) -> list[Sign]:
    """Every sign of the signals that the data allow, what has gone on longest first.

    Ordered by how long, then by child: not by any risk.
    """
    found = [
        sign
        for one in signals
        if not unavailable(one, data, settings)
        for sign in _signs(data, one, settings)
    ]
    return sorted(found, key=_longest_first)


def every_sign(data: Data, settings: Settings) -> list[Sign]:
    """Every sign of every signal that the data allow, what has gone on longest first."""
    from sightline.measures.signals.late_steps import late_steps
    from sightline.measures.signals.library import all_signals

    found = [*signs(data, all_signals(), settings), *late_steps(data, settings)]
    return sorted(found, key=_longest_first)


def unavailable(signal: Signal, data: Data, settings: Settings) -> str:
    """Why a signal cannot be looked for: data that were not loaded, or a standard not set."""
    if signal.setting and getattr(settings, signal.setting) is None:
        return f"No local standard is set: give {signal.setting} in the settings."
    absent = [Used(key, "") for key in signal.roll.lists if key not in data]
    missing = [used for used in columns_of(signal) if not data.has(*used)]
    return needs(absent or missing) if absent or missing else ""


@cache
def columns_of(signal: Signal) -> tuple[Used, ...]:
    """The columns without which a signal cannot be looked for."""
    day = date(2026, 10, 31)
    said = _said(signal, declared(), Asked(day, day, day, everything_set()))[1]
    return columns_in([said.of, said.since, *said.told.values()])


def _said(signal: Signal, data: Data, asked: Asked) -> tuple[Any, Raised]:
    rows = rows_of(data, signal.roll, asked)
    return rows, signal.says(rows, asked)


def _signs(data: Data, signal: Signal, settings: Settings) -> list[Sign]:
    asked = Asked(data.as_at, data.as_at, data.as_at, settings)
    rows, said = _said(signal, data, asked)
    told = {f"told_{name}": value for name, value in said.told.items()}
    table = rows.mutate(since=said.since, **told)
    table = table.filter(said.of.fill_null(False), table.since.notnull())
    assert data.lists is not None
    found = data.lists.run(table.select(*WHO, *FROM, "since", *told)).to_pylist()
    return [_sign(signal, row, data.as_at) for row in found]


def _longest_first(sign: Sign) -> tuple[int, str, str, str, int]:
    return -sign.days, sign.child_id, sign.signal, sign.list, sign.row


def _sign(signal: Signal, row: dict[str, Any], as_at: date) -> Sign:
    days = (as_at - row["since"]).days
    told = {k.removeprefix("told_"): v for k, v in row.items() if k.startswith("told_")}
    return Sign(
        signal.key,
        signal.title,
        row["child_id"] or NOT_SAID,
        row["team"] or NOT_SAID,
        row["worker"] or NOT_SAID,
        row["age"],
        row["since"],
        days,
        signal.because({"since": row["since"], "days": days, "as_at": as_at, **told}),
        *(row[name] for name in FROM),
    )
