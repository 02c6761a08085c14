"""What the settings read from the environment, and from the folder of records."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from sightline.kit.problems import UserError
from sightline.workspace import make_private

PREFIX = "SIGHTLINE_"
_KEY = "secret.key"


def text(name: str, default: str = "") -> str:
    """A variable's text."""
    return os.environ.get(PREFIX + name, default).strip()


def flag(name: str) -> bool:
    """Whether a variable is switched on: 1, yes or true."""
    return text(name).lower() in ("1", "yes", "true", "on")


def listed(name: str, default: str) -> list[str]:
    """A variable's words, apart by spaces or commas."""
    return text(name, default).replace(",", " ").split()


def folder(path: Path) -> Path:
    """A folder of the site, made for this user alone where it is missing."""
    make_private(path)
    return path


def uploads(folder: Path) -> str:
    """Where files wait while they come in."""
    make_private(folder / "incoming")
    return str(folder / "incoming")


def secret_key(folder: Path) -> str:
    """The key that signs sessions: given, else made once and kept for this user alone."""
    if given := text("SECRET_KEY"):
        return given
    path = folder / _KEY
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii")
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(made := secrets.token_urlsafe(64))
    return made


def database(folder: Path) -> dict[str, Any]:
    """SQLite in the folder of records, or the PostgreSQL that ``SIGHTLINE_DATABASE`` names.

    Raises ``UserError`` for an address of another kind.
    """
    address = text("DATABASE")
    if not address:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": folder / "records.sqlite3",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
            },
        }
    parts = urlsplit(address)
    if parts.scheme not in ("postgresql", "postgres"):
        raise UserError(
            "SIGHTLINE_DATABASE is an address such as postgresql://user:password@host/name."
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def template_folders(web: Path) -> list[Path]:
    """The folders of templates: each app's own, and the GOV.UK parts."""
    return sorted(web.glob("*/templates"))


def single_sign_on() -> dict[str, Any]:
    """OpenID Connect, such as Entra ID, where it is set."""
    server, client = text("OIDC_SERVER"), text("OIDC_CLIENT")
    if not server or not client:
        return {}
    app = {
        "provider_id": "council",
        "name": text("OIDC_NAME", "your council account"),
        "client_id": client,
        "secret": text("OIDC_SECRET"),
        "settings": {"server_url": server, "oauth_pkce_enabled": True},
    }
    return {"openid_connect": {"APPS": [app]}}


def logging() -> dict[str, Any]:
    """One JSON object a line, to the standard error: what happened, never about whom."""
    # Where a line cannot be written, Python would print what it was given, address and all.
    import logging as python_logging

    python_logging.raiseExceptions = False
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": "sightline.web.trail.logs.Line"}},
        "handlers": {"lines": {"class": "logging.StreamHandler", "formatter": "json"}},
        "root": {"handlers": ["lines"], "level": text("LOG_LEVEL", "INFO")},
        "loggers": {
            "django.request": {"level": "ERROR"},
            "django.security.DisallowedHost": {"level": "CRITICAL"},
            "axes": {"level": "ERROR"},
        },
    }
