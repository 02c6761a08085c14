"""Text, identifiers, postcodes, JSON and codes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pyarrow as pa
import pyarrow.compute as pc

from sightline.intake.cells import Cells
from sightline.intake.reading.values import (
    Mark,
    Meaning,
    Read,
    Setting,
    as_text,
    printed,
    read_texts,
)
from sightline.standards.codes import code_set
from sightline.standards.columns import ChildId, Code, Column, Id, Json, Postcode, Text

_CHILD_ID = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_./\\-]{0,19})")
_WHOLE = re.compile(r"(\d+)\.0+")
_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}")
_LONGEST_ID = 20
# In letters of ASCII alone, and identifiers without a point: what is not like this may still be
# right, and is then found to be so text by text.
_PLAIN = (
    (ChildId, r"^[A-Za-z0-9][A-Za-z0-9_/\\-]{0,19}$"),
    (Id, r"^[!-\-/-~]+( [!-\-/-~]+)*$"),
    (Postcode, r"^[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}$"),
    (Text, r"^[!-~]+( [!-~]+)*$"),
)
_RULES = {"unread": "F02", "blank": "F12", "repaired": "F08", "odd": "F08", "postcode": "F09"}
_REPAIRED = "It was text that ended in “.0”, as a spreadsheet leaves it; the “.0” was taken off."


def read_words(cells: Cells, column: Column, setting: Setting) -> Read:
    """A column of text of any kind, as strings; codes as the code set's own codes."""
    reader, plain = _reader(column, setting), _plain(column, setting)
    values, hows, unread = read_texts(as_text(cells), pa.string(), reader, plain)
    marks = []
    for how, rows in hows.items():
        if how == "null":
            continue
        rule = "F15" if isinstance(column, Json) and how == "unread" else _RULES[how]
        severity = "information" if how == "repaired" else ""
        message = _REPAIRED if how == "repaired" else ""
        marks.append(Mark(rule, rows, printed(cells, rows), message, severity))
    return Read(values, unread, marks)


def _reader(column: Column, setting: Setting) -> Callable[[str], Meaning]:
    """How one text of this column is read."""
    if isinstance(column, Code):
        return _of_codes(column, setting)
    if isinstance(column, Id):
        return _of_ids(isinstance(column, ChildId), setting)
    if isinstance(column, Postcode):
        return _of_postcodes(setting)
    if isinstance(column, Json):
        return _of_json(setting)
    return _of_text(column, setting)


def _plain(column: Column, setting: Setting) -> Callable[[pa.Array], pa.Array] | None:
    """Which texts of this column are surely what they should be; None where none can be told."""
    if not isinstance(column, Text) or isinstance(column, Json) or column.special:
        return None
    pattern = next(pattern for kind, pattern in _PLAIN if isinstance(column, kind))
    blanks = pa.array(setting.standard.blanks, pa.string())

    def plain(texts: pa.Array) -> pa.Array:
        blank = pc.is_in(pc.utf8_upper(texts), blanks)
        return pc.and_not(pc.match_substring_regex(texts, pattern), blank)

    return plain


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _blank(setting: Setting, text: str) -> Meaning | None:
    if not text or text.isspace():
        return None, "null"
    return (None, "blank") if setting.is_placeholder(text) else None


def _of_codes(column: Code, setting: Setting) -> Callable[[str], Meaning]:
    codes, kept = code_set(column.code_set), column.open

    def read(text: str) -> Meaning:
        if empty := _blank(setting, text):  # first: "N/A" would else be read as N, for No
            return empty
        code = codes.read(text)
        if code is not None:
            return code, ""
        return (_tidy(text), "") if kept else (None, "unread")

    return read


def _of_ids(child: bool, setting: Setting) -> Callable[[str], Meaning]:
    def read(text: str) -> Meaning:
        if empty := _blank(setting, text):
            return empty
        tidy = _tidy(text)
        if whole := _WHOLE.fullmatch(tidy):
            return whole[1], "repaired"
        odd = child and (len(tidy) > _LONGEST_ID or not _CHILD_ID.fullmatch(tidy))
        return tidy, "odd" if odd else ""

    return read


def _of_postcodes(setting: Setting) -> Callable[[str], Meaning]:
    def read(text: str) -> Meaning:
        if empty := _blank(setting, text):
            return empty
        tidy = _tidy(text).upper()
        return tidy, "" if _POSTCODE.fullmatch(tidy) else "postcode"

    return read


def _of_json(setting: Setting) -> Callable[[str], Meaning]:
    def read(text: str) -> Meaning:
        if empty := _blank(setting, text):
            return empty
        try:
            json.loads(text)
        except (ValueError, RecursionError):
            return None, "unread"
        return text.strip(), ""

    return read


def _of_text(column: Column, setting: Setting) -> Callable[[str], Meaning]:
    special = code_set(column.special) if isinstance(column, Text) and column.special else None

    def read(text: str) -> Meaning:
        known = special.read(text) if special else None
        if known is not None:
            return known, ""
        return _blank(setting, text) or (_tidy(text), "")

    return read


def blank_or_unread(read: Read) -> pa.Array:
    """True where a cell is empty: neither a value nor something that could not be read."""
    blank = pc.is_null(read.values)
    return blank if read.unread is None else pc.and_not(blank, read.unread)
