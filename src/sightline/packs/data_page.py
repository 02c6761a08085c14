"""The page of an authority's data: what was loaded, what is wrong with it, what it is good for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from sightline.packs import charts
from sightline.packs.words import count, listed, when

if TYPE_CHECKING:
    from sightline.intake.store import Snapshot, TrendRow

_MOST_RULES = 12


def data_page(
    snapshot: Snapshot, trend: Sequence[TrendRow], loads: Sequence[date], remark: str = ""
) -> dict[str, Any]:
    """Everything that the template ``data.html`` shows. It names no child.

    ``trend`` is of the authority's snapshots, ``loads`` their days: a load without an issue has no
    row in the trend. ``remark`` is a last sentence of the summary.
    """
    issues = snapshot.issues()
    summary = snapshot.manifest.summary
    severities = _counted(issues, ["severity"])
    by = {row["severity"]: row["n"] for row in severities}
    return {
        "title": f"{snapshot.manifest.authority}: data as at {when(snapshot.manifest.as_at)}",
        "summary": (
            f"{count(sum(one['rows'] for one in summary['lists']), 'row')} in "
            f"{count(len(summary['lists']), 'list')}: {count(by.get('error', 0), 'error')}, "
            f"{count(by.get('query', 0), 'query', 'queries')}, and "
            f"{by.get('information', 0):,} for information. {remark}"
        ),
        "sentences": summary["counts"],
        "sections": [
            _rules(issues),
            _over_time(trend, loads),
            _lists(summary["lists"], issues),
            _fitness(summary["fitness"]),
        ],
    }


def _counted(issues: Any, by: list[str]) -> list[dict[str, Any]]:
    rows = issues.group_by(by).aggregate([("message", "count")]).to_pylist()
    return [{**{name: row[name] for name in by}, "n": row["message_count"]} for row in rows]


def _section(
    identity: str, title: str, sentence: str, chart: str, table: Mapping[str, Any]
) -> dict[str, Any]:
    return {
        "id": identity,
        "title": title,
        "sentence": sentence,
        "chart": Markup(chart) if chart else "",
        "table": dict(table),
    }


def _table(
    caption: str, head: Sequence[str], rows: list[list[Any]], numbers: Sequence[int]
) -> dict[str, Any]:
    return {"caption": caption, "head": list(head), "rows": rows, "numbers": tuple(numbers)}


def _rules(issues: Any) -> dict[str, Any]:
    from sightline.intake.rules import SEVERITIES, rule

    rows = _counted(issues, ["severity", "rule", "list"])
    rows.sort(key=lambda r: (SEVERITIES.index(r["severity"]), -r["n"], r["rule"], r["list"]))
    of_rule: dict[str, int] = {}
    for row in rows:
        if row["severity"] in ("blocked", "error", "query"):
            of_rule[row["rule"]] = of_rule.get(row["rule"], 0) + row["n"]
    most = sorted(of_rule.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST_RULES]
    bars = [{"name": f"{key} {rule(key).means}"[:60], "count": n} for key, n in most]
    caption = "Issues by rule and list, the gravest first"
    sentence = "No rule is broken."
    if most:
        said = [f"{rule(key).means.rstrip('.').lower()} ({key}: {n:,})" for key, n in most[:3]]
        sentence = f"What was found most often: {listed(said)}."
    cells = [
        [r["rule"], r["severity"], r["list"], r["n"], rule(r["rule"]).means, rule(r["rule"]).remedy]
        for r in rows
    ]
    head = ["Rule", "Severity", "List", "Issues", "What it means", "What to do"]
    chart = charts.bars(bars, "Errors and queries by rule", "issues") if bars else ""
    return _section("rules", "What is wrong", sentence, chart, _table(caption, head, cells, [3]))


def _over_time(trend: Sequence[TrendRow], loads: Sequence[date]) -> dict[str, Any]:
    from sightline.intake.rules import rule

    days: dict[date, int] = dict.fromkeys(loads, 0)
    for row in trend:
        counts = rule(row.rule).severity in ("blocked", "error", "query")
        days[row.as_at] = days.get(row.as_at, 0) + (row.issues if counts else 0)
    points = [{"name": when(day), "count": n} for day, n in sorted(days.items())]
    caption = "Errors and queries in each load"
    total = sum(days.values())
    sentence = f"There is one load, with {count(total, 'error or query', 'errors and queries')}."
    if len(points) > 1:
        first, last = points[0], points[-1]
        sentence = (
            f"{first['count']:,} errors and queries in the load of {first['name']}, and "
            f"{last['count']:,} in that of {last['name']}."
            if total
            else f"No error or query in any of {len(points):,} loads."
        )
    chart = charts.bars(points, caption, "issues") if total and len(points) > 1 else ""
    cells = [[p["name"], p["count"]] for p in points]
    return _section(
        "trend", "Over the loads", sentence, chart, _table(caption, ["Load", "Issues"], cells, [1])
    )


def _lists(lists: Sequence[Mapping[str, Any]], issues: Any) -> dict[str, Any]:
    """Each list: rows, columns, and how many issues of each severity."""
    found = {(r["list"], r["severity"]): r["n"] for r in _counted(issues, ["list", "severity"])}
    cells = [
        [
            one["list"],
            one["rows"],
            len(one["columns_matched"]),
            len(one["columns_missing"]),
            *(found.get((one["list"], s), 0) for s in ("error", "query", "information")),
        ]
        for one in lists
    ]
    head = ["List", "Rows", "Columns", "Columns missing", "Errors", "Queries", "For information"]
    whole = sum(1 for row in cells if not row[4])
    sentence = f"{whole} of {count(len(cells), 'list')} have no error."
    caption = "Lists, and issues in each"
    return _section("lists", "Lists", sentence, "", _table(caption, head, cells, range(1, 7)))


def _fitness(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """What each list can answer."""
    cells = [
        [r["list"], r["question"], r["usable"], r["rows"], r["sentence"]] for r in rows if r["rows"]
    ]
    all_of = sum(1 for r in cells if r[2] == r[3])
    sentence = f"{all_of} of {count(len(cells), 'question')} can be answered for every row."
    head = ["List", "Question", "Rows that can answer", "Rows", "In words"]
    caption = "What each list is good for"
    return _section(
        "fitness", "What it is good for", sentence, "", _table(caption, head, cells, [2, 3])
    )
