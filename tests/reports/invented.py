"""Invented authorities in the register, for tests that tell of places that do not exist."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from sightline.regime import authorities, mentions
from sightline.regime.authorities import Authority


def register_with(monkeypatch: pytest.MonkeyPatch, names: Iterable[str]) -> list[Authority]:
    """Add authorities of those names to the register until the test ends."""
    real = authorities.all_authorities()
    added = [
        replace(real[0], urn=f"9990{n}", dfe_code=f"99{n}", ons_code=f"E9900000{n}", name=name)
        for n, name in enumerate(names, 1)
    ]
    added = [replace(one, aliases=(), trusts=(), neighbours=()) for one in added]
    monkeypatch.setattr(authorities, "all_authorities", lambda: (*real, *added))
    monkeypatch.setattr(mentions, "all_authorities", lambda: (*real, *added))
    forget()
    return added


def forget() -> None:
    """Let everything that is worked out once from the register be worked out again."""
    for remembered in (
        authorities._by_urn,
        authorities._by_dfe_code,
        authorities._by_name,
        mentions._pattern,
    ):
        remembered.cache_clear()
