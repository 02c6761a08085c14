"""What an authority sets for itself: local standards, targets, names that hold no children.

Kept in ``settings.toml`` of the workspace. A local standard is off until it is set: a measure
that needs one says so, and gives no figure.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from sightline.kit.problems import UserError
from sightline.measures.limits import Limit, limit

FILE = "settings.toml"


class Event(NamedTuple):
    """Something that may change figures: an inspection, a new model of practice, a new system.

    ``rebase`` says that charts begin anew from it.
    """

    on: date
    title: str
    rebase: bool = False


@dataclass(frozen=True)
class Settings:
    """Local standards and choices. What is None is not set.

    Limits bound the time between two visits, reviews or meetings, or since the last. ``targets``
    are by measure, as a part of a whole for shares ("CP11": 0.05). ``population`` is the number of
    children aged 0 to 17, for rates.
    """

    cp_visit: Limit | None = None
    cin_visit: Limit | None = None
    cin_plan_length: Limit | None = None
    cin_review: Limit | None = None
    core_group: Limit | None = None
    pre_proceedings: Limit | None = None
    pre_proceedings_meeting: Limit | None = None
    child_supervision: Limit | None = None
    worker_supervision: Limit | None = None
    adopter_wait: Limit | None = None
    iro_contact: Limit | None = None
    """How long before a review contact by the reviewing officer still counts towards it."""
    children_per_worker: int | None = None
    first_year_children: int | None = None
    repeat_missing: int = 3
    population: int | None = None
    population_source: str = ""
    not_case_holders: tuple[str, ...] = ()
    targets: Mapping[str, float] = field(default_factory=dict, hash=False)
    events: tuple[Event, ...] = ()
    share_below: int = 6
    """In what is shared, a count from 1 to one less than this is not shown."""

    def with_(self, **changed: Any) -> Settings:
        """The same with some things set otherwise."""
        return replace(self, **changed)


NAMES = tuple(f.name for f in fields(Settings))
LIMITS = tuple(f.name for f in fields(Settings) if "Limit" in str(f.type))
_NUMBERS = ("children_per_worker", "first_year_children", "repeat_missing", "population",
            "share_below")  # fmt: skip


def read_settings(path: Path) -> Settings:
    """The settings of a file; those of nothing where there is no file.

    Raises ``UserError`` that names the file, the setting and what it may be.
    """
    if not path.exists():
        return Settings()
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UserError(f"{path.name}: this is not TOML ({error}). See the guide.") from error
    return settings_of(said.get("measures", {}), path.name)


def settings_of(said: Mapping[str, Any], where: str) -> Settings:
    """Settings as they are written, by name. Raises ``UserError`` where one is wrong."""
    made: dict[str, Any] = {}
    for name, value in said.items():
        if name not in NAMES:
            raise UserError(f"{where}: there is no setting {name!r}. There are {', '.join(NAMES)}.")
        try:
            made[name] = _read(name, value)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise UserError(f"{where}: {name} = {value!r} cannot be used: {error}.") from error
    return Settings(**made)


def changed(settings: Settings, assignments: list[str]) -> Settings:
    """Settings with some set for one run: ``cp_visit=10 working days``."""
    said = dict(one.partition("=")[::2] for one in assignments)
    told = settings_of({n: int(v) if v.isdigit() else v for n, v in said.items()}, "--set")
    return settings.with_(**{name: getattr(told, name) for name in said})


def _read(name: str, value: Any) -> Any:
    if name in LIMITS:
        return _length(name, value)
    if name in _NUMBERS:
        return _whole(value)
    if name == "not_case_holders":
        return tuple(map(str, [value] if isinstance(value, str) else value))
    if name == "targets":
        return {str(k): _part(v) for k, v in value.items()}
    if name == "events":
        return tuple(Event(_day(e["on"]), str(e["title"]), bool(e.get("rebase"))) for e in value)
    return str(value)


def _length(name: str, value: str) -> Limit:
    told = limit(value)
    if name == "iro_contact" and told.unit == "working_days":
        raise ValueError("it is counted back from each review: give days, weeks or months")
    return told


def _day(value: Any) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)


def _part(value: Any) -> float:
    if isinstance(value, str) and value.endswith("%"):
        return float(value[:-1]) / 100
    return float(value)


def _whole(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ValueError("it must be a whole number above 0")
    return value
