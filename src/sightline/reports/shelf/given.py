"""What is given to be added: files, folders, or a name and bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from sightline.kit.problems import Problem

SUFFIXES = (".pdf", ".html", ".htm", ".txt")
Given = str | Path | tuple[str, bytes]


def each(given: Iterable[Given]) -> Iterator[tuple[str, bytes | Problem]]:
    """The name and bytes of every file given; a folder's files go by their place in it."""
    for one in given:
        if isinstance(one, tuple):
            yield one
            continue
        place = Path(one)
        if not place.is_dir():
            yield place.name, _load(place)
            continue
        for file in sorted(f for f in place.rglob("*") if f.suffix.lower() in SUFFIXES):
            if file.is_file():
                yield file.relative_to(place).as_posix(), _load(file)


def _load(place: Path) -> bytes | Problem:
    try:
        return place.read_bytes()
    except OSError as error:
        remedy = "Check that it is there and that you may read it."
        return Problem("not_opened", f"{place.name} cannot be opened: {error.strerror}.", remedy)
