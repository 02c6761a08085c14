"""Figures of a pool of authorities, on Spark and on DuckDB, and whether they are the same.

    python benchmarks/pool.py --authorities 150 --children 20000

Each authority has the same made-up children, under its own name: identifiers are the same on
purpose, and must not meet. Wall time is told, for Spark works in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any

from measures_speed import BASE, base, copied

from sightline.engines import Limits, engine
from sightline.measures.data import Data
from sightline.measures.figures import figures
from sightline.measures.library import measures_named
from sightline.measures.settings import Settings

AS_AT = date(2026, 10, 31)
MEASURES = ("AS02", "AS03", "SE04", "CP07", "CP11", "LA10", "LA15", "LA23", "CL03", "FD11")


def asked(name: str, parquets: dict[str, Path], count: int, folder: Path) -> tuple[Any, float]:
    """The figures by authority, and the seconds that they took."""
    who = [f"Authority {n:03}" for n in range(count)]
    limits = Limits(memory_mb=3000, folder=folder / "temporary")
    chosen = [m for text in MEASURES for m in measures_named(text) if "ssd." not in m.roll.lists[0]]
    start = time.perf_counter()
    with engine(name, limits).open_pool(dict.fromkeys(who, parquets), {w: w for w in who}) as lists:
        data = Data(AS_AT, lists, lists, "pool")
        found = figures(data, chosen, Settings(), "authority")
    told = [(f.measure, f.group, f.category, f.numerator, f.denominator) for f in found]
    return told, time.perf_counter() - start


def main() -> int:
    """Ask both engines, compare, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--authorities", type=int, default=150)
    parser.add_argument("--children", type=int, default=20_000, help="of each")
    parser.add_argument("--engines", nargs="+", default=["duckdb", "spark"])
    options = parser.parse_args()
    tables = {k: t for k, t in base(("annex_a",)).items() if k.startswith("annex_a.")}
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        copied(tables, max(options.children // BASE, 1), folder)
        parquets = {p.stem: p for p in sorted(folder.glob("*.parquet"))}
        results = {}
        for name in options.engines:
            results[name], seconds = asked(name, parquets, options.authorities, folder)
            print(json.dumps({"engine": name, "seconds": round(seconds, 1),
                              "figures": len(results[name])}), flush=True)  # fmt: skip
        rows = options.authorities * sum(t.num_rows for t in tables.values())
        rows *= max(options.children // BASE, 1)
        same = len({json.dumps(told) for told in results.values()}) == 1
        print(json.dumps({"rows": rows, "equal": same}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
