"""The workspace: the one folder in which Sightline keeps what it has been given and made."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from sightline.kit.problems import UserError

VARIABLE = "SIGHTLINE_WORKSPACE"
PRIVATE = 0o700


@dataclass(frozen=True)
class Workspace:
    """A folder, and what is kept where in it. Nothing is created until it is asked for."""

    root: Path

    @property
    def library(self) -> Path:
        """What inspectors wrote: documents, and what was read from them."""
        return self.root / "library"

    @property
    def fetched(self) -> Path:
        """Documents as they were downloaded, before they are added to the library."""
        return self.root / "fetched"

    @property
    def snapshots(self) -> Path:
        """Data about children, as it was uploaded: never edited."""
        return self.root / "snapshots"

    @property
    def statistics(self) -> Path:
        """Official statistics, as they were published."""
        return self.root / "statistics"

    @property
    def records(self) -> Path:
        """What people decided: corrections, audits, actions."""
        return self.root / "records"

    @property
    def packs(self) -> Path:
        """What was made to be handed over."""
        return self.root / "packs"

    @property
    def published(self) -> Path:
        """What pages read of each load: figures, and the rows behind them. It can be made again."""
        return self.root / "published"

    def made(self) -> Workspace:
        """The same workspace, its folder created for this user alone where it is missing.

        A folder that is there keeps the permissions that somebody gave it. Raises ``UserError``
        where it cannot be created or is not a folder.
        """
        make_private(self.root)
        return self


def workspace(folder: str | Path | None = None) -> Workspace:
    """The workspace in ``folder``, else ``SIGHTLINE_WORKSPACE``, else the user's data folder."""
    named = folder or os.environ.get(VARIABLE, "")
    return Workspace(Path(named).expanduser() if named else _by_default()).made()


def _by_default() -> Path:
    from platformdirs import user_data_path

    return user_data_path("sightline", appauthor=False)


def make_private(folder: Path) -> None:
    """Create a folder, and those above it that are missing, for this user alone."""
    missing = [folder, *folder.parents]
    try:
        for level in reversed([f for f in missing if not f.exists()]):
            level.mkdir(mode=PRIVATE, exist_ok=True)
    except OSError as error:
        raise UserError(
            f"The workspace {folder} cannot be created: {error.strerror}. Choose another folder "
            f"with --workspace or {VARIABLE}."
        ) from error
    if not folder.is_dir():
        raise UserError(f"The workspace {folder} is not a folder. Choose another one.")
