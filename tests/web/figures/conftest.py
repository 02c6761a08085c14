"""A small authority as published, with its load and two letters: made by hand, easy to check."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

sys.path.append(str(Path(__file__).parents[2] / "packs"))

from practice_report import AS_AT, behind, report

LETTERS = Path(__file__).parents[3] / "src/sightline/demo/letters"
OWN = "fernshire-2023-07-12-focused-visit.pdf"
OTHER = "northmere-2024-04-16-focused-visit.pdf"
SEEN, DUE_LATER = date(2026, 10, 1), date(2026, 12, 1)


@dataclass(frozen=True)
class Site:
    """The workspace, and the references of its children by identifier."""

    folder: Path
    snapshot: str
    refs: dict[str, str]


def _rows() -> list[Any]:
    """Behind AS02: three not met (two of Northfield), two met, one that cannot be judged."""
    from dataclasses import replace

    def row(child: str, answer: str, team: str, worker: str, number: int) -> Any:
        return replace(behind(number), child_id=child, answer=answer, team=team, worker=worker)

    return [
        row("CH0003", "not met", "Northfield", "Rowan Ashdown", 1),
        row("CH0001", "met", "Eastfield", "Ash", 2),
        row("CH0002", "not met", "Northfield", "Birch", 3),
        row("CH0001", "not met", "Eastfield", "Elm", 4),
        row("CH0004", "cannot be judged", "Northfield", "Birch", 5),
        row("Not recorded", "met", "Northfield", "Birch", 6),
    ]


_THEMES = {"before an assessment was started": "assessment", "supervision is now": "supervision"}


def _label(texts: Sequence[str]) -> list[Any]:
    """One sentence of one's own letter is on assessments, one of the other's on supervision."""
    from sightline.reports.findings import Labels

    def one(text: str) -> Any:
        themes = tuple(t for words, t in _THEMES.items() if words in " ".join(text.split()))
        weak = "weakness" if "four or five times" in text else "strength"
        return Labels(themes or ("none",), weak, "none")

    return [one(text) for text in texts]


def _load(folder: Path) -> str:
    """A load of one list: two rows of CH0001, one of CH0002; its id."""
    import pyarrow as pa

    from sightline.intake.issues import SCHEMA
    from sightline.intake.store import Store

    source = folder / "a.xlsx"
    source.write_bytes(b"made up")
    table = pa.table({
        "child_id": ["CH0001", "CH0002", "CH0001"],
        "gender": ["F", "M", "F"],
        "date_of_birth": [date(2017, 5, 6), date(2023, 2, 3), date(2017, 5, 6)],
        "assessment_start_date": [date(2026, 6, 1), date(2026, 7, 1), date(2026, 9, 2)],
        "assessment_authorised_date": [date(2026, 8, 3), None, None],
        "allocated_team": ["Eastfield", "Northfield", "Eastfield"],
        "_file": ["a.xlsx"] * 3, "_sheet": ["List 4"] * 3, "_row": [2, 3, 4],
    })  # fmt: skip
    summary = {
        "lists": [
            {"list": "assessments", "standard": "annex_a", "columns_missing": ["Gender"]},
            {"list": "contacts", "standard": "annex_a", "columns_missing": []},
        ],
        "rules": [], "counts": [], "fitness": [], "not_checked": [],
    }  # fmt: skip
    issues = pa.Table.from_pylist([], schema=SCHEMA)
    tables = {"annex_a.assessments": table}
    store = Store(folder / "snapshots")
    return store.save("Fernshire", AS_AT, tables, issues, [source], summary, "Sightline test").id


def _publish(folder: Path, snapshot: str) -> None:
    from sightline.packs.published.behind import Behinds
    from sightline.packs.published.people import Person
    from sightline.packs.published.refs import reference_key
    from sightline.packs.published.write import write
    from sightline.tasks.publish import Mark

    rows = _rows()
    parts = [("5 to 9", "Female", "White", "No", "Not recorded", "Not recorded")] * len(rows)
    people = [
        Person("CH0001", "Eastfield", "Ash", 9, "Child in need"),
        Person("CH0002", "Northfield", "Birch", 3, "In care", SEEN),
        Person("CH0099", "Eastfield", "Ash", 17),
    ]
    key, there = reference_key(folder / "records"), folder / "published" / snapshot
    working = report("working", snapshot=snapshot)
    behinds = [Behinds("AS02", "higher", rows, parts)]
    write(working, there / "working.sqlite", key, behinds, people, "made of this")
    write(report("sharing", snapshot=snapshot), there / "sharing.sqlite", key, made_from="x")
    mark = Mark(snapshot, "fernshire", "Fernshire", "2026-10-31", "2026-11-02T09:00:00", "x")
    (there / "published.json").write_text(json.dumps(asdict(mark)))


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The workspace, made once: nothing that a test does changes it."""
    from sightline.packs.published.read import Published
    from sightline.reports.shelf import Shelf

    folder = tmp_path_factory.mktemp("figures")
    snapshot = _load(folder)
    _publish(folder, snapshot)
    with Shelf(folder / "library", label=_label) as shelf:
        shelf.add([LETTERS / OWN, LETTERS / OTHER])
    found = Published(folder / "published" / snapshot / "working.sqlite")
    names = [f"CH{n:04}" for n in (1, 2, 3, 4, 7, 99)]
    refs = {name: str(found.child_ref(name)) for name in names}
    found.close()
    return Site(folder, snapshot, refs)


@pytest.fixture
def site(made_once: Site, settings: Any) -> Site:
    """The site over that workspace."""
    from sightline.workspace import Workspace

    settings.WORKSPACE = Workspace(made_once.folder)
    return made_once


@pytest.fixture
def empty_site(tmp_path: Path, settings: Any) -> Path:
    """The site over a workspace with nothing in it."""
    from sightline.workspace import Workspace

    settings.WORKSPACE = Workspace(tmp_path)
    return tmp_path


@pytest.fixture
def text_of() -> Any:
    """What a page says: its words without tags, with single spaces."""
    import html
    import re

    def said(answer: Any) -> str:
        body = answer.content.decode().partition("<main")[2].partition(">")[2]
        return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())

    return said
