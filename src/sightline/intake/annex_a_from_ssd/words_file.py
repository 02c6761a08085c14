"""The file in which an authority says its local words: ``local-words.toml`` in the workspace.

    allocated = ["Allocated social worker", "Lead SW"]

    [Fernshire]
    health = ["IHA", "RHA"]

What stands at the top is for every authority. What stands under an authority's name is for it
alone, and goes before. Of a meaning that is not said, the words are guessed.
"""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

from sightline.intake.annex_a_from_ssd.words import MEANINGS, LocalWords
from sightline.intake.store.whose import authority_named, slug
from sightline.kit.problems import UserError

FILE = "local-words.toml"
_LIKE = 'allocated = ["Allocated social worker", "Lead SW"]'


def words_of(path: Path, authority: str) -> LocalWords:
    """The local words of an authority; none where there is no such file.

    Raises ``UserError``, which names the file, the line or the word, and the remedy.
    """
    if not path.exists():
        return LocalWords()
    said = _read(path)
    general = {key: value for key, value in said.items() if not isinstance(value, dict)}
    words = _words(path, "", general, LocalWords())
    mine = slug(authority_named(authority))
    for name, own in said.items():
        if isinstance(own, dict):
            made = _words(path, f"[{name}] ", own, words)
            words = made if slug(authority_named(name)) == mine else words
    return words


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        raise UserError(
            f"{path} cannot be read: {error}. Each line says what some words mean: {_LIKE}"
        ) from None
    except UnicodeDecodeError:
        raise UserError(f"{path} is not UTF-8 text. Save it as UTF-8.") from None
    except OSError as error:
        raise UserError(f"{path} cannot be opened: {error.strerror}.") from error


def _words(path: Path, where: str, said: dict[str, Any], before: LocalWords) -> LocalWords:
    for meaning, words in said.items():
        if meaning not in MEANINGS:
            raise UserError(
                f"{path}: {where}{meaning} is no meaning that words may have. Use one of "
                f"{', '.join(MEANINGS)}."
            )
        if not isinstance(words, list) or not all(isinstance(w, str) and w.strip() for w in words):
            raise UserError(
                f"{path}: {where}{meaning} must be a list of words in quotes, such as {_LIKE}"
            )
    return replace(before, **{meaning: tuple(words) for meaning, words in said.items()})
