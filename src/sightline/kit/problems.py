"""Problems: what went wrong with one file, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a person should know about a file: a code, what is wrong, and the remedy."""

    code: str
    message: str
    remedy: str = ""

    def __str__(self) -> str:
        """One line: the message, then what to do."""
        return f"{self.message} {self.remedy}".strip()


class UserError(Exception):
    """An error to be shown to the person as it is, without a traceback."""
