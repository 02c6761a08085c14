"""Scores the reading of the corpus against the facts checked by eye, cell by cell.

    python benchmarks/evaluate.py --corpus ../shared/corpus --write

Prints a table per field, kind and era, and which cells were gained and lost since the scores last
committed in ``docs/reference/scores.json``. ``--misses`` lists every wrong cell.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

from sightline.reports.reading import Reading, read_bytes, rows

GRADES = [
    "overall",
    "leaders",
    "help_and_protection",
    "in_care",
    "care_leavers",
    "adoption",
    "lscb",
]
KIND_OF = {
    "ilacs_standard": "inspection",
    "ilacs_short": "inspection",
    "sif_inspection": "inspection",
    "sif_reinspection": "inspection",
    "focused_visit": "focused_visit",
    "jtai": "joint_inspection",
    "other": "other",
}


class Cell(NamedTuple):
    """One value that was checked by eye, beside the one that was read."""

    path: str
    field: str
    kind: str
    era: str
    expected: str
    got: str
    right: bool


def era(kind: str, when: str) -> str:
    """The layout period that a document belongs to, by its kind and the date of the visit."""
    if kind == "inspection":
        edges = ["2014-09", "2015-06", "2018-03", "2021-06", "2023-01", "2025-03", "2026-04"]
    else:
        edges = ["2018-11", "2020-09", "2021-07", "2025-03"]
    start = max((e for e in edges if e <= when), default="")
    return f"from {start}" if start else f"to {edges[0]}"


def read_one(arguments: tuple[str, str]) -> tuple[dict[str, str], dict[str, Any]]:
    """The row and the items of one document, read by its place in the corpus."""
    corpus, path = arguments
    reading = read_bytes((Path(corpus) / path).read_bytes(), path)
    return rows(reading)[0], _items(reading)


def _items(reading: Reading) -> dict[str, Any]:
    if reading.document is None or not reading.events:
        return {"improvement": [], "priority_action": [], "spans": True, "layout": ""}
    event, text = reading.events[0], reading.document.text
    found = {
        role: [text[i.start : i.end] for i in event.items if i.role == role]
        for role in ("improvement", "priority_action")
    }
    cited = [f.citation for facts in event.facts.values() for f in facts if f.citation]
    spans = all(text[c.start : c.end] == c.quote for c in cited)
    return {**found, "spans": spans, "layout": reading.layout}


def _truth(corpus: Path, name: str) -> list[dict[str, str]]:
    with (corpus / "truth" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def same(expected: str, got: str) -> bool:
    """Equal but for white space, case and the form of apostrophes."""
    return squash(expected) == squash(got)


def squash(text: str) -> str:
    """Text for comparing: no white space, straight apostrophes, lower case."""
    return re.sub(r"\s+", "", text).replace("’", "'").replace("‘", "'").lower()


def inspection_cells(row: dict[str, str], got: dict[str, str], kind: str) -> Iterator[tuple]:
    """Cells of an inspection: kind, authority, dates, grades, counts, what came before."""
    if "not a PDF" in row["notes"]:  # its other facts come from its folder and its name
        yield "kind", "unreadable", got["kind"]
        return
    yield "kind", KIND_OF[row["document_kind"]], got["kind"]
    yield "authority", row["urn"], got["urn"]
    for field in ("start_date", "end_date"):
        yield field, row[field], got[field]
    for field in GRADES:
        if field in row:
            yield field, row[field], got[field]
    yield "lead_inspector", row["lead_inspector"], got["lead_inspector"]
    if kind.startswith("ilacs"):
        yield "inspection_type", kind.removeprefix("ilacs_"), got["inspection_type"]
    if row["n_improve"]:
        yield "n_improvements", row["n_improve"], got["n_improvements"]
        yield "n_priority_actions", row["n_priority"], got["n_priority_actions"]
    if row.get("previous_overall"):
        yield "previous_overall", row["previous_overall"], got["previous_overall"]
    if "published_date" in row and row["framework"] == "SIF":
        yield "published_date", row["published_date"], got["published_date"]


def letter_cells(row: dict[str, str], got: dict[str, str]) -> Iterator[tuple]:
    """Cells of a visit's letter."""
    yield "kind", KIND_OF[row["document_kind"]], got["kind"]
    yield "authority", row["urn"], got["urn"]
    for field in ("start_date", "end_date", "letter_date", "lead_inspector", "inspectors"):
        yield field, row[field], got[field]
    yield "addressee", row["addressee_name"], got["addressee"]
    accepted = [row["topic"], *row["topic_also_acceptable"].split("|")]
    yield "topic", row["topic"], row["topic"] if got["topic"] in accepted else got["topic"]
    yield "virtual", row["virtual"], got["virtual"]
    yield "n_improvements", row["n_improve"], got["n_improvements"]
    yield "n_priority_actions", row["n_priority"], got["n_priority_actions"]
    if row["previous_overall"]:
        yield "previous_overall", row["previous_overall"], got["previous_overall"]
    stated = _partial(row["previous_inspection_date_text"])
    if stated:
        yield "previous_date", stated, got["previous_date"]


def joint_cells(row: dict[str, str], got: dict[str, str]) -> Iterator[tuple]:
    """Cells of a joint inspection's letter."""
    yield "kind", "joint_inspection", got["kind"]
    yield "authority", row["urn"], got["urn"]
    for field in ("start_date", "end_date", "letter_date"):
        yield field, row[field], got[field]
    yield "n_improvements", row["n_improve"], got["n_improvements"]
    yield "n_priority_actions", row["n_priority"], got["n_priority_actions"]


def _partial(words: str) -> str:
    """ "October 2022" as 2022-10, "2017" as 2017; other words give nothing."""
    months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    match = re.fullmatch(r"(?:([A-Za-z]+) )?(\d{4})", words.strip())
    if not match:
        return ""
    return f"{match[2]}-{months.index(match[1][:3].lower()) + 1:02d}" if match[1] else match[2]


def all_cells(corpus: Path, jobs: int) -> tuple[list[Cell], dict[str, dict[str, Any]]]:
    """Every checked cell of every document that is there."""
    tables = (
        ("inspections.csv", inspection_cells),
        ("inspections-2025-26.csv", inspection_cells),
        ("letters.csv", letter_cells),
        ("joint-inspections.csv", joint_cells),
    )
    wanted = [
        (row, cells)
        for name, cells in tables
        for row in _truth(corpus, name)
        if (corpus / row["path"]).is_file()
    ]
    paths = [(str(corpus), row["path"]) for row, _ in wanted]
    with ProcessPoolExecutor(jobs) as pool:
        read = list(pool.map(read_one, paths, chunksize=8))
    out: list[Cell] = []
    items: dict[str, dict[str, Any]] = {}
    for (row, cells), (got, held) in zip(wanted, read):
        items[row["path"]] = held
        kind = row["document_kind"]
        where = KIND_OF[kind]
        row.setdefault("framework", "ILACS")
        when = row["start_date"] or row.get("published_date", "")
        pairs = cells(row, got, kind) if cells is inspection_cells else cells(row, got)
        for field, expected, value in pairs:
            right = same(expected, value)
            out.append(Cell(row["path"], field, where, era(where, when), expected, value, right))
        out.append(
            Cell(
                row["path"],
                "quotes",
                where,
                era(where, when),
                "True",
                str(held["spans"]),
                held["spans"],
            )
        )
    return out, items


def item_cells(corpus: Path, items: dict[str, dict[str, Any]]) -> Iterator[Cell]:
    """Each item's words against those copied by eye, in order, but for white space."""
    for name in (
        "improvements.jsonl",
        "inspection-improvements-2025-26.jsonl",
        "letter-improvements.jsonl",
    ):
        for line in (corpus / "truth" / name).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["path"] not in items:
                continue
            held = items[row["path"]]
            kind = "focused_visit" if row["path"].startswith("focused") else "inspection"
            for role, names in (
                ("improvement", ("improvement_items", "improve")),
                ("priority_action", ("priority_actions", "priority")),
            ):
                listed = next((row[n] for n in names if n in row), None)
                if not listed:
                    continue
                if isinstance(listed, dict):
                    listed = listed.get("items", [])
                for place, entry in enumerate(listed):
                    text = entry if isinstance(entry, str) else entry["text"]
                    got = held[role][place] if place < len(held[role]) else ""
                    yield Cell(
                        row["path"],
                        f"{role}_text",
                        kind,
                        "all",
                        f"{place}: {text}",
                        got,
                        same(text, got),
                    )


def table(cells: list[Cell], by: str) -> list[tuple[str, str, int, int]]:
    """Right and checked cells by field and one more column."""
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for cell in cells:
        entry = counts[cell.field, getattr(cell, by) if by else "all"]
        entry[0] += cell.right
        entry[1] += 1
    return [(field, group, right, n) for (field, group), (right, n) in sorted(counts.items())]


def markdown(cells: list[Cell]) -> str:
    """The scores as a page."""
    lines = [
        "# Scores of reading",
        "",
        "Made by `make evaluate`: cells right of cells checked by eye in the corpus of reports "
        "and letters. The rules were written while looking at this corpus, so documents of other "
        "authorities may score lower.",
        "",
        "| field | right | of | share |",
        "| --- | ---: | ---: | ---: |",
    ]
    lines += [f"| {f} | {r} | {n} | {r / n:.1%} |" for f, _, r, n in table(cells, "")]
    for by, title in (("kind", "By kind"), ("era", "By era")):
        lines += [
            "",
            f"## {title}",
            "",
            f"| field | {by} | right | of | share |",
            "| --- | --- | ---: | ---: | ---: |",
        ]
        rows_by = table(cells, by) if by == "kind" else _by_kind_and_era(cells)
        lines += [f"| {f} | {g} | {r} | {n} | {r / n:.1%} |" for f, g, r, n in rows_by]
    return "\n".join(lines) + "\n"


def _by_kind_and_era(cells: list[Cell]) -> list[tuple[str, str, int, int]]:
    return table([c._replace(era=f"{c.kind}, {c.era}") for c in cells], "era")


def _key(cell: Cell) -> str:
    """What tells one checked cell from another, for the list of wrong ones."""
    place = cell.expected.split(":")[0] if cell.field.endswith("_text") else ""
    return f"{cell.path} {cell.field} {place}".strip()


def changes(cells: list[Cell], before: Path) -> tuple[list[str], list[str]]:
    """Cells that are right now and were not, and the other way round."""
    if not before.is_file():
        return [], []
    wrong_before = set(json.loads(before.read_text(encoding="utf-8"))["wrong"])
    now = {_key(c): c.right for c in cells}
    gained = sorted(k for k in wrong_before if now.get(k))
    lost = sorted(k for k, right in now.items() if not right and k not in wrong_before)
    return gained, lost


def main() -> int:
    """Score, print, and with ``--write`` keep the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=Path("../shared/corpus"))
    parser.add_argument("--write", action="store_true", help="keep the scores in docs/reference")
    parser.add_argument("--misses", action="store_true", help="list every wrong cell")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    if not options.corpus.is_dir():
        print(f"There is no corpus at {options.corpus}: nothing to score.", file=sys.stderr)
        return 2
    cells, items = all_cells(options.corpus, options.jobs)
    cells += item_cells(options.corpus, items)
    for field, _, right, n in table(cells, ""):
        print(f"{field:22} {right:5} of {n:5}  {right / n:7.2%}")
    docs = Path(__file__).parent.parent / "docs" / "reference"
    gained, lost = changes(cells, docs / "scores.json")
    print(f"gained {len(gained)}: {gained[:20]}\nlost {len(lost)}: {lost[:20]}")
    if options.misses:
        for cell in cells:
            if not cell.right:
                layout = items[cell.path]["layout"]
                wrong_cell = f"MISS {cell.field} {cell.path} [{layout}]"
                print(f"{wrong_cell} expected {cell.expected[:120]!r} got {cell.got[:160]!r}")
    if options.write:
        docs.mkdir(parents=True, exist_ok=True)
        (docs / "scores.md").write_text(markdown(cells), encoding="utf-8")
        wrong = sorted(_key(c) for c in cells if not c.right)
        (docs / "scores.json").write_text(
            json.dumps({"wrong": wrong}, indent=1) + "\n", encoding="utf-8"
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
