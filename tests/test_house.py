"""The house keeps its order: layers, fresh docs, no path of a machine, a quick start."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def test_rooms_look_down_only() -> None:
    """The layers of pyproject.toml hold."""
    done = subprocess.run(
        [sys.executable, "-m", "importlinter.cli"], cwd=ROOT, capture_output=True, text=True
    )
    if "No module named" in done.stderr:
        pytest.skip("import-linter is not installed")
    assert done.returncode == 0, done.stdout


def test_reference_pages_are_fresh() -> None:
    """What the code declares is what the docs say."""
    done = subprocess.run(
        [sys.executable, "scripts/make_reference.py", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout


def test_the_command_starts_without_heavy_imports() -> None:
    """Help needs neither numpy, lxml, pdfium nor the database: they wait until they are used."""
    script = (
        "import sys; from sightline.cli import parser; parser(); "
        "print([m for m in ('numpy', 'lxml', 'pypdfium2', 'altair', 'trafilatura', 'holidays', "
        "'jinja2', 'sqlite3', 'pyarrow', 'duckdb', 'ibis', 'python_calamine') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_no_file_is_far_over_the_agreed_length() -> None:
    """Modules of the package stay under 300 lines."""
    long = [
        f"{path.relative_to(ROOT)} ({lines})"
        for path in (ROOT / "src").rglob("*.py")
        if (lines := path.read_text(encoding="utf-8").count("\n")) > 300
    ]
    assert long == []


def test_every_module_says_what_it_is() -> None:
    """Each opens with a docstring."""
    silent = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "src").rglob("*.py")
        if not path.read_text(encoding="utf-8").lstrip().startswith(('"""', "'''"))
    ]
    assert silent == []
