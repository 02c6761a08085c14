"""The room as a whole: it looks down only, it is quick to import, and its modules are small."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import sightline.standards

ROOM = Path(sightline.standards.__file__).parent
MODULES = sorted(ROOM.rglob("*.py"))


def name_of(path: Path) -> str:
    """A module's path within the room."""
    return str(path.relative_to(ROOM))


@pytest.mark.parametrize("module", MODULES, ids=name_of)
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


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_it_looks_down_only(module: Path) -> None:
    """It imports its own room, the kit and the standard library; xlsxwriter in one place."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        for name in names:
            top = name.split(".")[0]
            if top == "sightline":
                assert name.startswith(("sightline.standards", "sightline.kit")), name
            elif top == "xlsxwriter":
                assert module.name == "template.py"
            else:
                assert top in sys.stdlib_module_names, name


def test_importing_it_reads_nothing_heavy() -> None:
    """A standard is read when it is asked for, and the writer of workbooks when one is written."""
    code = (
        "import sys, sightline.standards, sightline.standards.template\n"
        "early = [m for m in sys.modules if m.startswith('xlsxwriter')]\n"
        "early += [m for m in ('sightline.standards.ssd', 'sightline.standards.annex_a',\n"
        "                      'sightline.standards.local') if m in sys.modules]\n"
        "sys.exit(' '.join(early) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
