"""Who may have an account: those whom an administrator has added, and nobody else."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter


class NobodySignsUp(DefaultAccountAdapter):
    """Accounts are made by an administrator; what happens is said by the page, not by messages."""

    def is_open_for_signup(self, request: Any) -> bool:
        """Nobody makes an account of their own."""
        return False

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """The pages say what happened."""


class OnlyKnownPeople(DefaultSocialAccountAdapter):
    """A council account opens the account of the same verified address, and makes none."""

    def is_open_for_signup(self, request: Any, sociallogin: Any) -> bool:
        """Nobody makes an account of their own."""
        return False


def typed_name(request: Any, credentials: dict[str, Any] | None = None) -> str:
    """What somebody typed to say who they are: the name that tries are counted by."""
    given = credentials or {}
    found = given.get("username") or given.get("email") or request.POST.get("login", "")
    return str(found).strip().lower()
