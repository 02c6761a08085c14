"""CPU time and memory of reading a folder of PDFs, against pypdfium2 only extracting their text.

    python benchmarks/read_speed.py --corpus ../shared/corpus

Both run in fresh processes, one after the other, ``--repeat`` times in turn; the ratio of the
medians is what counts. Also: wall time with one process and with all cores, and peak memory with
few and with many documents.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_BOUND = """
import sys, pathlib, pypdfium2
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.pdf")):
    try:
        pdf = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError:
        continue
    for page in pdf:
        textpage = page.get_textpage()
        textpage.get_text_range()
        textpage.close()
        page.close()
    pdf.close()
"""


def cpu_of(command: list[str]) -> tuple[float, float]:
    """CPU seconds (user and system, children too) and wall seconds of a command."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return used, time.perf_counter() - start


def peak_memory(command: list[str]) -> float:
    """The largest sum, in MB, of the memory held by a command and its processes at one time."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak = 0.0
    while process.poll() is None:
        peak = max(peak, _memory(process.pid))
        time.sleep(0.02)
    return peak


def _memory(root: int) -> float:
    """MB of a process and its children, each shared page counted once (Pss where it is known)."""
    total, queue = 0.0, [root]
    while queue:
        pid = queue.pop()
        try:
            rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
            total += int(rollup.split("\nPss:")[1].split()[0]) / 1024
            queue += map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split())
        except (OSError, IndexError, ValueError):
            continue
    return total


def read_command(folder: Path, jobs: int | None) -> list[str]:
    """``sightline read`` of a folder, as a user would run it."""
    command = [sys.executable, "-m", "sightline", "read", str(folder), "--format", "csv"]
    return command + (["--jobs", str(jobs)] if jobs else [])


def main() -> int:
    """Measure and print one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=Path("../shared/corpus"))
    parser.add_argument("--repeat", type=int, default=3)
    options = parser.parse_args()
    if not options.corpus.is_dir():
        print(f"There is no corpus at {options.corpus}.", file=sys.stderr)
        return 2
    bound, ours = [], []
    for _ in range(options.repeat):
        bound.append(cpu_of([sys.executable, "-c", _BOUND, str(options.corpus)])[0])
        ours.append(cpu_of(read_command(options.corpus, None))[0])
    one, every = (cpu_of(read_command(options.corpus, jobs))[1] for jobs in (1, None))
    with tempfile.TemporaryDirectory() as few:
        for path in sorted(options.corpus.rglob("*.pdf"))[:20]:
            (Path(few) / f"{path.parent.name}-{path.name}").symlink_to(path.resolve())
        small, large = (peak_memory(read_command(f, None)) for f in (Path(few), options.corpus))
    documents = len(list(options.corpus.rglob("*.pdf")))
    ratio = statistics.median(ours) / statistics.median(bound)
    print(f"documents                          {documents}")
    print(f"CPU, pypdfium2 text only           {statistics.median(bound):.2f} s")
    print(f"CPU, sightline read                {statistics.median(ours):.2f} s")
    print(f"ratio (target: at most 2.0)        {ratio:.2f}")
    print(f"wall, 1 process / all cores        {one:.2f} s / {every:.2f} s = {one / every:.2f}")
    print(f"peak memory, 20 / all documents    {small:.0f} MB / {large:.0f} MB (target: 500)")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
