"""What the verbs about an authority's data do: check, load, snapshots, template, synthesize."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sightline.kit.problems import UserError
from sightline.workspace import workspace

if TYPE_CHECKING:
    from sightline.intake.checking import Checked

ISSUE_COLUMNS = (
    *("severity", "rule", "list", "file", "sheet", "row", "column", "child_id"),
    *("message", "remedy"),
)
_ENDINGS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv", ".txt", ".parquet", ".xml")
_DATABASES = ("postgresql://", "postgres://", "mssql://", "odbc://")


def given(paths: Sequence[str]) -> list[Path]:
    """The files that are named, and those in folders that are named.

    Raises ``UserError`` where a path is not there, and where a folder holds nothing to read.
    """
    files: list[Path] = []
    for text in paths:
        path = Path(text)
        if path.is_dir():
            found = sorted(p for p in path.iterdir() if p.suffix.lower() in _ENDINGS)
            if not found:
                raise UserError(f"{path} holds no workbook, CSV, XML or Parquet file.")
            files += found
        elif path.exists():
            files.append(path)
        else:
            raise UserError(f"{path} is not there.")
    return files


def check(
    paths: Sequence[str],
    as_at: date,
    standard: str | None = None,
    authority: str | None = None,
    folder: str | None = None,
) -> Checked:
    """Check files, or the tables of a database, as at a day.

    What the workspace in ``folder`` says is accepted is marked so.
    """
    from dataclasses import replace

    from sightline.intake.accepted import decisions, mark_accepted
    from sightline.intake.checking import check_opened
    from sightline.intake.readers import open_database, open_file

    files = given([p for p in paths if not p.startswith(_DATABASES)])
    opened = [open_file(path) for path in files]
    opened += [open_database(url, None) for url in paths if url.startswith(_DATABASES)]
    names = own_names(authority) if authority else ()
    checked = check_opened(opened, as_at, [standard] if standard else [], names, tuple(files))
    accepted = list(decisions(workspace(folder).records))
    return replace(checked, issues=mark_accepted(checked.issues, accepted, as_at))


def accept(
    folder: str | None,
    rule: str,
    reason: str,
    until: date,
    list_key: str = "",
    child_id: str = "",
    value: str = "",
) -> str:
    """Keep that issues of a rule are accepted; returns the sentence to print."""
    from sightline.intake import accepted

    records = workspace(folder).records
    made = accepted.accept(records, rule, reason, until, list_key, child_id, value)
    return f"{made.rule} is accepted until {made.until}, by {made.by}."


def own_names(name: str) -> tuple[str, ...]:
    """The names of an authority, as a list may print them."""
    from sightline.regime.authorities import resolve

    found = resolve(name)
    if found is None:
        return (name,)
    return tuple(dict.fromkeys((name, found.name, *getattr(found, "aliases", ()))))


def as_json(checked: Checked) -> dict[str, Any]:
    """What a check found, for programs: lists, issues, fitness, and what could not be checked."""
    from sightline.intake.fitness import fitness
    from sightline.intake.issues import counts, rows_of

    return {
        "as_at": checked.as_at.isoformat(),
        "lists": checked.summary(),
        "counts": counts(checked.issues),
        "issues": [
            {
                **{name: row[name] for name in ISSUE_COLUMNS},
                "team": row["team"],
                "worker": row["worker"],
            }
            for row in rows_of(checked.issues)
        ],
        "fitness": list(fitness(checked.lists)),
        "not_checked": [one._asdict() for one in checked.not_checked],
    }


def summary_lines(checked: Checked) -> Iterator[str]:
    """What a check found, in words: lists, counts, the rules most broken, fitness."""
    from sightline.intake.issues import counts
    from sightline.kit.calendar import long_date

    found = counts(checked.issues)
    yield f"Checked as at {long_date(checked.as_at)}."
    for one in checked.summary():
        missing = len(one["columns_missing"])
        lacks = f", {missing} not there" if missing else ""
        columns = f"{len(one['columns_matched'])} columns{lacks}"
        yield f"  {one['list']}: {one['rows']:,} rows, {columns} ({one['file']}, {one['sheet']})"
    yield (
        ", ".join(
            f"{count:,} {word}"
            for word, count in (
                ("blocked", found["blocked"]),
                ("errors", found["error"]),
                ("queries", found["query"]),
                ("for information", found["information"]),
                ("accepted", found["accepted"]),
            )
            if count or word != "accepted"
        )
        + "."
    )


def by_rule(checked: Checked) -> list[dict[str, Any]]:
    """Issues counted by severity, rule and list, with what the rule means and its remedy."""
    return grouped(checked.issues)


def grouped(issues: Any) -> list[dict[str, Any]]:
    """The same for a table of issues."""
    from sightline.intake.rules import SEVERITIES, rule

    groups = issues.group_by(["severity", "rule", "list"]).aggregate([("message", "count")])
    rows = [
        {
            "severity": row["severity"],
            "rule": row["rule"],
            "list": row["list"],
            "issues": row["message_count"],
            "means": rule(row["rule"]).means,
            "remedy": rule(row["rule"]).remedy,
        }
        for row in groups.to_pylist()
    ]
    return sorted(rows, key=lambda r: (SEVERITIES.index(r["severity"]), -r["issues"], r["rule"]))


def rule_rows() -> list[dict[str, str]]:
    """The catalogue of checks: each rule with its lists, severity, meaning, remedy and source."""
    from sightline.intake.checks.declare import CHECKS
    from sightline.intake.rules import all_rules

    rules = all_rules()
    lists: dict[str, list[str]] = {}
    for check_made in CHECKS:
        lists.setdefault(check_made.rule.id, []).append(check_made.table.key)
    return [
        {
            "rule": one.id,
            "severity": one.severity,
            "lists": "; ".join(dict.fromkeys(lists.get(one.id, []))) or "all",
            "means": one.means,
            "remedy": one.remedy,
            "source": str(one.source),
        }
        for one in rules
    ]
