"""The real reports and letters are read as people read them, and broken copies break nothing."""

from __future__ import annotations

import random
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from sightline.kit.workers import Lost, spread
from sightline.reports.reading import read_bytes

ROOT = Path(__file__).parent.parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"
sys.path.insert(0, str(ROOT / "benchmarks"))
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of real reports is not here"),
]

# What must be right at least, of the cells that were checked by eye.
LEAST = {
    **dict.fromkeys(
        [
            "kind",
            "authority",
            "start_date",
            "end_date",
            "overall",
            "leaders",
            "help_and_protection",
            "in_care",
            "care_leavers",
            "adoption",
            "lscb",
        ],
        0.995,
    ),
    **dict.fromkeys(("lead_inspector", "letter_date", "topic", "n_priority_actions"), 0.99),
    **dict.fromkeys(("n_improvements", "improvement_text", "priority_action_text"), 0.98),
    **dict.fromkeys(("previous_overall", "previous_date"), 0.95),
    "quotes": 1.0,
}


@pytest.fixture(scope="module")
def cells() -> dict[str, list[bool]]:
    """Right or wrong, for every checked cell, by field."""
    import evaluate

    found, items = evaluate.all_cells(CORPUS, jobs=2)
    by_field = defaultdict(list)
    for cell in [*found, *evaluate.item_cells(CORPUS, items)]:
        by_field[cell.field].append(cell.right)
    return by_field


@pytest.mark.parametrize("field", LEAST)
def test_cells_are_right(cells: dict[str, list[bool]], field: str) -> None:
    """Each field is right in at least the share that was promised."""
    checked = cells[field]
    assert len(checked) > 20
    assert sum(checked) / len(checked) >= LEAST[field]


def broken(data: bytes, chance: random.Random) -> list[bytes]:
    """A document cut off at 20 places, and with 200 bits turned in several ways."""
    cut = [data[: len(data) * n // 20] for n in range(20)]
    flipped = []
    for bits in (1, 5, 200, 200, 200):
        copy = bytearray(data)
        for _ in range(bits):
            copy[chance.randrange(len(copy))] ^= 1 << chance.randrange(8)
        flipped.append(bytes(copy))
    return [*cut, *flipped]


def outcome(data: bytes) -> tuple[str, int]:
    """The kind, and how many problems are named."""
    reading = read_bytes(data, "copy.pdf")
    _ = reading.findings
    return reading.kind, len(reading.problems)


def test_broken_copies_are_named_and_break_nothing() -> None:
    """No crash, no hang over 10 seconds; what is cut off is said to be unreadable."""
    chance = random.Random(5)
    paths = chance.sample(sorted(CORPUS.glob("*/*/*.pdf")), 12)
    copies = [c for p in paths for c in broken(p.read_bytes(), chance)]
    results = [result for _, result in spread(outcome, copies, jobs=2, seconds=10)]
    assert len(results) == len(copies)
    assert not [r for r in results if isinstance(r, Lost)]
    assert all(problems for kind, problems in results if kind == "unreadable")


def test_area_send_inspections_are_said_to_be_something_else() -> None:
    """Six documents that look alike and are not inspections of children's services."""
    paths = sorted((CORPUS / "other").glob("*/*.pdf"))
    assert len(paths) == 6
    for path in paths:
        reading = read_bytes(path.read_bytes(), path.name)
        assert reading.kind == "other"
        assert "SEND" in reading.problems[-1].message
