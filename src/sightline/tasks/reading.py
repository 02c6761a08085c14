"""What the verbs that read documents do: read, findings, classify."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from sightline.kit.problems import Problem, UserError
from sightline.kit.progress import progress
from sightline.kit.workers import Lost, spread

SUFFIXES = (".pdf", ".html", ".htm", ".txt")
FINDING_COLUMNS = [
    "path",
    "authority",
    "urn",
    "section",
    "paragraph",
    "page",
    "start",
    "end",
    "quote",
    "role",
    "themes",
    "polarity",
    "trajectory",
    "prevalence",
    "cohorts",
    "framework_tags",
]


_LABELLING = 60.0
"""Seconds that a file may take whose findings are labelled too: a long report has hundreds."""


class Given(NamedTuple):
    """A file to read: where it is, and the name it goes by (relative to the folder given)."""

    place: Path | None
    name: str
    data: bytes | None = None


def given_files(paths: Sequence[str]) -> list[Given]:
    """The files that paths name: files, what is readable in folders, "-" for standard input.

    Raises ``UserError`` for a path that is not there, and where there is nothing to read.
    """
    found: list[Given] = []
    for path in paths:
        if path == "-":
            found.append(Given(None, "-", sys.stdin.buffer.read()))
            continue
        place = Path(path)
        if place.is_dir():
            inside = sorted(f for f in place.rglob("*") if f.suffix.lower() in SUFFIXES)
            found += [Given(f, f.relative_to(place).as_posix()) for f in inside if f.is_file()]
        elif place.is_file():
            found.append(Given(place, place.as_posix()))
        else:
            raise UserError(f"There is no file or folder {path}. Check the path.")
    if not found:
        raise UserError(
            f"There is nothing to read in {', '.join(paths)}: no {', '.join(SUFFIXES)} files."
        )
    return found


def _load(given: Given) -> Any:
    """Read one file into a Reading; a file that cannot be opened is a Reading that says so."""
    from sightline.reports.reading import Reading, read_bytes

    try:
        data = given.data if given.data is not None else given.place.read_bytes()  # type: ignore[union-attr]
    except OSError as error:
        remedy = "Check that it is there and that you may read it."
        problem = Problem("not_opened", f"The file cannot be opened: {error.strerror}.", remedy)
        return Reading(given.name, "unreadable", problems=[problem])
    return read_bytes(data, given.name)


def _lost(given: Given, lost: Lost) -> Any:
    from sightline.reports.reading import Reading

    remedy = "Download the file again; if it still fails, please report it."
    problem = Problem("reader_failed", f"The file could not be read: {lost.reason}.", remedy)
    return Reading(given.name, "unreadable", problems=[problem])


def _rows_of(given: Given) -> list[dict[str, str]]:
    from sightline.reports.reading import rows

    return rows(_load(given))


def _everything_of(given: Given) -> list[dict[str, Any]]:
    from sightline.reports.reading import as_dict

    return [as_dict(_load(given))]


def _findings_of(given: Given) -> list[dict[str, Any]]:
    reading = _load(given)
    return _named(reading) if reading.kind == "unreadable" else finding_rows(reading)


def finding_rows(reading: Any) -> list[dict[str, Any]]:
    """Every finding of a reading as plain values, labelled."""
    from sightline.reports.classify import classify
    from sightline.reports.facts import EventFacts
    from sightline.reports.findings import as_row

    if reading.document is None or not reading.findings:
        return []
    text = reading.document.text
    labels = classify([text[f.start : f.end] for f in reading.findings])
    events = reading.events or [EventFacts(reading.kind)]
    return [
        {"path": reading.path, **as_row(reading.document, f, label, events[f.event])}
        for f, label in zip(reading.findings, labels)
    ]


def _spread(
    function: Callable[[Given], list[dict[str, Any]]],
    files: list[Given],
    jobs: int | None,
    fallback: Callable[[Any], list[dict[str, Any]]],
    seconds: float = 10,
) -> Iterator[dict[str, Any]]:
    """The rows of every file in order; a file whose reading failed gives its problem."""
    import sightline.reports.reading  # noqa: F401  loaded once, before the processes part

    results = spread(function, files, jobs, seconds)
    for given, result in progress(results, len(files), "Reading"):
        yield from fallback(_lost(given, result)) if isinstance(result, Lost) else result


def read_rows(paths: Sequence[str], jobs: int | None = None) -> Iterator[dict[str, Any]]:
    """One row per event of every file: see ``reports.reading.COLUMNS``."""
    from sightline.reports.reading import rows

    return _spread(_rows_of, given_files(paths), jobs, rows)


def read_everything(paths: Sequence[str], jobs: int | None = None) -> Iterator[dict[str, Any]]:
    """One object per file with every fact, its citation, items, quotations and problems."""
    from sightline.reports.reading import as_dict

    return _spread(_everything_of, given_files(paths), jobs, lambda r: [as_dict(r)])


def read_findings(paths: Sequence[str], jobs: int | None = None) -> Iterator[dict[str, Any]]:
    """Every finding of every file, labelled; unreadable files are named on standard error."""
    return _spread(_findings_of, given_files(paths), jobs, _named, _LABELLING)


def _named(unread: Any) -> list[dict[str, Any]]:
    """Say on standard error why a file gives no findings."""
    for problem in unread.problems:
        print(f"{unread.path}: {problem}", file=sys.stderr, flush=True)
    return []


def classify_lines(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Labels for ``{"id", "text"}`` lines, in order. Raises ``UserError`` that names a bad line."""
    from sightline.reports.classify import classify

    batch: list[tuple[Any, str]] = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            batch.append(_id_and_text(line, number))
        if len(batch) == 512:
            yield from _labelled(batch, classify)
            batch = []
    yield from _labelled(batch, classify)


def _id_and_text(line: str, number: int) -> tuple[Any, str]:
    try:
        record = json.loads(line)
        return record["id"], str(record["text"])
    except (ValueError, KeyError, TypeError) as error:
        raise UserError(
            f'Line {number} is not like {{"id": "1", "text": "…"}}: {error}. Mend that line.'
        ) from error


def _labelled(
    batch: list[tuple[Any, str]], classify: Callable[..., Any]
) -> Iterator[dict[str, Any]]:
    labels = classify([text for _, text in batch]) if batch else []
    for (key, _), label in zip(batch, labels):
        yield {
            "id": key,
            "themes": list(label.themes),
            "polarity": label.polarity,
            "trajectory": label.trajectory,
        }
