"""What a file is, told by its content and not by its name."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Literal

from sightline.intake.readers.refused import damaged, locked, not_a_table

Kind = Literal["xlsx", "xlsb", "ods", "xls", "xml", "parquet", "text"]

HEAD = 65536
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UNPACK = "Unpack it, and give the files that are in it."
_EXPORT = "Export its tables as CSV (UTF-8) or as an Excel workbook, and give those."
_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "a PDF document", "Ask for the data as an Excel workbook or CSV."),
    (b"\x89PNG", "a picture", "Ask for the data as an Excel workbook or CSV."),
    (b"\xff\xd8\xff", "a picture", "Ask for the data as an Excel workbook or CSV."),
    (b"GIF8", "a picture", "Ask for the data as an Excel workbook or CSV."),
    (b"II*\x00", "a picture", "Ask for the data as an Excel workbook or CSV."),
    (b"MM\x00*", "a picture", "Ask for the data as an Excel workbook or CSV."),
    (b"{\\rtf", "a text document (RTF)", "Ask for the data as an Excel workbook or CSV."),
    (b"\x1f\x8b", "a packed file (gzip)", _UNPACK),
    (b"7z\xbc\xaf", "a packed file (7-Zip)", _UNPACK),
    (b"Rar!", "a packed file (RAR)", _UNPACK),
    (b"BZh", "a packed file (bzip2)", _UNPACK),
    (b"\xfd7zXZ", "a packed file (xz)", _UNPACK),
    (b"SQLite format 3\x00", "a SQLite database", _EXPORT),
    (b"\x00\x01\x00\x00Standard ", "an Access database", _EXPORT),
    (b"ARROW1", "an Arrow file", "Save the data as Parquet, CSV or an Excel workbook."),
    (b"MZ", "a program", "Ask for the data as an Excel workbook or CSV."),
    (b"\x09\x08\x08\x00", "a workbook of a very old Excel", "Save it as .xlsx in Excel."),
    (b"\x09\x04\x06\x00", "a workbook of a very old Excel", "Save it as .xlsx in Excel."),
    (b"\x09\x02\x06\x00", "a workbook of a very old Excel", "Save it as .xlsx in Excel."),
)
_WEB_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|table|meta)\b", re.I)
_XML = re.compile(r"<(?:\?xml\b|!--|!doctype\b|[A-Za-z_][\w:.-]*[\s/>])", re.I)
# A table of text may hold a few stray NULs; one byte in twenty is something else.
_STRAY = 20
_FEW = 8


def kind_of(path: Path) -> Kind:
    """What a file is. Raises ``RefusedError`` for what is no table."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    name = path.name
    if not head:
        raise damaged(name, "it is empty", "Ask for the file again.")
    for signature, what, remedy in _SIGNATURES:
        if head.startswith(signature):
            raise not_a_table(name, what, remedy)
    if head.startswith(b"PK"):
        return _kind_of_zip(path)
    if head.startswith(_OLE):
        return _kind_of_ole(path)
    if head.startswith(b"PAR1"):
        return "parquet"
    return _kind_of_text(name, head)


def _kind_of_zip(path: Path) -> Kind:
    try:
        with zipfile.ZipFile(path) as archive:
            names = {name.lower() for name in archive.namelist()}
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        why = "it is damaged, or was cut short when it was copied"
        raise damaged(path.name, why) from error
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "xl/workbook.bin" in names:
        return "xlsb"
    if {"mimetype", "content.xml"} <= names:
        return _kind_of_open_document(path)
    if any(name.startswith("word/") for name in names):
        raise not_a_table(path.name, "a Word document")
    if any(name.startswith("ppt/") for name in names):
        raise not_a_table(path.name, "a presentation")
    raise not_a_table(path.name, "a packed file (zip)", _UNPACK)


def _kind_of_open_document(path: Path) -> Kind:
    with zipfile.ZipFile(path) as archive, archive.open("mimetype") as file:
        stated = file.read(200)
    if b"opendocument.spreadsheet" in stated:
        return "ods"
    raise not_a_table(path.name, "an OpenDocument file without sheets")


def _kind_of_ole(path: Path) -> Kind:
    """An older Office file: its parts are told by their names, in two bytes to the letter."""
    content = path.read_bytes()
    if _named("EncryptedPackage", content):
        raise locked(path.name)
    if _named("Workbook", content) or _named("Book", content):
        return "xls"
    if _named("WordDocument", content):
        raise not_a_table(path.name, "a Word document")
    raise not_a_table(path.name, "an older Office file without a workbook in it")


def _named(part: str, content: bytes) -> bool:
    return f"{part}\0".encode("utf-16-le") in content


def _kind_of_text(name: str, head: bytes) -> Kind:
    from sightline.intake.readers.encodings import encoding_of  # only text needs it

    encoding = encoding_of(head)
    text = head.decode(encoding, "ignore")
    plain = text.encode("utf-8", "ignore") if encoding.startswith(("utf-16", "utf-32")) else head
    if _is_binary(plain):
        raise not_a_table(name, "a file of a kind that is not known")
    start = text.lstrip("\ufeff \t\r\n")[:4096]
    if _WEB_PAGE.match(start) or ("<html" in start[:1000].lower() and start.startswith("<")):
        remedy = "Open it in Excel, save it as an Excel workbook (.xlsx), and give that."
        raise not_a_table(name, "a web page (HTML)", remedy)
    if _XML.match(start):
        return "xml"
    if start.startswith(("{", "[{", "[[")):
        raise not_a_table(name, "a JSON file", _EXPORT)
    return "text"


def _is_binary(head: bytes) -> bool:
    """Whether it has many bytes that no text has: control characters but tabs and line ends."""
    text = head.translate(None, bytes([*range(9), *range(14, 32), 127]))
    strange = len(head) - len(text)
    return strange > _FEW and strange * _STRAY > len(head)
