"""CPU time and memory of all measures by team, against one bare scan of the columns they use.

    python benchmarks/measures_speed.py --write

A made-up authority of 2,000 children, with Annex A and the local lists, or with the SSD, is copied
under new identifiers to 20,000, 200,000 and 2,000,000. Each size is measured in a process of its
own: all measures by team on DuckDB, and a scan that only reads the same columns of the same
Parquet, in one run. Then one measure of one team, warm, as a page would ask.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

DOCS = Path(__file__).parent.parent / "docs" / "reference"
AS_AT = date(2026, 10, 31)
BASE = 2_000
LARGEST_SSD = 100
"""The SSD has some 70 rows for each child: two million children are 140 million rows."""

_MEASURE = """
import json, resource, sys, time
from contextlib import ExitStack
from datetime import date
from pathlib import Path
import duckdb, ibis, pyarrow.dataset as ds
from sightline.engines import Limits, engine
from sightline.measures.columns_used import columns_used, everything_set
from sightline.measures.data import Data
from sightline.measures.figures import chosen, figures, unavailable
from sightline.measures.library import all_measures

folder, memory = Path(sys.argv[1]), int(sys.argv[2])
parquets = {p.stem: p for p in sorted(folder.glob("*.parquet"))}
measures = all_measures()
used = {m: columns_used(m) for m in measures}
from sightline.measures.days import calendar
calendar()
limits = Limits(memory_mb=memory, folder=folder / "temporary")
with engine(None, limits).open(parquets, "x") as lists:
    data = Data(date(2026, 10, 31), lists, lists)
    able = [m for m in chosen(data, measures) if not unavailable(m, data, everything_set())]
    start = time.process_time()
    found = figures(data, able, everything_set(), "team")
    all_by_team = time.process_time() - start
    one = next(m for m in able if m.id == "AS02") if any(m.id == "AS02" for m in able) else able[0]
    figures(data, [one], everything_set(), "team")
    start = time.perf_counter()
    figures(data, [one], everything_set(), "team")
    warm = time.perf_counter() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
wanted = {}
for m in able:
    for u in used[m]:
        wanted.setdefault(u.list, set()).add(u.column)
bare = duckdb.connect()
start = time.process_time()
for key, columns in sorted(wanted.items()):
    if key in parquets:
        there = set(ds.dataset(parquets[key]).schema.names)
        asked = ", ".join(f'max("{c}")' for c in sorted(columns & there))
        bare.sql(f"SELECT {asked} FROM read_parquet('{parquets[key]}')").fetchall()
scan = time.process_time() - start
print(json.dumps({"measures": len(able), "figures": len(found), "cpu": all_by_team, "scan": scan,
    "warm": warm, "mb": peak,
    "rows": sum(ds.dataset(p).count_rows() for p in parquets.values())}))
"""


def base(standards: tuple[str, ...]) -> Mapping[str, pa.Table]:
    """The lists of a made-up authority, typed."""
    from sightline.intake.checking import check_files
    from sightline.tasks.synthesizing import synthesize

    with tempfile.TemporaryDirectory() as folder:
        paths: list[Path] = []
        for standard in standards:
            out = str(Path(folder) / standard)
            list(synthesize(standard, BASE, AS_AT, 5, 0.0, None, (), out, None))
            paths += sorted(Path(out).iterdir())
        return check_files(paths, AS_AT).tables


def copied(tables: Mapping[str, pa.Table], times: int, folder: Path) -> None:
    """Write the lists so many times over, each time about other children."""
    from sightline.measures.data import list_of

    for key, table in tables.items():
        there = set(table.schema.names)
        ids = [c.name for c in list_of(key).columns if c.kind == "id" and c.name in there]
        with pq.ParquetWriter(folder / f"{key}.parquet", table.schema, compression="zstd") as file:
            for n in range(times):
                made = table
                for name in ids:
                    place = table.schema.names.index(name)
                    marked = pc.binary_join_element_wise(
                        table[name].cast(pa.string()), pa.scalar(str(n)), "-"
                    )
                    made = made.set_column(place, name, marked.cast(table.schema.field(name).type))
                file.write_table(made)


def measured(folder: Path, memory: int) -> dict[str, Any]:
    """What a fresh process measures."""
    done = subprocess.run(
        [sys.executable, "-c", _MEASURE, str(folder), str(memory)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(done.stderr)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def main() -> int:
    """Measure, print, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1, 10, 100, 1000])
    parser.add_argument("--memory", type=int, default=1400, help="MB that DuckDB may use")
    options = parser.parse_args()
    rows = []
    for name, standards in (("Annex A and local lists", ("annex_a", "local")), ("SSD", ("ssd",))):
        tables = base(standards)
        for times in options.sizes:
            if "ssd" in standards and times > LARGEST_SSD:
                continue
            with tempfile.TemporaryDirectory() as folder:
                copied(tables, times, Path(folder))
                row = {"data": name, "children": BASE * times,
                       **measured(Path(folder), options.memory)}  # fmt: skip
            row["scans"] = row["cpu"] / row["scan"]
            rows.append(row)
            print(json.dumps(row), flush=True)
    if options.write:
        (DOCS / "measures-speed.md").write_text(page(rows), encoding="utf-8")
        (DOCS / "measures-growth.svg").write_text(plot(rows), encoding="utf-8")
    return 0


def page(rows: list[dict[str, Any]]) -> str:
    """The page of figures."""
    head = "| data | children | rows | measures | CPU s | scan s | scans | peak MB | warm ms |"
    lines = [head, "|" + " --- |" * 9]
    lines += [
        f"| {r['data']} | {r['children']:,} | {r['rows']:,} | {r['measures']} | {r['cpu']:.2f} | "
        f"{r['scan']:.3f} | {r['scans']:.0f} | {r['mb']:,.0f} | {r['warm'] * 1000:.0f} |"
        for r in rows
    ]
    big = [r for r in rows if r["children"] == 200_000]
    worst = max((r["scans"] for r in big), default=0)
    return "\n\n".join(
        [
            "<!-- Made by benchmarks/measures_speed.py --write. Do not edit. -->",
            "# Speed of measures",
            "All measures by team on DuckDB, against one bare scan (`max` of every column that "
            "they use, of the same Parquet), CPU time in one run. A figure of one measure by "
            "team, warm, is what a page would ask. The children are copies of a made-up 2,000.",
            "\n".join(lines),
            f"At 200,000 children: at most {worst:.0f} scans; the aim is 60. A small authority "
            "takes more scans, for most of the time is then the making of the queries, which "
            "does not grow.",
            "![CPU seconds by children, on two logarithmic scales](measures-growth.svg)",
        ]
    ) + "\n"  # fmt: skip


def plot(rows: list[dict[str, Any]]) -> str:
    """CPU time by number of children, on two logarithmic scales."""
    import vl_convert

    line = {"field": "children", "type": "quantitative", "scale": {"type": "log"},
            "axis": {"title": "children", "format": "~s"}}  # fmt: skip
    cpu = {"field": "cpu", "type": "quantitative", "scale": {"type": "log"},
           "axis": {"title": "CPU seconds"}}  # fmt: skip
    spec = {
        "data": {"values": rows}, "width": 520, "height": 320,
        "mark": {"type": "line", "point": True},
        "encoding": {"x": line, "y": cpu,
                     "color": {"field": "data", "type": "nominal", "title": None},
                     "strokeDash": {"field": "data", "type": "nominal", "title": None}},
    }  # fmt: skip
    return str(vl_convert.vegalite_to_svg(spec))


if __name__ == "__main__":
    sys.exit(main())
