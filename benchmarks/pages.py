"""How fast pages are with 8 people at once, while a report is made beside them.

python benchmarks/pages.py WORKSPACE [--write]

Needs a workspace with what ``sightline demo`` makes (or a larger one). It serves the workspace with
gunicorn as ``sightline serve`` does, signs eight people in, and lets each go through pages of their
role for a while. As a bound it takes the page of the accessibility statement, which asks nothing,
in the same run.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import threading
import time
import urllib.parse
import urllib.request
from collections import defaultdict
from http.cookiejar import CookieJar
from pathlib import Path

from sightline.web.demo import PASSWORD

PORT = 8765
PEOPLE = (
    "director",
    "head",
    "manager",
    "qa_lead",
    "auditor",
    "analyst",
    "practitioner",
    "inspector",
)
BOUND = "/accessibility"
_PAGE = Path(__file__).parent.parent / "docs" / "reference" / "pages-speed.md"


class Person:
    """Somebody with a browser of their own."""

    def __init__(self, name: str) -> None:
        self.open = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(CookieJar())
        ).open
        text = self.get("/sign-in/")
        token = text.split('csrfmiddlewaretoken" value="')[1].split('"')[0]
        said = {"csrfmiddlewaretoken": token, "login": name, "password": PASSWORD}
        self.get("/sign-in/", urllib.parse.urlencode(said).encode())

    def get(self, address: str, data: bytes | None = None) -> str:
        """A page's text."""
        request = urllib.request.Request(f"http://127.0.0.1:{PORT}{address}", data)
        request.add_header("Referer", f"http://127.0.0.1:{PORT}/sign-in/")
        with self.open(request, timeout=60) as answer:
            return str(answer.read().decode("utf-8", "replace"))


def walk(name: str, until: float, times: dict[str, list[float]], failed: list[str]) -> None:
    """Go from link to link as one person, and keep how long each page took."""
    from sightline.web.routes import PAGES

    dice, person = random.Random(name), Person(name)
    known = {"/", BOUND}
    assert PAGES is not None
    while time.monotonic() < until:
        address = dice.choice(sorted(known))
        begun = time.perf_counter()
        try:
            text = person.get(address)
        except OSError as error:
            failed.append(f"{kind_of(address)}: {error}")
            continue
        times[kind_of(address)].append((time.perf_counter() - begun) * 1000)
        if len(known) < 400:
            known |= {
                part.split('"')[0].split("#")[0].replace("&amp;", "&")
                for part in text.split('href="')[1:]
                if part.startswith("/") and not part.startswith(("/static", "/sign-in"))
            } - {""}


def kind_of(address: str) -> str:
    """The page's pattern: no identifier stands in what is printed."""
    from django.urls import Resolver404, resolve

    try:
        return str(resolve(urllib.parse.urlsplit(address).path).view_name)
    except Resolver404:
        return "other"


def main() -> None:
    """Serve, go through pages, and print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("workspace", type=Path)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    environment = dict(
        os.environ, SIGHTLINE_WORKSPACE=str(options.workspace.resolve()), SIGHTLINE_DEMO="1",
        SIGHTLINE_LOG_LEVEL="ERROR", DJANGO_SETTINGS_MODULE="sightline.web.settings",
    )  # fmt: skip
    os.environ.update(environment)
    import django

    django.setup()
    served = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "sightline.web.wsgi", "--bind", f"127.0.0.1:{PORT}",
         "--workers", "2", "--threads", "4", "--log-level", "error"],
        env=environment,
    )  # fmt: skip
    try:
        _wait()
        print(json.dumps(measured(options.seconds, options.workspace, environment, options.write)))
    finally:
        served.terminate()
        served.wait(30)


def measured(
    seconds: int, workspace: Path, environment: dict[str, str], write: bool
) -> dict[str, object]:
    """Times of pages, alone and while a report is made."""
    rows, told = [], {}
    for title, beside in (("alone", False), ("while a report is made", True)):
        report = _report(workspace, environment) if beside else None
        times, failed = _walked(seconds)
        if report:
            report.terminate()
            report.wait()
        every = [t for some in times.values() for t in some]
        bound = statistics.median(times[BOUND.strip("/")])
        told[title] = {
            "pages": len(every),
            "failed": len(failed),
            "median_ms": round(statistics.median(every)),
            "p95_ms": round(_p95(every)), "ratio": round(statistics.median(every) / bound, 1),
        }  # fmt: skip
        rows.append((title, times, failed))
        for words in failed[:5]:
            print(words, file=sys.stderr)
    if write:
        _PAGE.write_text(_text(_about(workspace), told, rows), encoding="utf-8")
    return told


def _report(workspace: Path, environment: dict[str, str]) -> subprocess.Popen[bytes]:
    """What the queue runs: a publication made anew, at low priority."""
    return subprocess.Popen(
        ["nice", "-n", "10", sys.executable, "-m", "sightline", "publish", "--again",
         "--workspace", str(workspace)],
        env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def _walked(seconds: int) -> tuple[dict[str, list[float]], list[str]]:
    times: dict[str, list[float]] = defaultdict(list)
    failed: list[str] = []
    until = time.monotonic() + seconds
    threads = [threading.Thread(target=walk, args=(n, until, times, failed)) for n in PEOPLE]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times, failed


def _p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def _wait() -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{PORT}/health", timeout=2).close()
            return
        except OSError:
            time.sleep(0.2)
    raise SystemExit("the site did not start")


def _about(workspace: Path) -> str:
    """What was served: how many children, and of how many loads."""
    from sightline.tasks.publish import published

    found = published(workspace, "working")
    assert found is not None
    said = found.said
    return f"Served were {said.children:,} made-up children, and {len(said.loads)} load(s)."


def _text(
    about: str,
    told: dict[str, object],
    rows: list[tuple[str, dict[str, list[float]], list[str]]],
) -> str:
    lines = [
        "# How fast pages are",
        "",
        "Made by `python benchmarks/pages.py WORKSPACE --write`. Eight people of eight roles go "
        "from link to link without a pause, on two cores that also run them. The ratio is "
        "of the median page to the accessibility statement, which asks nothing, in the same run. "
        "Failed are answers other than a page.",
        "",
        about,
        "",
        "| | pages | failed | median, ms | 95th percentile, ms | ratio |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for title, said in told.items():
        assert isinstance(said, dict)
        lines.append(f"| {title} | " + " | ".join(f"{v:,}" for v in said.values()) + " |")
    for title, times, _ in rows:
        lines += ["", f"## By page, {title}", "", "| page | times | median, ms | 95th, ms |",
                  "| --- | --- | --- | --- |"]  # fmt: skip
        for name, some in sorted(times.items()):
            lines.append(
                f"| {name} | {len(some)} | {statistics.median(some):.0f} | {_p95(some):.0f} |"
            )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
