"""References that stand for children in addresses: the same each time, and of no use without a key.

A reference is a keyed hash of the authority and the child's identifier. Nobody can work out the
child from it, or find a child's reference, without the key of the workspace.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import secrets
from pathlib import Path

from sightline.kit.problems import UserError

KEY_FILE = "reference.key"
LENGTH = 26
_BYTES = 32
_PRIVATE = 0o600


def reference(key: bytes, authority: str, child_id: str) -> str:
    """26 letters and digits for a child of an authority, fit for an address."""
    # A length stands before the name, so that no other pair gives the same text.
    said = f"{len(authority)}:{authority}:{child_id}".encode()
    digest = hmac.new(key, said, hashlib.sha256).digest()
    return base64.b32encode(digest).decode("ascii").lower()[:LENGTH]


def reference_key(records: Path) -> bytes:
    """The key of a workspace's references, from its folder of records; made where it is missing.

    Raises ``UserError`` where it is there and is not a key: made anew, it would break addresses.
    """
    path = records / KEY_FILE
    if not path.exists():
        _make(path)
    try:
        key = bytes.fromhex(path.read_text(encoding="ascii").strip())
    except (OSError, ValueError) as error:
        raise UserError(_broken(path)) from error
    if len(key) != _BYTES:
        raise UserError(_broken(path))
    return key


def _broken(path: Path) -> str:
    return (
        f"{path}: this is not a key for references to children. Restore it from a backup; if there "
        "is none, delete it, and links to children that were kept will no longer work."
    )


def _make(path: Path) -> None:
    """Write a new key, whole; where two do so at once the first one stays."""
    from sightline.workspace import make_private

    make_private(path.parent)
    partial = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(_BYTES) + "\n")
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(partial, path)
        except FileExistsError:
            return
    finally:
        partial.unlink(missing_ok=True)
