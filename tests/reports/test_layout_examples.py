"""Every layout is shown by an example: a text written for it, and what must be read from it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib import resources
from typing import Any

import pytest
from invented import forget, register_with

from sightline.regime.themes import framework_tags
from sightline.reports.facts import EventFacts, as_text
from sightline.reports.layouts import LAYOUTS, Source
from sightline.reports.reading import Reading, read_bytes, rows

EXAMPLES = resources.files("sightline.reports.layouts") / "examples"
IDS = [layout.id for layout in LAYOUTS]
_SPACES = re.compile(r"\s+")
# What is read wrong today, by layout and cell or fact. One that is mended must be struck out.
KNOWN_BUGS: dict[tuple[str, str], str] = {}


@pytest.fixture
def invented_places(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """A register that can be added to, and is as it was after the test."""
    yield monkeypatch
    monkeypatch.undo()
    forget()


def example(layout_id: str) -> tuple[bytes, dict[str, Any]]:
    """The text of a layout's example and what is expected of it; fails where either is missing."""
    text, expected = EXAMPLES / f"{layout_id}.txt", EXAMPLES / f"{layout_id}.json"
    for file in (text, expected):
        if not file.is_file():
            pytest.fail(f"the layout {layout_id!r} has no {file.name}: write it by hand")
    return text.read_bytes(), json.loads(expected.read_text(encoding="utf-8"))


def one_line(words: str) -> str:
    """Words with single spaces."""
    return _SPACES.sub(" ", words).strip()


def read(layout_id: str, patch: pytest.MonkeyPatch) -> tuple[Reading, dict[str, Any]]:
    """A layout's example as it is read, and what is expected of it."""
    data, expected = example(layout_id)
    register_with(patch, expected.get("in_register", []))
    return read_bytes(data), expected


def item_words(reading: Reading, event: EventFacts, role: str) -> list[str]:
    """The words of the items of a role, on one line each."""
    assert reading.document is not None
    text = reading.document.text
    return [one_line(text[i.start : i.end]) for i in event.items if i.role == role]


@pytest.mark.parametrize("layout_id", IDS)
def test_the_kind_and_layout_are_told_from_the_text(
    layout_id: str, invented_places: pytest.MonkeyPatch
) -> None:
    """Each example is read by its own layout, and gives as many events as it tells of."""
    reading, expected = read(layout_id, invented_places)
    assert (reading.kind, reading.layout) == (expected["kind"], layout_id)
    assert expected["layout"] == layout_id
    assert len(reading.events) == len(expected["events"])


def cells(layout_id: str, patch: pytest.MonkeyPatch) -> list[tuple[str, object, object]]:
    """Name, value read and value wanted of every cell, fact and problem that is expected."""
    reading, expected = read(layout_id, patch)
    found: list[tuple[str, object, object]] = []
    for row, event, wanted in zip(rows(reading), reading.events, expected["events"], strict=True):
        found += [(name, row[name], value) for name, value in wanted["row"].items()]
        for name, values in wanted.get("facts", {}).items():
            found.append((name, [as_text(value) for value in event.values(name)], values))
        if "problems" in wanted and (layout_id, "authority") not in KNOWN_BUGS:
            codes = sorted(problem.code for problem in event.problems)
            found.append(("problems", codes, sorted(wanted["problems"])))
    return found


@pytest.mark.parametrize("layout_id", IDS)
def test_the_row_is_as_worked_out_by_hand(
    layout_id: str, invented_places: pytest.MonkeyPatch
) -> None:
    """Every cell that the expectation names, the facts that have no column, and the problems."""
    compared = cells(layout_id, invented_places)
    wrong = [c for c in compared if c[1] != c[2] and (layout_id, c[0]) not in KNOWN_BUGS]
    assert compared
    assert wrong == []


@pytest.mark.parametrize(
    ("layout_id", "cell"),
    [
        pytest.param(*known, marks=pytest.mark.xfail(strict=True, reason=reason))
        for known, reason in KNOWN_BUGS.items()
    ],
)
def test_known_bugs(layout_id: str, cell: str, invented_places: pytest.MonkeyPatch) -> None:
    """Each is still one: a cell that is read right again is struck out of the table."""
    compared = [c for c in cells(layout_id, invented_places) if c[0] == cell]
    assert [c[1] for c in compared] == [c[2] for c in compared]


@pytest.mark.parametrize("layout_id", IDS)
def test_the_items_are_read_word_for_word(
    layout_id: str, invented_places: pytest.MonkeyPatch
) -> None:
    """Areas for improvement and priority actions: their words, numbers, tags, and quotations."""
    reading, expected = read(layout_id, invented_places)
    assert reading.document is not None
    for event, wanted in zip(reading.events, expected["events"], strict=True):
        improvements = item_words(reading, event, "improvement")
        assert improvements == wanted["improvements"]
        assert item_words(reading, event, "priority_action") == wanted["priority_actions"]
        if "numbers" in wanted:
            numbers = [i.number for i in event.items if i.role == "improvement"]
            assert numbers == wanted["numbers"]
        if "tags" in wanted:
            assert [list(framework_tags(words)) for words in improvements] == wanted["tags"]
        if "quotes" in wanted:
            said = [[q.said_by, one_line(q.citation.quote)] for q in event.quotes]
            assert said == wanted["quotes"]


@pytest.mark.parametrize("layout_id", IDS)
def test_every_citation_is_its_span(layout_id: str, invented_places: pytest.MonkeyPatch) -> None:
    """The words cited for a fact are those that stand at its place, and so with each finding."""
    reading, _ = read(layout_id, invented_places)
    assert reading.document is not None
    text = reading.document.text
    cited = [f.citation for e in reading.events for fs in e.facts.values() for f in fs]
    for citation in cited:
        if citation is not None:
            assert text[citation.start : citation.end] == citation.quote != ""
    for finding in reading.findings:
        words = text[finding.start : finding.end]
        assert words == words.strip() != ""


@pytest.mark.parametrize("layout_id", IDS)
def test_no_earlier_layout_takes_the_example(
    layout_id: str, invented_places: pytest.MonkeyPatch
) -> None:
    """The first layout that recognises a text reads it, so none before may recognise this one."""
    reading, _ = read(layout_id, invented_places)
    assert reading.document is not None
    source = Source(reading.document)
    before = LAYOUTS[: IDS.index(layout_id)]
    assert [layout.id for layout in before if layout.recognises(source)] == []


def test_every_example_belongs_to_a_layout() -> None:
    """A pair whose layout is gone, or misspelt, is found."""
    names = {file.name for file in EXAMPLES.iterdir() if not file.name.startswith("__")}
    assert names == {f"{layout_id}.{kind}" for layout_id in IDS for kind in ("txt", "json")}


def test_a_missing_example_fails_by_name() -> None:
    """A new layout without its pair is told so, and nothing is written for it."""
    with pytest.raises(pytest.fail.Exception, match=r"has no no_such_layout\.txt"):
        example("no_such_layout")
    assert not (EXAMPLES / "no_such_layout.txt").is_file()


def test_the_examples_are_of_invented_places() -> None:
    """No example says anything of an authority that exists."""
    from sightline.regime.authorities import find_in

    for layout_id in IDS:
        data, _ = example(layout_id)
        assert [a.name for _, _, a in find_in(data.decode())] == [], layout_id
