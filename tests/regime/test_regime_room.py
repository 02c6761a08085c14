"""The room as a whole: it looks down only, it is quick to import, and its modules are small."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import sightline.regime

ROOM = Path(sightline.regime.__file__).parent
MODULES = sorted(ROOM.rglob("*.py"))


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOM)))
def test_modules_are_small_and_say_what_they_are(module: Path) -> None:
    """Under 300 lines, no function over 60, and a first sentence."""
    text = module.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert ast.get_docstring(tree)
    assert len(text.splitlines()) < 300
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 60, node.name
            assert ast.get_docstring(node) or node.name.startswith("_"), node.name


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOM)))
def test_it_looks_down_only(module: Path) -> None:
    """Of this package it imports its own room and the kit."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("sightline"):
            assert (node.module or "").startswith(("sightline.regime", "sightline.kit"))


def test_importing_it_reads_nothing_heavy() -> None:
    """Bank holidays and the register are read when they are first asked for."""
    code = (
        "import sys, sightline.regime.timetable, sightline.regime.themes\n"
        "from sightline.regime.authorities import all_authorities\n"
        "sys.exit('holidays' in sys.modules or all_authorities.cache_info().currsize)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
