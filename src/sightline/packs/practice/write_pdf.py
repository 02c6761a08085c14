"""Writes the report for paper: a tagged PDF (PDF/UA-1), set by Typst from a template.

The template reads the report as JSON. No text of the data is ever part of the template.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, time
from importlib import resources
from pathlib import Path
from typing import Any

from sightline.kit.calendar import long_date
from sightline.kit.problems import UserError
from sightline.packs.practice.model import Report
from sightline.packs.practice.pdf_blocks import Block, heading, plain
from sightline.packs.practice.pdf_indicator import indicator_blocks
from sightline.packs.practice.pdf_sections import (
    closing_blocks,
    deadline_blocks,
    front_blocks,
    signal_blocks,
    wait_blocks,
)
from sightline.packs.practice.telling import short_mode

_TEMPLATE = "templates/practice.typ"
_NO_TYPST = "A PDF needs the package typst, which is not installed: pip install typst."
# What the fonts that come with Typst have for sure: Latin, Greek, Cyrillic, and signs.
_SURE = re.compile("[^\u0000-\u052f\u1e00-\u1eff\u2000-\u206f\u20a0-\u20bf\u2100-\u22ff]")


def write_pdf(report: Report, path: Path) -> None:
    """Write the report as a PDF. The same report gives the same bytes.

    Raises ``UserError``, with what to install, where Typst is not there.
    """
    made = _compiled(_told(report), report)
    partial = path.with_name(path.name + ".partial")
    try:
        partial.write_bytes(made)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def _told(report: Report) -> str:
    """The report as the template reads it."""
    told = {
        "title": plain(report.title),
        "authority": plain(report.authority),
        "mode": short_mode(report),
        "as_at": long_date(report.as_at),
        "made_with": plain(report.made_with),
        "front": list(front_blocks(report)),
        "blocks": list(_blocks(report)),
    }
    return json.dumps(told, ensure_ascii=False)


def _blocks(report: Report) -> Iterator[Block]:
    yield from deadline_blocks(report)
    yield from signal_blocks(report)
    yield from wait_blocks(report)
    for section in report.sections:
        yield heading(1, section.title, f"area-{section.key}")
        for one in section.indicators:
            yield from indicator_blocks(one)
    yield from closing_blocks(report)


def _compiled(told: str, report: Report) -> bytes:
    try:
        import typst
    except ImportError as error:
        raise UserError(_NO_TYPST) from error
    try:
        return _set(typst, told, report)
    except typst.TypstError as error:
        if "could not be displayed" not in str(error):
            raise
    # A letter that no font here has would make the PDF one that cannot be read aloud.
    return _set(typst, _SURE.sub("\u25a1", told), report)


def _set(typst: Any, told: str, report: Report) -> bytes:
    template = resources.files("sightline.packs").joinpath(_TEMPLATE).read_bytes()
    made = typst.compile(
        template,
        sys_inputs={"report": told},
        # The fonts within Typst alone, so that the report looks the same on every computer.
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
        timestamp=datetime.combine(report.made_on, time(), UTC),
    )
    assert isinstance(made, bytes)
    return made
