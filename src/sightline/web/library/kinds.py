"""What kind of file some bytes are, told by the bytes alone: PDF, HTML, text, or none of these."""

from __future__ import annotations

_HTML = (b"<!doctype html", b"<html", b"<head", b"<?xml")
_BINARY = bytes(range(9)) + bytes(range(14, 27)) + bytes(range(28, 32))
PDF, PAGE, TEXT, UNKNOWN = (
    "application/pdf",
    "text/html",
    "text/plain",
    "application/octet-stream",
)


def content_type(head: bytes) -> str:
    """The kind of a file by its first 1,024 bytes; ``UNKNOWN`` where it is none that is read."""
    if b"%PDF-" in head:
        return PDF
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return TEXT  # in two bytes to a letter
    if not head.strip() or head.translate(None, _BINARY) != head:
        return UNKNOWN
    opening = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if opening.startswith(_HTML) or b"<body" in opening:
        return PAGE
    return TEXT
