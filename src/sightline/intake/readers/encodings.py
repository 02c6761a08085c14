"""Which characters the bytes of a text file stand for, and the text as UTF-8."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import NamedTuple

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 4096
_CHUNK = 1 << 20


class Text(NamedTuple):
    """A file's text in UTF-8.

    ``rows_1252`` are the lines, from 1, that are no UTF-8 and were read as Windows-1252.
    """

    utf8: bytes
    encoding: str
    rows_1252: list[int]


def encoding_of(head: bytes) -> str:
    """The encoding by a file's first bytes: by its mark, else by where the NULs lie.

    Text in two bytes to the letter has a NUL in every other place. What has neither is taken
    for UTF-8 until it proves not to be.
    """
    for bom, name in _BOMS:
        if head.startswith(bom):
            return name
    sample = head[: _SAMPLE - _SAMPLE % 2]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > 0.4 * len(sample) / 2 and even * 4 < odd:
        return "utf-16-le"
    if even > 0.4 * len(sample) / 2 and odd * 4 < even:
        return "utf-16-be"
    return "utf-8"


def as_utf8(content: bytes) -> Text:
    """The whole text of a file in UTF-8, whatever it came in."""
    encoding = encoding_of(content[:_SAMPLE])
    if encoding == "utf-8-sig":
        content = content[len(codecs.BOM_UTF8) :]
    elif encoding != "utf-8":
        return Text(b"".join(_recoded(content, encoding)), encoding, [])
    if content.isascii() or _is_utf8(content):
        return Text(content, encoding, [])
    return _by_lines(content)


def _recoded(content: bytes, encoding: str) -> Iterator[bytes]:
    """A part at a time, so that the whole is never held as Python text."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    for start in range(0, len(content), _CHUNK):
        end = start + _CHUNK
        text = decoder.decode(content[start:end], final=end >= len(content))
        # Half a pair of two-byte characters is nothing that UTF-8 can hold.
        yield text.encode("utf-8", "replace")


def _is_utf8(content: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(content), _CHUNK):
            decoder.decode(content[start : start + _CHUNK])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _by_lines(content: bytes) -> Text:
    """Each line in UTF-8 if it can be, else in Windows-1252: files are joined from several."""
    lines, odd = [], []
    for number, line in enumerate(content.splitlines(keepends=True), 1):
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            odd.append(number)
            line = line.decode("cp1252", "replace").encode()
        lines.append(line)
    return Text(b"".join(lines), "cp1252", odd)
