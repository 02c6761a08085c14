"""Writes the report on practice as one self-contained, accessible HTML file without scripts."""

from __future__ import annotations

from pathlib import Path

from sightline.packs.practice.model import Report
from sightline.packs.practice.view_front import (
    area_id,
    at_a_glance,
    contents,
    front,
    lacking,
)
from sightline.packs.practice.view_indicator import indicator
from sightline.packs.practice.view_people import deadlines, signals
from sightline.packs.practice.view_reading import how_to_read
from sightline.packs.practice.view_tables import View
from sightline.packs.practice.view_waits import waits
from sightline.packs.write_html import render


def write_html(report: Report, path: Path) -> None:
    """Write the report to a file, whole or not at all. The same report gives the same bytes."""
    html = html_of(report)
    partial = path.with_name(path.name + ".partial")
    partial.write_bytes(html.encode("utf-8"))
    partial.replace(path)


def html_of(report: Report) -> str:
    """The report as HTML."""
    return render("practice.html", report.title, report.made_on, page=view(report))


def view(report: Report) -> View:
    """Everything that the template prints."""
    return {
        "front": front(report),
        "contents": contents(report),
        "deadlines": deadlines(report),
        "signals": signals(report),
        "waits": waits(report),
        "areas": [
            {
                "id": area_id(section),
                "title": section.title,
                "glance": at_a_glance(section),
                "indicators": [indicator(one, report) for one in section.indicators],
            }
            for section in report.sections
        ],
        "lacking": lacking(report),
        "reading": how_to_read(report),
        "working": report.mode == "working",
    }
