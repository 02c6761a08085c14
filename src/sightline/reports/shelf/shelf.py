"""The shelf: adding documents to the library, reading them, and keeping both in step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from sightline.kit.problems import Problem, UserError
from sightline.reports.findings import Labels
from sightline.reports.reading import Reading
from sightline.reports.shelf import checks
from sightline.reports.shelf.database import open_database, writing
from sightline.reports.shelf.derive import Derived, Label, derive, finding_texts
from sightline.reports.shelf.files import Files, digest
from sightline.reports.shelf.given import Given, each
from sightline.reports.shelf.store import Store

READER_VERSION = "2"
"""Raise it when a layout, the findings or their labels change: documents are then read anew."""

Read = Callable[[bytes, str], Reading]


class Added(NamedTuple):
    """What became of one document.

    ``outcome`` is ``added``; ``known`` (it was there, and read); ``resumed`` (it was there, but
    not read yet); ``reread``; ``kept_out`` (it was removed before, see ``Shelf.remove``); or
    ``not_opened``. ``kind`` is what it turned out to be.
    """

    sha256: str
    name: str
    outcome: str
    kind: str = ""
    problems: tuple[Problem, ...] = ()


Report = Callable[[Added], None]


class Shelf(Store):
    """A library in a folder: documents by hash, and what was derived from them in one database.

    Several processes may use one library at once, each with a ``Shelf`` of its own; one ``Shelf``
    belongs to one thread. ``read`` and ``label`` read a file and label its findings, by default
    as ``sightline read`` does; ``reader_version`` stands for both. Close it, or use ``with``.
    """

    def __init__(
        self,
        folder: str | Path,
        read: Read | None = None,
        label: Label | None = None,
        reader_version: str = READER_VERSION,
    ) -> None:
        self.folder = Path(folder)
        self.reader_version = reader_version
        self._read = read or _read_bytes
        self._label = label or _classify
        self._files = Files(self.folder)
        self._connection = open_database(self.folder / "library.sqlite3")

    def __enter__(self) -> Shelf:
        """The shelf itself."""
        return self

    def __exit__(self, *error: object) -> None:
        """Close the database."""
        self.close()

    def close(self) -> None:
        """Close the database; the shelf cannot be used any more."""
        self._connection.close()

    def add(
        self, given: Iterable[Given], report: Report | None = None, restore: bool = False
    ) -> list[Added]:
        """Add documents and read them; what is there already is left as it is.

        Each is a file, a folder (everything readable in it), or a name and bytes. ``report`` is
        called after each document. Stopped at any moment, it goes on from there when it is
        called again, with whatever else was left unread. A document that was removed stays out
        unless ``restore``.
        """
        done = _reported((self._add(name, data, restore) for name, data in each(given)), report)
        return done + self.resume(report)

    def unread(self, given: Iterable[Given]) -> Iterator[tuple[str, bytes]]:
        """Name and bytes of each file given that is still to be read, for ``prepare``.

        What is known, was removed, or cannot be opened is left out: ``add`` tells of these.
        """
        for name, data in each(given):
            if isinstance(data, bytes):
                sha256 = digest(data)
                if self.kind_of(sha256) is None and not self.is_removed(sha256):
                    yield name, data

    def add_reading(
        self,
        reading: Reading,
        data: bytes,
        labels: Sequence[Labels] | None = None,
        restore: bool = False,
    ) -> Added:
        """Add a document that was read elsewhere, or replace an older reading of it.

        ``labels`` are those of ``reading.findings``; without them they are found here. Raises
        ``ValueError`` where the reading is not of these bytes.
        """
        return self.add_derived(self._derive(reading, labels), data, restore)

    def add_derived(self, derived: Derived, data: bytes, restore: bool = False) -> Added:
        """Add a document that ``prepare`` read in another process: the quickest way to add many.

        Once all are added, ``resume`` finishes what an earlier process left unread. Raises
        ``ValueError`` where it was not made of these bytes.
        """
        sha256 = digest(data)
        if derived.sha256 not in ("", sha256):
            raise ValueError(f"The reading of {derived.name} is not of these bytes")
        if not restore and self.is_removed(sha256):
            return Added(sha256, derived.name, "kept_out")
        self._arrive(sha256, derived.name, data)
        return self._save(sha256, derived)

    def pending(self) -> list[tuple[str, str]]:
        """Hash and name of every document that this version of the reader has not read."""
        sql = "SELECT sha256, name FROM documents LEFT JOIN readings USING (sha256)"
        sql += " WHERE COALESCE(reader_version, '') != ? ORDER BY name"
        found = self._connection.execute(sql, (self.reader_version,))
        return [(row["sha256"], row["name"]) for row in found]

    def data(self, sha256: str) -> bytes:
        """A document's bytes as they came; ``FileNotFoundError`` where it is not there."""
        return self._files.get(sha256)

    def resume(self, report: Report | None = None) -> list[Added]:
        """Finish what was interrupted: read what is kept but was never read, tidy the rest."""
        self.tidy()
        unread = [(s, name) for s, name in self.pending() if self.version_of(s) is None]
        return _reported((self._again(s, name) for s, name in unread), report)

    def reread(self, report: Report | None = None, everything: bool = False) -> list[Added]:
        """Read anew what another version of the reader has read, or everything."""
        self.tidy()
        if everything:
            with writing(self._connection):
                self._connection.execute("UPDATE readings SET reader_version = ''")
        return _reported((self._again(s, name) for s, name in self.pending()), report)

    def verify(self) -> list[Problem]:
        """What is wrong with the library: nothing, if every document and quote is as it was."""
        return list(checks.problems(self._connection, self._files))

    def remove(self, sha256: str, reason: str = "") -> None:
        """Take a document out, with all that was derived from it; a record of it stays.

        Raises ``UserError`` where there is no such document.
        """
        with writing(self._connection):
            if not self.put_removal(sha256, reason):
                raise UserError(f"There is no document {sha256[:12]} in the library.")
        self._files.drop(sha256)

    def _add(self, name: str, data: bytes | Problem, restore: bool) -> Added:
        if isinstance(data, Problem):
            return Added("", name, "not_opened", problems=(data,))
        sha256 = digest(data)
        if not restore and self.is_removed(sha256):
            return Added(sha256, name, "kept_out")
        self._arrive(sha256, name, data)
        kind = self.kind_of(sha256)
        if kind is not None:
            return Added(sha256, name, "known", kind)
        reading = self._reading(data, self.name_of(sha256) or name)
        return self._save(sha256, self._derive(reading))

    def _again(self, sha256: str, name: str) -> Added:
        try:
            reading = self._reading(self._files.get(sha256), name)
        except FileNotFoundError:
            remedy = "Add the document again."
            missing = Problem("missing", f"The document {name} is missing.", remedy)
            return Added(sha256, name, "not_opened", problems=(missing,))
        saved = self._save(sha256, self._derive(reading))
        return saved._replace(outcome="resumed") if saved.outcome == "added" else saved

    def _reading(self, data: bytes, name: str) -> Reading:
        """Read a document; a failure of the reader itself becomes a problem of that document."""
        try:
            return self._read(data, name)
        except Exception as error:
            problem = Problem(
                "reader_failed",
                f"The file could not be read: {type(error).__name__}.",
                "Please report it, with the file.",
            )
            return Reading(name, "unreadable", sha256=digest(data), problems=[problem])

    def _arrive(self, sha256: str, name: str, data: bytes) -> None:
        """List a document, then keep it: a stop between the two loses no name."""
        if self.name_of(sha256) in (None, sha256):
            with writing(self._connection):
                self.put_document(sha256, name, len(data))
        self._files.put(sha256, data)

    def _derive(self, reading: Reading, labels: Sequence[Labels] | None = None) -> Derived:
        return _derived(reading, self._label, self.reader_version, labels)

    def _save(self, sha256: str, derived: Derived) -> Added:
        """Put what is derived in the place of what was there, in one transaction."""
        with writing(self._connection):
            self.put_document(sha256, derived.name, self._files.path(sha256).stat().st_size)
            name = self.name_of(sha256) or derived.name
            before = self.version_of(sha256)
            if before != derived.reading["reader_version"]:
                self.put_derived(sha256, derived)
        outcome = {None: "added", derived.reading["reader_version"]: "known"}.get(before, "reread")
        return Added(sha256, name, outcome, derived.reading["kind"], derived.problems)


def prepare(
    data: bytes,
    name: str,
    read: Read | None = None,
    label: Label | None = None,
    reader_version: str = READER_VERSION,
) -> Derived:
    """Read and label one document without a library, for ``Shelf.add_derived``."""
    reading = (read or _read_bytes)(data, name)
    reading.sha256 = reading.sha256 or digest(data)
    return _derived(reading, label or _classify, reader_version)


def _derived(
    reading: Reading, label: Label, version: str, labels: Sequence[Labels] | None = None
) -> Derived:
    if labels is None:
        texts = finding_texts(reading)
        labels = label(texts) if texts else []
    return derive(reading, labels, version)


def _reported(done: Iterator[Added], report: Report | None) -> list[Added]:
    found = []
    for added in done:
        found.append(added)
        if report:
            report(added)
    return found


def _read_bytes(data: bytes, name: str) -> Reading:
    from sightline.reports.reading import read_bytes

    return read_bytes(data, name)


def _classify(texts: Sequence[str]) -> Sequence[Labels]:
    from sightline.reports.classify import classify

    return classify(texts)
