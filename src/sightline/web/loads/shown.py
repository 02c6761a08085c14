"""Tables of the pages of loads: captions, heads and rows, from plain values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from sightline.web.loads.issues import NOBODY, Owner
from sightline.web.loads.models import Job, State
from sightline.web.loads.told import Load, Trend
from sightline.web.look.filters import count, day, moment, share

Table = dict[str, Any]
COLOURS = {
    "blocked": "red",
    "error": "red",
    "query": "yellow",
    "information": "blue",
    "accepted": "grey",
}
_STATES = {
    "published": "green",
    "not published": "yellow",
    "replaced": "grey",
    "damaged": "red",
    State.QUEUED: "blue",
    State.RUNNING: "light-blue",
    State.DONE: "green",
    State.FAILED: "red",
    State.STOPPED: "grey",
}


def table(
    caption: str, head: Sequence[str], rows: list[list[Any]], numbers: Sequence[int] = ()
) -> Table:
    """A table as the macro of that name takes it."""
    return {"caption": caption, "head": list(head), "rows": rows, "numbers": tuple(numbers)}


def state(words: str) -> dict[str, str]:
    """A state as a tag: its word, and a colour that says no more than the word."""
    return {"tag": str(getattr(words, "label", words)), "colour": _STATES.get(words, "grey")}


def loads(rows: Sequence[Load]) -> Table:
    """Every load."""
    head = (
        *("As at", "Loaded", "By", "Lists", "Rows", "Errors", "Queries", "What it lacks"),
        "State",
    )
    cells = [
        [
            (reverse("load", args=[row.id]), day(row.as_at)),
            moment(row.loaded_at),
            row.by or "–",
            row.lists,
            f"{row.rows:,}",
            *(_to_issues(row.id, _wrong(row, severity), severity=severity) for severity in _LOOKED),
            row.problem or row.partial or "nothing",
            state(row.state),
        ]
        for row in rows
    ]
    return table(count(len(rows), "load"), head, cells, (3, 4, 5, 6))


_LOOKED = ("error", "query")


def _wrong(row: Load, severity: str) -> int:
    return row.by_severity.get(severity, 0)


def to_issues(snapshot: str, **asked: str) -> str:
    """The address of a load's issues, with filters."""
    address = reverse("issues", args=[snapshot])
    return f"{address}?{urlencode(asked)}" if asked else address


def _to_issues(snapshot: str, number: int, **asked: str) -> Any:
    """A number that leads to its issues; nought leads nowhere."""
    return (to_issues(snapshot, **asked), f"{number:,}") if number else 0


def rules(snapshot: str, rows: Sequence[Mapping[str, Any]]) -> Table:
    """Issues by rule and list, the gravest first."""
    cells = [
        [
            row["rule"],
            {"tag": row["severity"], "colour": COLOURS[row["severity"]]},
            row["list"] or "–",
            _to_issues(
                snapshot,
                row["issues"],
                severity=row["severity"],
                rule=row["rule"],
                **({"list": row["list"]} if row["list"] else {}),
            ),
            row["means"],
            row["remedy"],
        ]
        for row in rows
    ]
    head = ("Rule", "Severity", "List", "Issues", "What it means", "What to do")
    return table("Issues by rule and list, the gravest first", head, cells, (3,))


def lists(
    snapshot: str, found: Sequence[Mapping[str, Any]], rules: Iterable[Mapping[str, Any]]
) -> Table:
    """Each list: where it was, its rows, columns that it lacks, and its issues."""
    issues: dict[tuple[str, str], int] = {}
    for row in rules:
        key = (row["list"], row["severity"])
        issues[key] = issues.get(key, 0) + row["issues"]
    cells = [
        [
            one["list"],
            f"{one['file']}, {one['sheet']}" if one["sheet"] != one["list"] else one["file"],
            f"{one['rows']:,}",
            ", ".join(one["columns_missing"]) or "none",
            ", ".join(one["columns_unknown"]) or "none",
            *(
                _to_issues(snapshot, issues.get((one["list"], s), 0), list=one["list"], severity=s)
                for s in _LOOKED
            ),
        ]
        for one in found
    ]
    head = ("List", "Where", "Rows", "Columns missing", "Columns not used", "Errors", "Queries")
    return table(count(len(cells), "list"), head, cells, (2, 5, 6))


def fitness(rows: Sequence[Mapping[str, Any]]) -> Table:
    """What each list can answer, and for how many of its rows."""
    cells = [
        [row["question"], row["list"], share(row["usable"], row["rows"]), row["sentence"]]
        for row in sorted(rows, key=lambda r: r["usable"] / r["rows"] if r["rows"] else 0)
    ]
    head = ("Question", "List", "Rows that can answer", "In words")
    return table("What each list is good for, the weakest first", head, cells)


def issues(
    snapshot: str, rows: Iterable[Mapping[str, Any]], may_accept: bool, caption: str
) -> Table:
    """Issues, each with where it is, whose, and what to do."""
    head = ["What is wrong", "What to do", "Severity", "Child", "Where", "Team", "Worker"]
    cells = [
        [
            f"{row['message']} ({row['rule']})",
            row["remedy"],
            {"tag": row["severity"], "colour": COLOURS[row["severity"]]},
            row["child_id"] or "–",
            _where(row),
            row["team"] or "not named",
            row["worker"] or "not named",
            *([_accept(snapshot, row)] if may_accept else []),
        ]
        for row in rows
    ]
    return table(caption, head + (["Accept"] if may_accept else []), cells)


def _where(row: Mapping[str, Any]) -> str:
    parts = (
        row["file"],
        row["sheet"] if row["sheet"] and not row["file"].startswith(row["sheet"]) else "",
        f"row {row['row']}" if row["row"] is not None else "",
        row["column"],
    )
    return ", ".join(part for part in parts if part) or row["list"] or "–"


def _accept(snapshot: str, row: Mapping[str, Any]) -> Any:
    if row["severity"] in ("accepted", "blocked"):
        return "–"
    return reverse("accept_issue", args=[snapshot, row["number"]]), f"Accept {row['rule']}"


def owners(snapshot: str, rows: Sequence[Owner], by_worker: bool) -> Table:
    """How much each team, or each worker, has to mend."""
    head = ["Team", *(["Worker"] if by_worker else []), "Errors", "Queries", "Children"]
    cells = [
        [
            row.team or "No team is named",
            *([row.worker or "No worker is named"] if by_worker else []),
            *(
                _to_issues(snapshot, number, severity=severity, **_whose(row, by_worker))
                for severity, number in (("error", row.errors), ("query", row.queries))
            ),
            row.children,
        ]
        for row in rows
    ]
    first = 2 if by_worker else 1
    numbers = range(first, first + 3)
    return table("What is to be mended, and whose it is", head, cells, tuple(numbers))


def _whose(row: Owner, by_worker: bool) -> dict[str, str]:
    team = {"team": row.team or NOBODY}
    return team | {"worker": row.worker or NOBODY} if by_worker else team


def compared(rows: Sequence[Mapping[str, Any]]) -> Table:
    """What differs between two loads, list by list."""
    head = ("List", "Rows before", "Rows now", "Children new", "Children gone", "Children changed")
    names = ("rows_before", "rows_after", "appeared", "vanished", "changed")
    cells = [[one["list"].partition(".")[2], *(f"{one[n]:,}" for n in names)] for one in rows]
    return table("Lists in both loads", head, cells, range(1, 6))


def over_time(trend: Trend) -> Table:
    """Issues in each load, the newest first."""
    cells = [
        [
            (reverse("load", args=[one]), day(as_at)),
            *(f"{found.get(severity, 0):,}" for severity in ("blocked", *_LOOKED, "accepted")),
        ]
        for as_at, one, found in reversed(trend.days)
    ]
    head = ("As at", "Could not be used", "Errors", "Queries", "Accepted")
    return table("Issues in each load", head, cells, range(1, 5))


def rules_over_time(trend: Trend) -> Table:
    """Each rule's issues in the last loads."""
    days = (
        [day(as_at) for as_at, _, _ in trend.days[-len(trend.rules[0][2]) :]] if trend.rules else []
    )
    cells = [[rule, means, *(f"{n:,}" for n in found)] for rule, means, found in trend.rules]
    numbers = range(2, 2 + len(days))
    return table("Errors and queries by rule", ("Rule", "What it means", *days), cells, numbers)


def accepted(rows: Sequence[Mapping[str, str]]) -> Table:
    """What was accepted, by whom, why and until when."""
    cells = [
        [r["rule"], r["means"], r["list"], r["what"], r["reason"], day(r["until"]), r["by"]]
        for r in rows
    ]
    head = ("Rule", "What it means", "List", "For", "Why", "Until", "By")
    return table(count(len(rows), "decision"), head, cells)


def jobs(rows: Iterable[Job]) -> Table:
    """Jobs, the newest first."""
    from sightline.web.loads.queue import known

    cells = [
        [
            (reverse("job", args=[one.pk]), f"{known(one.kind).title} ({one.pk})"),
            about(one),
            one.by,
            moment(one.made_at),
            moment(one.ended_at),
            state(State(one.state)),
        ]
        for one in rows
    ]
    head = ("Job", "About", "Asked for by", "Asked for", "Ended", "State")
    return table(count(len(cells), "job"), head, cells)


def about(job: Job) -> str:
    """What a job is about, in words."""
    what = job.what
    if as_at := what.get("as_at"):
        return f"{count(len(what.get('files', ())), 'file')} as at {day(as_at)}"
    one = what.get("snapshot") or what.get("after") or ""
    return f"the load as at {day(one[:10])}" if one else "–"
