"""Readers and labels that tests of the library use in place of the real ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sightline.reports.document import Line
from sightline.reports.findings import Labels
from sightline.reports.read_pdf import read_pdf
from sightline.reports.reading import Reading, read_bytes, read_document


def label(texts: Sequence[str]) -> list[Labels]:
    """Regular supervision and contacts have a theme; "not" makes a weakness."""
    return [_label(text) for text in texts]


def _label(text: str) -> Labels:
    themes = [
        t
        for w, t in (("regular supervision", "supervision"), ("contact", "front-door"))
        if w in text
    ]
    return Labels(tuple(themes or ["none"]), "weakness" if " not " in text else "strength", "none")


def moved(data: bytes, name: str) -> Reading:
    """Another reader: it sees a line more at the top of a PDF, so all else stands 10 on."""
    if not name.endswith(".pdf"):
        return read_bytes(data, name)
    read = read_pdf(data)
    lines = [n._replace(start=n.start + 10, end=n.end + 10) for n in read.lines]
    first = Line(0, 9, 1, 60.0, 800.0, 12.0, False, 0.0)
    return read_document(replace(read, text="One more.\n" + read.text, lines=[first, *lines]), name)


def without_findings(data: bytes, name: str) -> Reading:
    """A reader that finds nothing in a PDF."""
    reading = read_bytes(data, name)
    if name.endswith(".pdf"):
        reading.sections = []
    return reading
