"""CPU time and memory of check and load, against python-calamine only reading the cells.

    python benchmarks/intake_speed.py --write

Workbooks of 20,000 children, one clean and one with planted errors, are each read by calamine, and
checked and loaded by Sightline, in turn in fresh processes; the ratio of the medians is what
counts. Then the cost of CSV extracts of 2,000, 20,000 and 200,000 children, with peak memory, and a
plot.
"""

from __future__ import annotations

import argparse
import json
import platform
import statistics
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import Any

DOCS = Path(__file__).parent.parent / "docs" / "reference"
AS_AT = "2026-10-31"
TARGET = 3.0
"""How many times the CPU time of calamine check and load may take."""
CHILDREN = 20_000
DIRT = (0.0, 0.02)
_LIBRARIES = ("python-calamine", "pyarrow", "duckdb")

_BOUND = """
import json, sys, time, python_calamine
start = time.process_time()
book = python_calamine.CalamineWorkbook.from_path(sys.argv[1])
cells = 0
for name in book.sheet_names:
    rows = book.get_sheet_by_name(name).to_python()
    cells += sum(map(len, rows))
end = time.process_time()
print(json.dumps({"cpu": end - start, "whole": end, "cells": cells}))
"""
_BARE = """
import datetime, json, sys, time, python_calamine, pyarrow as pa, pyarrow.compute as pc
pa.array([None])  # pyarrow looks for pandas with its first array
start = time.process_time()
book = python_calamine.CalamineWorkbook.from_path(sys.argv[1])
for name in book.sheet_names:
    for column in zip(*book.get_sheet_by_name(name).to_python()[1:]):
        kinds = set(map(type, column)) - {str}
        if kinds == {datetime.date} and all(c == "" for c in column if type(c) is str):
            pa.array([c or None for c in column], pa.date32())
        elif kinds == {float} and all(c == "" for c in column if type(c) is str):
            pa.array([c if c != "" else None for c in column], pa.float64())
        else:
            text = pc.utf8_trim_whitespace(pa.array([str(c) for c in column]))
            pc.if_else(pc.equal(text, ""), None, text).dictionary_encode()
print(json.dumps({"cpu": time.process_time() - start}))
"""
_OURS = """
import json, sys, time, resource
from datetime import date
from pathlib import Path
import duckdb, pyarrow, pyarrow.parquet, python_calamine
from sightline.intake import checking, rules
from sightline.intake.store import Store
from sightline.kit.calendar import bank_holidays
rules.all_rules()
# Libraries that are imported late: the bank holidays', and pandas, if it is there, with the
# first array of pyarrow.
bank_holidays(2000), pyarrow.array([None])
start = time.process_time()
checked = checking.check_files([Path(p) for p in sys.argv[2:]], date.fromisoformat("2026-10-31"))
read = time.process_time()
Store(Path(sys.argv[1])).save("Fernshire", checked.as_at, checked.tables, checked.issues,
                              checked.files, {}, "benchmark")
end = time.process_time()
print(json.dumps({"cpu": end - start, "whole": end, "check": read - start, "load": end - read,
    "rows": sum(len(t) for t in checked.tables.values()),
    "cells": sum(len(t) * (t.num_columns - 3) for t in checked.tables.values()),
    "issues": len(checked.issues),
    "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
"""


def run(code: str, *arguments: str) -> dict[str, Any]:
    """What a fresh process measures."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True
    )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def synthesize(out: Path, children: int, dirt: float = 0) -> Path:
    """A made-up authority's Annex A: a workbook, or a folder of CSV files."""
    subprocess.run(
        [
            *(sys.executable, "-m", "sightline", "synthesize", "--children", str(children)),
            *("--as-at", AS_AT, "--seed", "3", "--dirt", str(dirt), "--out", str(out)),
        ],
        check=True,
        capture_output=True,
    )
    return out


def ratio(folder: Path, repeat: int, dirt: float) -> dict[str, Any]:
    """Ours, the bound, and a bare vectorised clean, in turn on one workbook."""
    book = str(synthesize(folder / f"annex-a-{dirt}.xlsx", CHILDREN, dirt))
    ours, bound, bare = [], [], []
    for turn in range(repeat):
        bound.append(run(_BOUND, book))
        bare.append(run(_BARE, book))
        ours.append(run(_OURS, str(folder / f"store-{dirt}-{turn}"), book))

    def middle(rows: list[dict[str, Any]], what: str) -> float:
        return statistics.median(row[what] for row in rows)

    return {
        "dirt": dirt,
        "cells": ours[0]["cells"],
        "issues": ours[0]["issues"],
        "calamine": middle(bound, "cpu"),
        "bare": middle(bare, "cpu"),
        "check": middle(ours, "check"),
        "load": middle(ours, "load"),
        "ratio": middle(ours, "cpu") / middle(bound, "cpu"),
        "each": sorted(o["cpu"] / b["cpu"] for o, b in zip(ours, bound)),
        "whole": middle(ours, "whole"),
        "mb": middle(ours, "mb"),
    }


def growth(folder: Path, sizes: list[int], repeat: int) -> list[dict[str, Any]]:
    """The cost of CSV extracts of several sizes: of several runs, the one in the middle."""
    rows = []
    for size in sizes:
        files = sorted(map(str, synthesize(folder / f"csv-{size}", size).iterdir()))
        turns = [run(_OURS, str(folder / f"grown-{size}-{n}"), *files) for n in range(repeat)]
        middle = sorted(turns, key=lambda turn: float(turn["cpu"]))[repeat // 2]
        rows.append({"children": size, **middle})
        print(rows[-1], file=sys.stderr)
    return rows


def page(ratios: list[dict[str, Any]], grown: list[dict[str, Any]]) -> str:
    """The figures as a page."""
    return "\n".join([*_of_ratios(ratios), *_of_growth(grown)]) + "\n"


def _of_ratios(ratios: list[dict[str, Any]]) -> list[str]:
    used = ", ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    return [
        "<!-- Made by benchmarks/intake_speed.py --write. Do not edit. -->",
        "",
        "# Speed of check and load",
        "",
        f"What it costs to check an extract and to keep it, on {platform.machine()} with Python "
        f"{platform.python_version()}, {used}. The seconds are CPU time, the middle of several "
        "runs, each in a process of its own. They depend on the machine and on what else it does; "
        "the ratios do so less, and how far they spread is told.",
        "",
        f"## A workbook of {CHILDREN:,} children",
        "",
        "All eleven lists of Annex A, of an authority that is made up: once clean, and once with "
        "2 in 100 rows wrong in every way that the checks know. Beside it, in turn: "
        "python-calamine, the library that reads the workbook here too, only giving its cells; "
        "and a bare clean, which reads the cells and gives each column its type without a single "
        "check. Imports are not counted, but in the last column, which is the whole process.",
        "",
        "| planted errors | cells | issues | calamine alone | bare clean | check | load | check "
        "and load ÷ calamine | from … to | peak memory | whole process |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
        *map(_ratio_row, ratios),
        "",
        f"The target is {TARGET:g} times at most. {' '.join(map(_verdict, ratios))}",
    ]


def _ratio_row(r: dict[str, Any]) -> str:
    return (
        f"| {_called(r)} | {r['cells']:,} | {r['issues']:,} | {r['calamine']:.2f} s | "
        f"{r['bare']:.2f} s | {r['check']:.2f} s | {r['load']:.2f} s | {r['ratio']:.2f} | "
        f"{r['each'][0]:.2f} … {r['each'][-1]:.2f} | {r['mb']:,.0f} MB | {r['whole']:.2f} s |"
    )


def _called(r: dict[str, Any]) -> str:
    return f"{r['dirt']:.0%} of rows" if r["dirt"] else "none"


def _verdict(r: dict[str, Any]) -> str:
    which = "With planted errors" if r["dirt"] else "Without errors"
    if r["ratio"] <= TARGET:
        return f"{which} it is met: {r['ratio']:.2f}."
    return f"{which} it is missed: {r['ratio']:.2f}, {r['ratio'] / TARGET - 1:.0%} too much."


def _of_growth(grown: list[dict[str, Any]]) -> list[str]:
    most = max(g["mb"] for g in grown)
    between = [
        f"{straight(grown, g['children']):.2f} s for {g['children']:,} children, and "
        f"{g['cpu']:.2f} s were measured"
        for g in grown[1:-1]
    ]
    return [
        "",
        "## As children grow",
        "",
        "The same lists, clean, as CSV files, which have no limit of rows: check and load. A part "
        "of the cost is the same for any extract (some 300 questions are put to the engine), so a "
        "small one costs more for each child. As to the rest, a straight line from the smallest "
        f"to the largest gives {'; '.join(between)}. The "
        f"most memory is {most:,.0f} MB; 2,000 MB is the limit set for it.",
        "",
        "| children | rows | cells | CPU seconds | per 1,000 children | peak memory |",
        "| --- | --- | --- | --- | --- | --- |",
        *(
            f"| {g['children']:,} | {g['rows']:,} | {g['cells']:,} | {g['cpu']:.2f} | "
            f"{1000 * g['cpu'] / g['children']:.3f} | {g['mb']:,.0f} MB |"
            for g in grown
        ),
        "",
        "![CPU seconds by number of children, beside a straight line](intake-growth.svg)",
    ]


def straight(grown: list[dict[str, Any]], children: int) -> float:
    """The seconds on a straight line from the smallest extract to the largest."""
    first, last = grown[0], grown[-1]
    slope = (last["cpu"] - first["cpu"]) / ((last["children"] - first["children"]) or 1)
    return float(first["cpu"] + slope * (children - first["children"]))


def plot(grown: list[dict[str, Any]], path: Path) -> None:
    """What was measured, on a straight line from the smallest to the largest."""
    import altair
    import vl_convert

    rows = [
        {
            "children": g["children"],
            "seconds": g["cpu"],
            "line": straight(grown, g["children"]),
            "told": f"{g['children']:,}: {g['cpu']:.2f} s",
        }
        for g in grown
    ]
    x = altair.X("children:Q", title="children", axis=altair.Axis(tickCount=5))
    both = altair.Chart(altair.Data(values=rows), width=480, height=300).encode(x=x)
    title = altair.Title(
        "CPU seconds of check and load",
        subtitle="points: measured; dashes: a straight line from the smallest to the largest",
        anchor="start",
    )
    seconds = altair.Y("seconds:Q", title="CPU seconds", scale=altair.Scale(domainMin=0))
    chart = altair.layer(
        both.mark_line(strokeDash=[5, 4], color="#767676").encode(y=altair.Y("line:Q")),
        both.mark_point(filled=True, size=70, color="#1f4e79").encode(y=seconds),
        both.mark_text(align="right", dx=-8, dy=-10)
        .encode(y=seconds, text="told:N")
        .transform_filter(f"datum.children == {grown[-1]['children']}"),
        both.mark_text(align="left", dx=10, dy=10)
        .encode(y=seconds, text="told:N")
        .transform_filter(f"datum.children != {grown[-1]['children']}"),
        title=title,
    )
    path.write_text(vl_convert.vegalite_to_svg(chart.to_json()), encoding="utf-8")


def main() -> int:
    """Measure, print, and with ``--write`` keep."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--sizes", type=int, nargs="*", default=[2_000, 20_000, 200_000])
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ratios = [ratio(Path(folder), options.repeat, dirt) for dirt in DIRT]
        grown = growth(Path(folder), options.sizes, options.repeat)
    text = page(ratios, grown)
    print(text)
    if options.write:
        (DOCS / "intake-speed.md").write_text(text, encoding="utf-8")
        plot(grown, DOCS / "intake-growth.svg")
    return 0


if __name__ == "__main__":
    sys.exit(main())
