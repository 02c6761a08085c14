"""The parts of a workbook that is a zip, unpacked by counting what really comes out.

The sizes that a zip states for its parts may be wrong, and a few kilobytes can unpack to
terabytes. So nothing that is stated is relied upon, and unpacking stops at a limit.
"""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path

from sightline.intake.readers.refused import damaged, too_large

MEGABYTE = 1_000_000
MOST_OF_PART = 200 * MEGABYTE
MOST_OF_ALL = 1_000 * MEGABYTE
_HEADER = 30
_ENCRYPTED = 0x1


class PartTooLargeError(Exception):
    """A part unpacks to more than the limit."""


class Parts:
    """The parts of one zip by name, whatever the case of its letters."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.unpacked = 0
        with zipfile.ZipFile(path) as archive:
            listed = [info for info in archive.infolist() if not info.is_dir()]
        self.by_name = {info.filename.lower(): info for info in listed}
        if len(self.by_name) < len(listed):
            raise damaged(path.name, "two of its parts have the same name")

    def packed(self, name: str) -> int:
        """How many bytes a part takes in the file."""
        return self.by_name[name.lower()].compress_size

    def read(self, name: str, most: int = MOST_OF_PART) -> bytes:
        """A part, unpacked.

        Raises ``KeyError`` where there is none, ``PartTooLargeError`` where it is over ``most``
        bytes, and ``RefusedError`` where it is damaged or all parts together are too large.
        """
        info = self.by_name[name.lower()]
        content = self._unpacked(info, self._raw(info), most)
        self.unpacked += len(content)
        if self.unpacked > MOST_OF_ALL:
            raise too_large(self.path.name, f"it unpacks to over {MOST_OF_ALL // MEGABYTE:,} MB")
        return content

    def _raw(self, info: zipfile.ZipInfo) -> bytes:
        with self.path.open("rb") as file:
            file.seek(info.header_offset)
            header = file.read(_HEADER)
            if len(header) < _HEADER or not header.startswith(b"PK\x03\x04"):
                raise self._broken(info)
            lengths = (header[26:28], header[28:30])
            file.seek(sum(int.from_bytes(length, "little") for length in lengths), 1)
            return file.read(info.compress_size)

    def _unpacked(self, info: zipfile.ZipInfo, raw: bytes, most: int) -> bytes:
        if info.flag_bits & _ENCRYPTED:
            raise damaged(self.path.name, "its parts are encrypted")
        if info.compress_type == zipfile.ZIP_STORED:
            if len(raw) > most:
                raise PartTooLargeError(info.filename)
            return raw
        if info.compress_type != zipfile.ZIP_DEFLATED:
            raise damaged(self.path.name, "it is packed in a way that workbooks are not")
        unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            content = unpacker.decompress(raw, most + 1)
        except zlib.error as error:
            raise self._broken(info) from error
        if len(content) > most:
            raise PartTooLargeError(info.filename)
        if not unpacker.eof:
            raise self._broken(info)
        return content

    def _broken(self, info: zipfile.ZipInfo) -> Exception:
        return damaged(self.path.name, f"its part {info.filename} is damaged")
